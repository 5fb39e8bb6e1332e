// What the compiler says to people. A problem in the content is data (a Diagnostic), never an exception: all
// of them are collected, sorted and printed together, so that an author mends a file once.

/** A place in a content file; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Location {
  file: string
  line: number
  column: number
}

/** A remark that belongs to a diagnostic: what to do, or the other place that matters. */
export interface Note {
  message: string
  at?: Location
}

export interface Diagnostic {
  severity: 'error' | 'warning'
  /** `stage/kebab-case`, for example `fact/known-actor`. */
  rule: string
  /** "Unexpected X, expected Y", one sentence without a full stop. */
  message: string
  at: Location
  notes: Note[]
  /** Of the text that stands at `at`, the words that it is about, in UTF-16 units; absent: all of it. */
  words?: { start: number; end: number }
}

/**
 * A value and what was noticed while making it. `value` is absent after an error that leaves nothing usable.
 */
export interface Checked<T> {
  value?: T
  diagnostics: Diagnostic[]
}

/** Makes an error; strings among the notes become notes without a place. */
export function error(at: Location, rule: string, message: string, ...notes: (string | Note)[]): Diagnostic {
  return { severity: 'error', rule, message, at, notes: notes.map(asNote) }
}

/** Makes a warning; a warning never stops a build. */
export function warning(
  at: Location,
  rule: string,
  message: string,
  ...notes: (string | Note)[]
): Diagnostic {
  return { severity: 'warning', rule, message, at, notes: notes.map(asNote) }
}

function asNote(note: string | Note): Note {
  return typeof note === 'string' ? { message: note } : note
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** The same, every warning made an error. */
export function asErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((each) => ({ ...each, severity: 'error' }))
}

/** File, then place, then rule and text: the same problems print the same text however they were found. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.at.file, b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `file:line:column: error: message [rule]`, each note on a line of its own. */
export function formatDiagnostic({ at, severity, message, rule, notes }: Diagnostic): string {
  return [
    `${place(at)}: ${severity}: ${message} [${rule}]`,
    ...notes.map((note) => `${note.at ? `${place(note.at)}: ` : '  '}note: ${note.message}`),
  ]
    .map(printable)
    .join('\n')
}

/**
 * File names and texts come from anywhere: what would move the cursor, ring or colour a terminal stands as
 * its code, as in JSON. For one line.
 */
export function printable(line: string): string {
  return line.replaceAll(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`
}
