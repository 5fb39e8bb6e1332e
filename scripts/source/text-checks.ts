// Text that cannot be shown literally everywhere (slides, pages, print, a terminal) is refused, all other
// text is accepted.

import { error, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { mayHoldMarks } from './marked-fields.ts'
import type { JsonDocument, PathSegment } from './json-document.ts'

/** Those that were found to hold nothing but what can be shown: `dev` and `build --watch` have the same ones again. */
const allPlain = new WeakSet<JsonDocument>()

/**
 * Every string of the documents, keys included, that cannot be shown as it is written. Never throws, whatever
 * the strings hold.
 */
export function textChecks(documents: readonly JsonDocument[]): Diagnostic[] {
  return documents.flatMap((document) => {
    if (allPlain.has(document)) return []
    if (isPlain(document.value)) {
      allPlain.add(document)
      return []
    }
    const diagnostics: Diagnostic[] = []
    const add = (text: string, path: readonly PathSegment[], want: 'key' | 'value'): void => {
      // A line break is one in these.
      const line = want === 'value' && mayHoldMarks(document.file, path) ? text.replaceAll('\n', ' ') : text
      for (const [found, expected] of textProblems(line))
        diagnostics.push(
          error(document.location(path, want), 'source/text', `Unexpected ${found}, expected ${expected}`),
        )
    }
    // A list of what is still to visit: nesting as deep as the parser allows must not exhaust the stack.
    const rest: { value: unknown; path: readonly PathSegment[] }[] = [{ value: document.value, path: [] }]
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { value, path } = next
      if (typeof value === 'string') add(value, path, 'value')
      else if (Array.isArray(value))
        value.forEach((each, index) => rest.push({ value: each, path: [...path, index] }))
      else if (value !== null && typeof value === 'object')
        for (const [key, each] of Object.entries(value)) {
          add(key, [...path, key], 'key')
          rest.push({ value: each, path: [...path, key] })
        }
    }
    return diagnostics
  })
}

/**
 * Every line of these Markdown files (by path within slides/) that cannot be shown as it is written. Tabs are
 * fine, and so are long addresses, within a line too. Never throws.
 */
export function markdownTextChecks(markdown: ReadonlyMap<string, string>): Diagnostic[] {
  return [...markdown].flatMap(([file, text]) =>
    text.split(/\r\n?|\n/).flatMap((line, index) => {
      const plain = line
        .replaceAll('\t', ' ')
        .replaceAll(/(?:\b[a-z][a-z+.-]*:\/\/|\bdata:)[\w%/?&=.,;+#~:@!$*-]+/gi, (address) =>
          ' '.repeat(address.length),
        )
      return textProblems(plain).map(([found, expected, at]) =>
        error(
          { file: `slides/${file}`, line: index + 1, column: at + 1 },
          'source/text',
          `Unexpected ${found}, expected ${expected}`,
        ),
      )
    }),
  )
}

/**
 * What makes a text of one line impossible to show literally, each kind once, as [what stands there, what is
 * expected, where it starts in UTF-16 units]:
 * - lone surrogates: they have no form in UTF-8;
 * - control characters (Cc) and line or paragraph separators: invisible, or they break the line;
 * - the replacement character U+FFFD: a file that is not UTF-8 was read, and the letter is lost;
 * - noncharacters such as U+FFFE: forbidden in HTML and YAML;
 * - directional embeddings, overrides and isolates (U+202A-202E, U+2066-2069) that are not closed, or closed
 * without being open: they would turn round the text that follows; balanced ones pass (UAX #9);
 * - words of more than 100 characters: they run off slides and paper. A word ends at a blank, a hyphen or a
 * slash; addresses of web pages are no words, scripts without blanks between words break anywhere.
 */
export function textProblems(text: string): [found: string, expected: string, at: number][] {
  const problems: [string, string, number][] = []
  const lone = text.search(/\p{Surrogate}/u)
  if (lone >= 0) problems.push(['lone surrogate in a text', 'well-formed Unicode', lone])
  const control = /[\p{Cc}\u2028\u2029]/u.exec(text)
  if (control)
    problems.push([
      `control character ${codePoint(control[0])} in a text`,
      'one line that can be shown',
      control.index,
    ])
  if (text.includes('\uFFFD'))
    problems.push([
      'replacement character U+FFFD in a text',
      'the letter itself: is the file saved as UTF-8?',
      text.indexOf('\uFFFD'),
    ])
  const nothing = /\p{Noncharacter_Code_Point}/u.exec(text)
  if (nothing)
    problems.push([
      `noncharacter ${codePoint(nothing[0])} in a text`,
      'characters that can be shown',
      nothing.index,
    ])
  const direction = unbalancedDirection(text)
  if (direction !== undefined)
    problems.push([
      `unbalanced direction control ${codePoint(direction[0])} in a text`,
      'every embedding, override or isolate to be closed where it was opened',
      direction.index,
    ])
  const long = longWord(text)
  if (long !== undefined)
    problems.push([
      `word of ${Array.from(long).length} characters ("${Array.from(long).slice(0, 12).join('')}…")`,
      'words of at most 100',
      text.indexOf(long),
    ])
  return problems
}

/**
 * Letters of Latin scripts and their punctuation in words of at most 100: most files hold nothing else, and
 * one look is enough for them.
 */
const notPlain = /[^ -~\u00A0-\u024F\u2010-\u2027\u2030-\u205E]/
const longest = 100

/** Whether a text has a word, up to a blank, a hyphen or a slash, of more than so many letters. */
function hasLongWord(text: string): boolean {
  // Such a word lies over one of every 101 places, and a look at these is enough.
  for (let at = longest; at < text.length; at += longest + 1) {
    let [from, to] = [at, at]
    while (from >= 0 && !endsWord(text.charCodeAt(from))) from--
    while (to < text.length && !endsWord(text.charCodeAt(to))) to++
    if (to - from - 1 > longest) return true
  }
  return false
}

function endsWord(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x2f
}

function isPlain(value: unknown): boolean {
  const rest = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next === 'string') {
      if (notPlain.test(next) || hasLongWord(next)) return false
    } else if (next !== null && typeof next === 'object') {
      if (!Array.isArray(next)) for (const key of Object.keys(next)) rest.push(key)
      // Not as arguments of one call: a list may be longer than a call can take.
      for (const each of Object.values(next)) rest.push(each)
    }
  }
  return true
}

/** `U+` and at least four hexadecimal digits, as Unicode writes it. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The first control that closes nothing, else the first that is never closed. */
function unbalancedDirection(text: string): RegExpExecArray | undefined {
  const open: RegExpExecArray[] = []
  for (const found of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    const [control] = found
    if (control === '\u202C') {
      if (!/[\u202A\u202B\u202D\u202E]/.test(open.pop()?.[0] ?? '')) return found
    } else if (control === '\u2069') {
      if (!/[\u2066-\u2068]/.test(open.pop()?.[0] ?? '')) return found
    } else open.push(found)
  }
  return open[0]
}

function longWord(text: string): string | undefined {
  if (/^[a-z][a-z+.-]*:\/\/\S*$/i.test(text)) return undefined
  return text
    .split(
      /[\s\-‐/\u200B\u00AD]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
    )
    .find((word) => word.length > 100 && Array.from(word).length > 100)
}
