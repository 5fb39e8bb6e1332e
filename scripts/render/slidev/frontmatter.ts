// Frontmatter of generated slides is one `key: JSON` a line. Reading it as that instead of as YAML, of which
// it is a part, saves most of the time that making a deck takes.

/** The value, or undefined where a line is anything else and only a YAML parser will do. */
export function parseFrontmatterLines(raw: string): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {}
  for (const line of raw.split('\n')) {
    if (line.trim() === '') continue
    const parts = /^([A-Za-z_]\w*): (.*)$/.exec(line)
    const [, key = '', text = ''] = parts ?? []
    // A repeated key is an error, which YAML words better.
    if (!parts || Object.hasOwn(value, key)) return undefined
    if (/^[a-z][a-z-]*$/.test(text) && !['true', 'false', 'null'].includes(text)) {
      value[key] = text
      continue
    }
    try {
      value[key] = JSON.parse(text)
    } catch {
      return undefined
    }
  }
  return value
}
