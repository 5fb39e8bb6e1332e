// A small unit on an invented harbour, in a notation in which a test says only what it is about.

import { formatDiagnostic, sortDiagnostics, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import { loadBanks, type Banks } from '../../scripts/questions/banks.ts'
import { parseJson, type JsonDocument } from '../../scripts/source/json-document.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'

type Json = Record<string, unknown>

/** The article of the unit: invented, as are all its names. */
export const article = [
  'The Tidewick bridge opened on 4 May 2019.',
  'It carries more than 1,200 carts a day, Mayor Ada Quill said.',
  'The ferry reportedly carried about forty carts.',
  'Sugar may have dissolved half a million barrels of tea.',
  'The Quillish fleet is believed to own up to 12 boats.',
  'In June 2018 Iceland sent three S-40 cranes, possibly including a red one.',
  'Towns like Tidewick and the Quillish fleet drink much tea.',
  'Guests, such as Ada Quill, who danced, looked like sailors.',
  'A baker from L’Oleron met Captain O’Tide and Quill’s cook.',
].join('\n')

export const file = 'tidewick.txt'
export const articles = new Map([[file, article]])

export const source = {
  id: 'gazette',
  file,
  sha256: sha256(article),
  title: 'A bridge for Tidewick',
  publisher: 'Tidewick Gazette',
  published: { date: '2019-05-05', basis: 'printed' },
}

export const actors: Json[] = [
  { id: 'quill', name: 'Ada Quill', kind: 'person', roles: [{ role: 'Mayor', source: 'gazette' }] },
  { id: 'tidewick', name: 'Tidewick', kind: 'state' },
  { id: 'fleet', name: 'Quillish fleet', kind: 'organisation' },
  { id: 'iceland', name: 'Iceland', kind: 'state' },
]

/** The span of the article that a quote stands for. */
export function pinned(quote: string): Json {
  const text = new ArticleText(article)
  const at = text.text.indexOf(quote)
  if (at < 0) throw new Error(`not in the article: ${quote}`)
  const start = text.offsetOf(at)
  return { source: 'gazette', start, end: start + Array.from(quote).length, sha256: sha256(quote) }
}

/** A fact: what is not given is harmless. `from` is the evidence, as words of the article. */
export function fact(
  id: string,
  { from = 'The Tidewick bridge opened on 4 May 2019.', ...rest }: Json & { from?: string } = {},
): Json {
  const statement = (rest['statement'] as string | undefined) ?? 'The bridge opened.'
  return {
    id,
    statement,
    short: 'Bridge',
    status: 'documented',
    tags: ['bridge'],
    evidence: [pinned(from)],
    ...rest,
  }
}

export function document(name: string, value: unknown): JsonDocument {
  const parsed = parseJson(name, JSON.stringify(value, null, 1))
  if (!parsed.value) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return parsed.value
}

export interface Parts {
  facts?: Json[]
  sources?: Json[]
  actors?: Json[]
  more?: JsonDocument[]
}

/**
 * A fact base with one topic, `facts/bridge.json`. Throws where a schema refuses it: then the test is wrong.
 */
export function baseOf(parts: Parts | Json[]): FactBase {
  const {
    facts = [fact('opening')],
    sources = [source],
    actors: people = actors,
    more = [],
  } = Array.isArray(parts) ? ({ facts: parts } as Parts) : parts
  const { value, diagnostics } = loadFactBase([
    document('facts/sources.json', { sources }),
    document('facts/actors.json', { actors: people }),
    document('facts/bridge.json', {
      topic: { id: 'bridge', title: 'The bridge', summary: 'A bridge.' },
      facts,
    }),
    ...more,
  ])
  if (diagnostics.length > 0 || !value) throw new Error(shown(diagnostics).join('\n'))
  return value
}

/** A question with a key and two distractors: `text` of each, or a whole option. */
export function question(
  id: string,
  rest: Json & { key?: string | Json; distractors?: (string | Json)[] } = {},
): Json {
  const { key = 'The bridge', distractors = ['The ferry', 'The crane'], ...own } = rest
  const option = (value: string | Json, more: Json): Json => ({
    ...(typeof value === 'string' ? { text: value } : value),
    because: 'So the Gazette says.',
    ...more,
    ...(typeof value === 'string' ? {} : value),
  })
  return {
    id,
    stem: 'What opened in Tidewick?',
    facts: ['opening'],
    options: [option(key, { correct: true }), ...distractors.map((each) => option(each, {}))],
    level: 'recall',
    objective: 'read',
    ...own,
  }
}

export function bank(questions: Json[], rest: Json = {}): Json {
  return {
    title: 'Bridges',
    summary: 'On bridges.',
    objectives: [{ id: 'read', text: 'Read a report.' }],
    questions,
    ...rest,
  }
}

/** One bank, `questions/bridges.json`. Throws where the loader complains. */
export function banksOf(questions: Json[], base: FactBase, rest: Json = {}): Banks {
  const { value, diagnostics } = loadBanks([document('questions/bridges.json', bank(questions, rest))], base)
  if (diagnostics.length > 0 || !value) throw new Error(shown(diagnostics).join('\n'))
  return value
}

/** As a person reads them, in the order in which they are printed. */
export function shown(diagnostics: readonly Diagnostic[]): string[] {
  return sortDiagnostics(diagnostics).map(formatDiagnostic)
}
