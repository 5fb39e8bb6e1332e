// Texts of content that may hold the little Markdown of contract/marked-text.ts. Everything that judges, counts
// or sorts texts sees their letters alone; what outputs show in their place is looked up by these.

import { plainText, readMarks, type Mark } from '../../contract/marked-text.ts'
import { JsonDocument, type PathSegment } from './json-document.ts'

/** The members of facts and of questions whose texts are shown and may hold markup. */
const ofFacts: ReadonlySet<string> = new Set(['statement', 'reading', 'note'])
const ofQuestions: ReadonlySet<string> = new Set(['stem', 'hint', 'text', 'because', 'left', 'right'])

/** A text with markup, and where it stands. */
export interface MarkedField {
  document: JsonDocument
  path: PathSegment[]
  plain: string
  marks: Mark[]
}

/** Whether a text at this path may hold markup, and a line break. */
export function mayHoldMarks(file: string, path: readonly PathSegment[]): boolean {
  const key = path.at(-1)
  if (typeof key !== 'string') return false
  return file.startsWith('facts/')
    ? path[0] === 'facts' && ofFacts.has(key)
    : file.startsWith('questions/') &&
        path[0] === 'questions' &&
        ofQuestions.has(key) &&
        // Excuses name words that stand elsewhere.
        !path.includes('notInFacts')
}

const mayBeMarked = /[*`$\n\\]|!\[/

/** The document with the letters of its texts alone, and those that held markup. The same one where none does. */
export function withoutMarks(document: JsonDocument): { document: JsonDocument; marked: MarkedField[] } {
  const marked: MarkedField[] = []
  const plain = (value: unknown, path: PathSegment[]): unknown => {
    if (typeof value === 'string') {
      if (!mayBeMarked.test(value) || !mayHoldMarks(document.file, path)) return value
      const marks = readMarks(value)
      const text = plainText(marks)
      if (marks.some(({ kind }) => kind !== 'text')) marked.push({ document, path, plain: text, marks })
      return text
    }
    if (Array.isArray(value)) {
      const all = value.map((each, index) => plain(each, [...path, index]))
      return all.some((each, index) => each !== value[index]) ? all : value
    }
    if (typeof value !== 'object' || value === null) return value
    let changed: Record<string, unknown> | undefined
    for (const [key, each] of Object.entries(value)) {
      const next = plain(each, [...path, key])
      if (next !== each) (changed ??= { ...value })[key] = next
    }
    return changed ?? value
  }
  const value = plain(document.value, [])
  return { document: value === document.value ? document : document.with(value), marked }
}
