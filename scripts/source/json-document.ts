import {
  parse,
  type AnyNode,
  type DocumentNode,
  type ElementNode,
  type MemberNode,
} from '@humanwhocodes/momoa'
import { error, type Checked, type Diagnostic, type Location } from '../diagnostics/diagnostic.ts'

export type PathSegment = string | number

/** A JSON file that remembers where each of its values stands. */
export class JsonDocument {
  readonly file: string
  readonly value: unknown
  readonly #root: DocumentNode

  constructor(file: string, root: DocumentNode, value: unknown) {
    this.file = file
    this.value = value
    this.#root = root
  }

  /** Where the value at `path` stands, or its nearest ancestor that exists. `key` asks for the name of the last member instead of its value. */
  location(path: readonly PathSegment[], want: 'value' | 'key' = 'value'): Location {
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
  let root: DocumentNode
  try {
    root = parse(body, { mode: 'json', ranges: true })
  } catch (thrown) {
    return { diagnostics: [syntaxError(file, body, thrown as Error & { line?: number; column?: number })] }
  }
  const diagnostics = repeatedMembers(file, root.body)
  try {
    return { value: new JsonDocument(file, root, JSON.parse(body)), diagnostics }
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

function syntaxError(
  file: string,
  text: string,
  thrown: Error & { line?: number; column?: number },
): Diagnostic {
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
