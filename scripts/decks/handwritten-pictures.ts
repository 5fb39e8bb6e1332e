// Pictures in hand-written slides: where the Markdown refers to them, and what stands there in the finished
// deck.

import { withoutCode } from './handwritten-code.ts'
import type { Picture } from '../../contract/deck.ts'

/** A picture that a hand-written file refers to. */
export interface PictureReference {
  /** As the author wrote it. */
  written: string
  /** Where it starts in the text, in UTF-16 units. */
  at: number
  /** The picture's path within slides/; absent where the reference leads out of it. */
  path?: string
}

/** The folder of a finished deck's pictures, as Slidev refers to what lies in `public/`. */
const publicFolder = '/pictures/'

const marks: readonly RegExp[] = [
  // ![text](picture "title")
  /!\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\(\s*(?<written>[^\s<>()]+)/dg,
  // ![text](<a picture>)
  /!\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\(\s*<(?<written>[^<>\n]+)>/dg,
  // <img src="picture">
  /<(?:img|source)\b[^>]*?\ssrc=(?<quote>["'])(?<written>[^"']+)\k<quote>/dgi,
  // image: picture, in frontmatter; a path is meant as one, whatever its ending, a colour is none
  /^(?:image|background): +(?<quote>["']?)(?<written>(?:\.{0,2}\/|~|file:)[^\s"']+|\S+\.(?:png|jpe?g|gif|webp|avif|svg))\k<quote>[ \t]*$/dgim,
]

/**
 * The pictures that a hand-written file refers to in Markdown images, `<img src>` and the frontmatter's
 * `image` and `background`, in the order of the text; not those in code and comments, and not data: URIs.
 * `file` is the path of the Markdown within slides/, from whose folder references lead.
 */
export function pictureReferences(markdown: string, file: string): PictureReference[] {
  const shown = withoutCode(markdown)
  return marks
    .flatMap((mark) => [...shown.matchAll(mark)])
    .flatMap((match) => {
      const written = match.groups?.['written']
      const at = match.indices?.groups?.['written']?.[0]
      if (written === undefined || at === undefined || written.startsWith('data:')) return []
      const path = pathWithin(written, file)
      return [{ written, at, ...(path === undefined ? {} : { path }) }]
    })
    .toSorted((one, other) => one.at - other.at)
}

/**
 * The Markdown with every reference to one of these pictures (by path within slides/) as the finished deck
 * has it, and those pictures, each once.
 */
export function withPublicPictures(
  markdown: string,
  file: string,
  pictures: ReadonlyMap<string, Picture>,
): { markdown: string; pictures: Picture[] } {
  const used = new Map<string, Picture>()
  let text = markdown
  for (const { written, at, path } of pictureReferences(markdown, file).toReversed()) {
    const picture = path === undefined ? undefined : pictures.get(path)
    if (!picture) continue
    used.set(picture.name, picture)
    text = text.slice(0, at) + publicFolder + picture.name + text.slice(at + written.length)
  }
  return { markdown: text, pictures: [...used.values()].toReversed() }
}

function pathWithin(written: string, file: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#~])/i.test(written)) return undefined
  const segments = file.split('/').slice(0, -1)
  for (const segment of decoded(written).split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined
    } else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}
