// Texts of content that may hold the little Markdown of contract/marked-text.ts. Everything that judges, counts
// or sorts texts sees their letters alone; what outputs show in their place is looked up by these.

import { plainText, readMarks, type Mark } from '../../contract/marked-text.ts'
import { creditOf, Image } from './image-schema.ts'
import { JsonDocument, type PathSegment } from './json-document.ts'

/** The members of facts and of questions whose texts are shown and may hold markup. */
const ofFacts: ReadonlySet<string> = new Set(['statement', 'reading', 'note'])
const ofQuestions: ReadonlySet<string> = new Set(['stem', 'hint', 'text', 'because', 'left', 'right'])

/** The text of an entry that its `image` is shown with. */
const withImages = [
  { list: 'facts', key: 'statement' },
  { list: 'questions', key: 'stem' },
] as const

function entriesOf(value: unknown, list: string): Record<string, unknown>[] {
  const entries = typeof value === 'object' && value !== null ? Reflect.get(value, list) : undefined
  return Array.isArray(entries)
    ? entries.map((each) =>
        typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : {},
      )
    : []
}

/** A text with markup, and where it stands. */
interface MarkedField {
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

interface Unmarked {
  document: JsonDocument
  marked: readonly MarkedField[]
}

// Facts, quizzes and what is shown in place of texts are each read from there, and `dev` has most documents again.
const known = new WeakMap<JsonDocument, Unmarked>()

/** The document with the letters of its texts alone, and those that held markup. The same one where none does. */
export function withoutMarks(document: JsonDocument): Unmarked {
  const made = known.get(document) ?? takeMarks(document)
  known.set(document, made)
  return made
}

function takeMarks(document: JsonDocument): Unmarked {
  const marked: MarkedField[] = []
  const plain = (value: unknown, path: PathSegment[]): unknown => {
    if (typeof value === 'string') {
      if (!mayBeMarked.test(value) || !mayHoldMarks(document.file, path)) return value
      const marks = readMarks(value)
      const text = plainText(marks)
      // What is shown of a text with gaps are the pieces between them.
      if (path.length === 3 && path[2] === 'text') {
        for (const piece of value.split(/\{[a-z][a-z0-9-]*\}/).map(readMarks))
          if (piece.some(({ kind }) => kind !== 'text'))
            marked.push({ document, path, plain: plainText(piece), marks: piece })
        return text
      }
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
  for (const { list, key } of withImages)
    if (document.file.startsWith(`${list}/`))
      for (const [index, entry] of entriesOf(value, list).entries()) {
        if (entry['image'] === undefined) continue
        const text = entry[key]
        const { success, data: image } = Image.safeParse(entry['image'])
        if (!success || typeof text !== 'string') continue
        const before = marked.findIndex(
          ({ path }) => path.length === 3 && path[1] === index && path[2] === key,
        )
        const marks = before < 0 ? [{ kind: 'text' as const, text }] : marked[before]!.marks
        if (before >= 0) marked.splice(before, 1)
        marked.push({
          document,
          path: [list, index, 'image', 'file'],
          plain: text,
          marks: [
            ...marks,
            { kind: 'break' },
            { kind: 'picture', file: image.file, alt: image.alt, added: true },
            { kind: 'break' },
            { kind: 'emphasis', marks: [{ kind: 'text', text: creditOf(image) }] },
          ],
        })
      }
  return { document: value === document.value ? document : document.with(value), marked }
}
