// Frontmatter of generated slides: a key, a list item or a value a line, every string in JSON's notation. It
// is written so that people can edit it, and read here as just that instead of as YAML, of which it is a
// part: that saves most of the time that making a deck takes.

/** The value, or undefined where a line is anything else and only a YAML parser will do. */
export function parseFrontmatterLines(raw: string): Record<string, unknown> | undefined {
  const lines = linesOf(raw)
  if (lines.length === 0) return {}
  const reader = { lines, at: 0 }
  try {
    const value = readMap(reader, 0)
    return reader.at === lines.length ? value : undefined
  } catch (thrown) {
    if (thrown instanceof NotOurs || thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}

class NotOurs extends Error {}

interface Line {
  indent: number
  text: string
}

interface Reader {
  lines: readonly Line[]
  at: number
}

/** The lines that say something; what a backslash at the end of a line breaks is put together. */
function linesOf(raw: string): Line[] {
  const lines: Line[] = []
  let open = false
  for (const line of raw.split('\n')) {
    const text = line.trimStart()
    if (open) {
      const last = lines.at(-1)!
      last.text = last.text.slice(0, -1) + text
    } else if (text !== '') lines.push({ indent: line.length - text.length, text })
    open = text !== '' && /(?<!\\)(?:\\\\)*\\$/.test(text)
  }
  return lines
}

function readMap(reader: Reader, indent: number): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (let line = reader.lines[reader.at]; line?.indent === indent; line = reader.lines[reader.at]) {
    const parts = /^([A-Za-z_]\w*):(?: (.*))?$/.exec(line.text)
    const [, key = '', text] = parts ?? []
    // A repeated key is an error, which YAML words better.
    if (!parts || Object.hasOwn(value, key)) throw new NotOurs()
    reader.at += 1
    value[key] = text === undefined ? readNested(reader, indent) : readValue(text)
  }
  return value
}

function readNested(reader: Reader, indent: number): unknown {
  const next = reader.lines[reader.at]
  if (!next || next.indent <= indent) throw new NotOurs()
  return next.text.startsWith('- ') ? readList(reader, next.indent) : readMap(reader, next.indent)
}

function readList(reader: Reader, indent: number): unknown[] {
  const items: unknown[] = []
  for (
    let line = reader.lines[reader.at];
    line?.indent === indent && line.text.startsWith('- ');
    line = reader.lines[reader.at]
  ) {
    const text = line.text.slice(2)
    if (/^[A-Za-z_]\w*:(?: |$)/.test(text)) {
      // The first key of an item stands where the others do.
      line.text = text
      line.indent += 2
      items.push(readMap(reader, indent + 2))
    } else {
      reader.at += 1
      items.push(readValue(text))
    }
  }
  return items
}

function readValue(text: string): unknown {
  if (/^(?:[a-z][a-z-]*|\d+min)$/.test(text) && !['true', 'false', 'null'].includes(text)) return text
  return JSON.parse(text)
}
