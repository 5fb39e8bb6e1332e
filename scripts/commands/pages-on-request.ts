// What `dev` serves is made when somebody asks for it: a save must not wait for pages that nobody looks at.

import type { Content } from '../decks/content.ts'
import { inOnePiece, type Made, type Output } from '../outputs/output.ts'
import { partsOf, type MadeFile, type Part, type Run } from '../outputs/parts.ts'
import { openDryRender } from '../render/dry-render.ts'
import { once } from '../render/once.ts'
import { linkable } from './render-all.ts'

/** What is served at a path. */
export interface Page {
  data: string | Uint8Array
  /** What an open page shows; see FileKind. */
  shows: Made['kind']['shows']
}

/** The output tree of one state of the content. */
export interface Pages {
  /**
   * The file at a path, relative to the output; undefined where a build would make none. Throws what the
   * output throws.
   */
  file(path: string): Promise<Page | undefined>
}

/**
 * Makes one part of an output at a time, each at most once: what belongs to one deck, to one bank or to the
 * unit.
 */
export function pagesOnRequest(outputs: readonly Output[], content: Content, run: Run): Pages {
  const all: LazyPart[] = outputs
    .flatMap((output) => partsOf(output, content))
    .map((part) => lazy(part, run, () => madeBeside(part)))
  const madeBeside = async ({ output }: Part): Promise<Made[]> => {
    if (output.linksOthers !== true) return []
    const names = all.filter((other) => other.output !== output).map((other) => other.names())
    return linkable((await Promise.all(names)).flat())
  }
  const others = all.filter(({ output }) => output.linksOthers !== true)
  const linking = all.filter(({ output }) => output.linksOthers === true)
  return {
    async file(path) {
      const likely = others.filter(({ of }) => of.scope !== 'unit' && path.includes(of.id))
      const found =
        (await firstWith(path, likely)) ?? (await firstWith(path, others)) ?? (await firstWith(path, linking))
      const files = await (found ? found.files() : sharedWith(path, others))
      const file = files?.find((each) => each.path === path)
      return file && { data: inOnePiece(file.data), shows: file.kind?.shows }
    },
  }
}

async function firstWith(path: string, parts: readonly LazyPart[]): Promise<LazyPart | undefined> {
  for (const part of parts) if ((await part.names()).some((file) => file.path === path)) return part
  return undefined
}

/** Only a real run names the files that parts share; which of them a deck needs depends on its shell. */
async function sharedWith(path: string, parts: readonly LazyPart[]): Promise<MadeFile[] | undefined> {
  for (const part of parts) {
    // A deck that cannot be made is no reason to keep from another what it needs.
    const files = await part.shared().catch(() => [])
    if (files.some((file) => file.path === path)) return files
  }
  return undefined
}

interface LazyPart extends Pick<Part, 'of' | 'output'> {
  /** Found without rendering anything. */
  names(): Promise<MadeFile[]>
  files(): Promise<MadeFile[]>
  shared(): Promise<MadeFile[]>
}

function lazy(part: Part, run: Run, made: () => Promise<Made[]>): LazyPart {
  return {
    of: part.of,
    output: part.output,
    names: once(() => part.emit({ ...run, render: namesOnly })),
    files: once(async () => part.emit(run, { made: await made() })),
    shared: once(() => part.shared(run)),
  }
}

const dry = openDryRender()
/** Looks at nothing: a deck that cannot be shown has its names, too. */
const namesOnly: Run['render'] = {
  ...dry,
  templates: { render: () => '' },
  shells: async () => ({ of: dry.slidev, allSound: async () => {} }),
}
