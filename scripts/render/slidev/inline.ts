// Putting a script or a style sheet into a page.

import { createHash } from 'node:crypto'

/** Within <script> only these two sequences end or hide code; where they occur, in strings and regular expressions, a backslash is harmless. */
export function escapeScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, '<\\')
}

/** Keeps a style sheet from ending its element. */
export function escapeStyle(css: string): string {
  return css.replaceAll(/<(?=\/style)/gi, String.raw`\3C `)
}

/** A script's hash as a Content-Security-Policy names it. */
export function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}
