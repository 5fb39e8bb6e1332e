// The little Markdown that texts may hold: `*emphasis*`, `**strong**`, `` `code` ``, `$formula$`, a line break
// and `![alternative text](picture.png)`. Everything else is literal, and so is a mark after a backslash. Not
// CommonMark: a price ("$60 to $70"), a sum ("2 * 3") or a file_name must never turn into markup.

/** A piece of a text. */
export type Mark =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; marks: Mark[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | Formula
  | MarkedPicture

/** A formula in TeX; `mathml` and `tree` are there once it has been set. */
interface Formula {
  kind: 'formula'
  tex: string
  /** `<math>` of the page. */
  mathml?: string
  /** The same for Typst. */
  tree?: FormulaNode
}

/** An element of MathML: its name, and its text or what it holds. */
export interface FormulaNode {
  tag: string
  text?: string
  children?: FormulaNode[]
}

/** A picture; `file` as the author wrote it, the rest is there once it has been read. */
export interface MarkedPicture {
  kind: 'picture'
  file: string
  alt: string
  /** It was added to the text by `image`: slides show it on its own. */
  added?: true
  /** Its name among the pictures of all outputs. */
  name?: string
  type?: string
  /** Base64. */
  data?: string
}

/** What stands behind plain texts: those alone that hold more than letters. */
export type MarkedTexts = Readonly<Record<string, readonly Mark[]>>

// What marks letters stands at the edge of a word, as in writing: never within one, never beside a blank.
const before = String.raw`(?<![\p{L}\p{N}\\*])`
const after = String.raw`(?![\p{L}\p{N}*])`
const inside = String.raw`(?:\\.|[^*\\])`
const syntax = new RegExp(
  [
    String.raw`\\(?<escaped>[*\x60$]|!(?=\[))`,
    String.raw`\x60(?<code>[^\x60\n]+)\x60`,
    String.raw`!\[(?<alt>[^\]\n]*)\]\((?<file>[^()\s]+)\)`,
    String.raw`(?<![\p{L}\p{N}$])\$(?=[^\s$])(?<tex>(?:\\.|[^$\\\n])*?)(?<!\s)\$(?![\p{L}\p{N}$])`,
    String.raw`(?<line>[ \t]*\n[ \t]*)`,
    String.raw`${before}\*\*(?=[^\s*])(?<strong>(?:${inside}|(?<!\*)\*(?!\*))+?)(?<!\s)\*\*${after}`,
    String.raw`${before}\*(?=\S)(?<emphasis>(?:${inside}|\*\*${inside}+\*\*)+?)(?<!\s)\*${after}`,
  ].join('|'),
  'gu',
)

/** An amount and the words after it are money, whatever sign comes later: "$5 of the 20 A$". */
const money = /^[\d.,]+[,;]?\s+\p{L}{2}/u

/** Reads a text. Never throws: what is no markup is text. */
export function readMarks(source: string): Mark[] {
  const marks: Mark[] = []
  const write = (text: string): void => {
    const last = marks.at(-1)
    if (last?.kind === 'text') last.text += text
    else if (text !== '') marks.push({ kind: 'text', text })
  }
  let at = 0
  for (const found of source.matchAll(syntax)) {
    const { escaped, code, alt, file, tex, line, strong, emphasis } = found.groups!
    write(source.slice(at, found.index))
    at = found.index + found[0].length
    if (escaped !== undefined) write(escaped)
    else if (code !== undefined) marks.push({ kind: 'code', text: code })
    else if (file !== undefined) marks.push({ kind: 'picture', file, alt: alt!.trim() })
    else if (tex !== undefined && !money.test(tex)) marks.push({ kind: 'formula', tex })
    else if (line !== undefined) marks.push({ kind: 'break' })
    else if (strong !== undefined) marks.push({ kind: 'strong', marks: readMarks(strong) })
    else if (emphasis !== undefined) marks.push({ kind: 'emphasis', marks: readMarks(emphasis) })
    else write(found[0])
  }
  write(source.slice(at))
  return marks
}

/** The letters alone: of a formula its TeX, of a picture its alternative text, a blank for a line break. */
export function plainText(marks: readonly Mark[]): string {
  return marks
    .map((mark) => {
      switch (mark.kind) {
        case 'text':
        case 'code':
          return mark.text
        case 'emphasis':
        case 'strong':
          return plainText(mark.marks)
        case 'formula':
          return mark.tex
        case 'picture':
          return mark.alt
        case 'break':
          return ' '
      }
    })
    .join('')
}

/** All pieces, those within others too. */
export function eachMark(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark) => ('marks' in mark ? [mark, ...eachMark(mark.marks)] : [mark]))
}

/** What stands in the text itself, without a picture that `image` added, and its credit. */
export function withoutAdded(marks: readonly Mark[]): readonly Mark[] {
  const at = marks.findIndex((mark) => mark.kind === 'picture' && mark.added)
  return at < 0 ? marks : marks.slice(0, Math.max(0, at - 1))
}

/** As HTML that is well-formed XML too; `address` says where a picture lies: by default within it. */
export function markedHtml(
  marks: readonly Mark[],
  address: (picture: MarkedPicture) => string = ({ type, data }) => `data:${type};base64,${data}`,
): string {
  return marks
    .map((mark) => {
      switch (mark.kind) {
        case 'text':
          return escapeHtml(mark.text)
        case 'code':
          return `<code>${escapeHtml(mark.text)}</code>`
        case 'emphasis':
          return `<em>${markedHtml(mark.marks, address)}</em>`
        case 'strong':
          return `<strong>${markedHtml(mark.marks, address)}</strong>`
        case 'formula':
          return mark.mathml ?? `<code>${escapeHtml(mark.tex)}</code>`
        case 'picture':
          return `<img src="${escapeHtml(address(mark))}" alt="${escapeHtml(mark.alt)}"/>`
        case 'break':
          return '<br/>'
      }
    })
    .join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML: nothing of it is markup. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!)
}
