import {
  parse,
  type AnyNode,
  type DocumentNode,
  type ElementNode,
  type MemberNode,
} from '@humanwhocodes/momoa'
import { error, type Checked, type Diagnostic, type Location } from '../diagnostics/diagnostic.ts'
import { conflictLine } from './merge-conflict.ts'

export type PathSegment = string | number

/** A JSON file that remembers where each of its values stands. */
export class JsonDocument {
  readonly file: string
  readonly value: unknown
  readonly #text: string | Buffer
  #root: DocumentNode | undefined

  constructor(file: string, text: string | Buffer, value: unknown) {
    this.file = file
    this.value = value
    // One letter beyond Latin-1 makes a string take two bytes for each: in UTF-8 it takes half of that.
    this.#text = typeof text === 'string' && /[^\0-\xFF]/.test(text) ? Buffer.from(text) : text
  }

  /** Another value at the same places. */
  with(value: unknown): JsonDocument {
    return new JsonDocument(this.file, this.#text, value)
  }

  /**
   * Where the value at `path` stands, or its nearest ancestor that exists. `key` asks for the name of the
   * last member instead of its value.
   */
  location(path: readonly PathSegment[], want: 'value' | 'key' = 'value'): Location {
    // Only what is wrong is asked where it stands, and most files are right.
    this.#root ??= parsed(this.#text.toString())
    let node: AnyNode = this.#root.body
    let key: AnyNode | undefined
    for (const segment of path) {
      key = undefined
      if (node.type === 'Object') {
        const member: MemberNode | undefined = node.members.findLast((each) => nameOf(each.name) === segment)
        if (!member) break
        key = member.name
        node = member.value
      } else if (node.type === 'Array') {
        const element: ElementNode | undefined =
          typeof segment === 'number' ? node.elements[segment] : undefined
        if (!element) break
        node = element.value
      } else break
    }
    const { line, column } = (want === 'key' && key ? key : node).loc.start
    return { file: this.file, line, column }
  }
}

/** A value of a document: where it stands, and a way to what is inside it. */
export class Place {
  readonly document: JsonDocument
  readonly path: readonly PathSegment[]

  constructor(document: JsonDocument, path: readonly PathSegment[] = []) {
    this.document = document
    this.path = path
  }

  in(...segments: PathSegment[]): Place {
    return new Place(this.document, [...this.path, ...segments])
  }

  get location(): Location {
    return this.document.location(this.path)
  }
}

/** Parses JSON (RFC 8259); a syntax error and a member named twice are diagnostics with their place. */
export function parseJson(file: string, text: string): Checked<JsonDocument> {
  const body = text.replace(/^\uFEFF/, '')
  const value = quickly(body)
  if (value !== undefined) return { value: new JsonDocument(file, body, value), diagnostics: [] }
  let root: DocumentNode
  try {
    root = parsed(body)
  } catch (thrown) {
    return { diagnostics: [syntaxError(file, body, thrown as Error & { line?: number; column?: number })] }
  }
  const diagnostics = repeatedMembers(file, root.body)
  try {
    return { value: new JsonDocument(file, body, JSON.parse(body)), diagnostics }
  } catch (thrown) {
    // momoa lets raw control characters in strings pass; the language's own parser is the judge.
    const index = Number(/position (\d+)/.exec((thrown as Error).message)?.[1] ?? 0)
    const before = body.slice(0, index).split('\n')
    const at = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    return {
      diagnostics: [
        error(at, 'source/json', 'Unexpected control character in a string, expected an escape such as \\n'),
      ],
    }
  }
}

function parsed(text: string): DocumentNode {
  return parse(text, { mode: 'json', ranges: true })
}

/**
 * The value of a text without faults, by the language's own parser, which takes a twentieth of the time but
 * knows no places and keeps the last of two members of one name. Undefined where a slower look is needed: at
 * a syntax error, a member named twice, nesting that could exhaust a stack.
 */
function quickly(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  let names = 0
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g)) if (token.endsWith(':')) names++
  return names === membersWithin(value) ? value : undefined
}

/** Members of all objects in a value; NaN where it is nested too deeply to say. */
function membersWithin(value: unknown, depth = 0): number {
  if (value === null || typeof value !== 'object') return 0
  if (depth > 100) return Number.NaN
  let count = Array.isArray(value) ? 0 : Object.keys(value).length
  for (const each of Object.values(value)) count += membersWithin(each, depth + 1)
  return count
}

function syntaxError(
  file: string,
  text: string,
  thrown: Error & { line?: number; column?: number },
): Diagnostic {
  const conflict = conflictLine(text)
  if (conflict !== undefined)
    return error(
      { file, line: conflict, column: 1 },
      'source/json',
      'Unexpected two versions of some lines, expected one: git could not merge them',
      file === 'facts/reviews.json'
        ? 'factdeck check --fix keeps the reviews of both'
        : 'keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
    )
  const lines = text.split('\n')
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  const at = { file, line: thrown.line ?? end.line, column: thrown.column ?? end.column }
  const found = /token (\w+)/.exec(thrown.message)?.[1]
  const shown = (lines[at.line - 1] ?? '').slice(at.column - 1, at.column + 19).trim()
  const atEnd = /end of input/.test(thrown.message) || shown === ''
  const unexpected = atEnd ? 'end of file' : JSON.stringify(shown)
  const hint = /^(?:\/\/|\/\*|#)/.test(shown)
    ? 'JSON, which has no comments'
    : found === 'RBrace' || found === 'RBracket'
      ? 'a value; is there a comma before the closing bracket?'
      : found === undefined && !atEnd
        ? 'JSON; keys and texts stand in double quotes'
        : 'a comma, a value or a closing bracket'
  return error(
    at,
    'source/json',
    `Unexpected ${unexpected}, expected ${atEnd ? 'the rest of the JSON' : hint}`,
  )
}

function repeatedMembers(file: string, node: AnyNode): Diagnostic[] {
  if (node.type === 'Array') return node.elements.flatMap((element) => repeatedMembers(file, element.value))
  if (node.type !== 'Object') return []
  const seen = new Map<string, AnyNode>()
  return node.members.flatMap((member) => {
    const name = nameOf(member.name)
    const first = seen.get(name)
    const inside = repeatedMembers(file, member.value)
    if (!first) {
      seen.set(name, member.name)
      return inside
    }
    const place = (at: AnyNode): Location => ({ file, line: at.loc.start.line, column: at.loc.start.column })
    return [
      error(place(member.name), 'source/unique-key', `Unexpected second "${name}", expected every key once`, {
        message: 'first given here',
        at: place(first),
      }),
      ...inside,
    ]
  })
}

function nameOf(name: AnyNode): string {
  return name.type === 'String' ? name.value : name.type === 'Identifier' ? name.name : ''
}
