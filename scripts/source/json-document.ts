import { parse, type DocumentNode, type Node } from '@humanwhocodes/momoa'
import { error, type Checked, type Location } from '../diagnostics/diagnostic.ts'

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
    let node: Node = this.#root.body
    let key: Node | undefined
    for (const segment of path) {
      key = undefined
      if (node.type === 'Object') {
        const member = node.members.findLast((each) => nameOf(each.name) === segment)
        if (!member) break
        key = member.name
        node = member.value
      } else if (node.type === 'Array') {
        const element = typeof segment === 'number' ? node.elements[segment] : undefined
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
  let root: DocumentNode
  try {
    root = parse(text, { mode: 'json', ranges: true })
  } catch (thrown) {
    const { message, line, column } = thrown as Error & { line?: number; column?: number }
    const at = { file, line: line ?? 1, column: column ?? 1 }
    const found = text.trim() === '' ? 'Unexpected end of file, expected JSON' : message.replace(/\s*\(\d+:\d+\)\.?$/, '').replace(/\.$/, '')
    return { diagnostics: [error(at, 'source/json', found.startsWith('Unexpected') ? found : `Unexpected JSON: ${found}`)] }
  }
  const diagnostics = repeatedMembers(file, root.body)
  return { value: new JsonDocument(file, root, JSON.parse(text.replace(/^\uFEFF/, ''))), diagnostics }
}

function repeatedMembers(file: string, node: Node): ReturnType<typeof error>[] {
  if (node.type === 'Array') return node.elements.flatMap((element) => repeatedMembers(file, element.value))
  if (node.type !== 'Object') return []
  const seen = new Map<string, Node>()
  return node.members.flatMap((member) => {
    const name = nameOf(member.name)
    const first = seen.get(name)
    const inside = repeatedMembers(file, member.value)
    if (!first) {
      seen.set(name, member.name)
      return inside
    }
    const place = (at: Node): Location => ({ file, line: at.loc.start.line, column: at.loc.start.column })
    return [
      error(place(member.name), 'source/unique-key', `Unexpected second "${name}", expected every key once`, {
        message: 'first given here',
        at: place(first),
      }),
      ...inside,
    ]
  })
}

function nameOf(name: Node): string {
  return name.type === 'String' ? name.value : name.type === 'Identifier' ? name.name : ''
}
