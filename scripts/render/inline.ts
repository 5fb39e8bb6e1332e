// Putting a script, a style sheet or data into a page.

/**
 * Within <script> only these two sequences end or hide code; where they occur, in strings and regular
 * expressions, a backslash is harmless.
 */
export function escapeScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, '<\\')
}

/** Keeps a style sheet from ending its element. */
export function escapeStyle(css: string): string {
  return css.replaceAll(/<(?=\/style)/gi, String.raw`\3C `)
}

/** JSON that no HTML parser takes for markup, whatever its texts hold. */
export function jsonInPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}
