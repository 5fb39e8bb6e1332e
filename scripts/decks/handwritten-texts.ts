import type { FactId } from '../facts/ids.ts'
import type { ShownText } from '../facts/shown-texts.ts'
import { withoutCode } from './handwritten-code.ts'

/**
 * What is no prose in a hand-written file: frontmatter, scripts and styles, what Slidev and Vue read, tags,
 * where links lead.
 */
const marks: readonly RegExp[] = [
  /^---\r?\n(?:[\w-]+:.*\r?\n)+---$/gm,
  /<(script|style)\b[^>]*>[^]*?(?:<\/\1\s*>|$(?![^]))/gi,
  /\{\{.*?\}\}/gs,
  /^::[\w-]+::$/gm,
  /<!--|-->/g,
  /<\/?[a-z][^<>]*>/gis,
  /(?<=\])\([^()\n]*\)/g,
]
const picture = /!\[((?:[^[\]\\]|\\.)*)\](?:\([^()\n]*\))?/g

/**
 * The prose of a hand-written file, notes included, a line or a cell of a table each, and the alternative texts
 * of its pictures. Markdown is not read to the last mark: only what pictures are called is sure to be prose.
 * @param file its path within slides/.
 */
export function handwrittenTexts(file: string, markdown: string, facts: readonly FactId[]): ShownText[] {
  // Comments are what the teacher says; elsewhere they are no part of the slide.
  const notes = markdown.replaceAll(/<!--|-->/g, blank)
  const shown = (text: string, at: number, kind: string): ShownText[] => {
    const trimmed = text.replace(/^[\s#>*_+\d.)-]+/u, '')
    if (!/\p{L}|\p{N}/u.test(trimmed)) return []
    const before = markdown.slice(0, at + text.length - trimmed.length).split(/\r\n?|\n/)
    return [
      {
        kind,
        text: trimmed.trimEnd(),
        at: {
          location: {
            file: `slides/${file}`,
            line: before.length,
            column: (before.at(-1)?.length ?? 0) + 1,
          },
        },
        of: `"${file}"`,
        facts,
      },
    ]
  }
  const pictures = Array.from(markdown.matchAll(picture)).flatMap(({ 1: text = '', index }) =>
    shown(text, index + 2, 'alternative text'),
  )
  const prose = marks.reduce(
    (text, mark) => text.replaceAll(mark, blank),
    withoutCode(notes).replaceAll(picture, blank),
  )
  return [
    ...pictures,
    ...Array.from(prose.matchAll(/[^|\r\n]+/g)).flatMap(({ 0: text, index }) =>
      shown(text, index, 'slide').map((each): ShownText => ({ ...each, unsure: true })),
    ),
  ]
}

/** Blanks in its place, so that places stay. */
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ')
}
