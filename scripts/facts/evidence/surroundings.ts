// What a text beside the statements may speak of though its own fact does not say it: related facts, what
// articles are called and of when, general knowledge that the unit marks as such.

import type { Background } from '../background/background-schema.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { cite } from '../fact-views.ts'
import type { FactId } from '../ids.ts'
import type { Source } from '../source-schema.ts'
import { foldQuotation, foldQuoted, hasFolded } from '../../languages/quotations.ts'
import { readSupport, type Support } from './support.ts'

/** The facts of which the texts of a fact may speak: what it disagrees with, needs, mentions or computes with. */
export function relatedTo({ disagreesWith, needs, mentions, arithmetic }: Fact): FactId[] {
  return [
    ...disagreesWith.map(({ fact }) => fact),
    ...needs,
    ...mentions,
    ...Object.values(arithmetic?.inputs ?? {}).map(({ fact }) => fact),
  ]
}

function sourceText(source: Source): string {
  const { title, author = '', label = '', published, note = '' } = source
  return [cite(source), title, author, label, published?.why ?? '', note].join('\n')
}

/** What articles are called, by whom and of when, and which offices there are, a line each. */
export function frameText(base: FactBase): string {
  return [
    ...Array.from(base.sources.values(), ({ value }) => sourceText(value)),
    ...Array.from(base.actors.values(), ({ value }) => value.roles.map(({ role }) => role).join('\n')),
  ].join('\n')
}

/** An article, and what a text calls it by. */
interface Called {
  id: string
  /** Folded, as quotations are looked up. */
  called: readonly string[]
  support: Support
}

const frames = new WeakMap<FactBase, { all: Support; names: Support; sources: readonly Called[] }>()

function framesOf(base: FactBase) {
  const known = frames.get(base)
  if (known) return known
  const all = readSupport(frameText(base), base)
  const sources = Array.from(base.sources.values(), ({ value }): Called => ({
    id: value.id,
    called: [value.label, value.publisher, value.title].flatMap((name) =>
      name === undefined ? [] : foldQuotation(name),
    ),
    support: readSupport(sourceText(value), base),
  }))
  const made = { all, names: { ...all, dates: [], values: new Set<number>() }, sources }
  frames.set(base, made)
  return made
}

/** The same, read once: any text may speak of it. */
export function frameOf(base: FactBase): Support {
  return framesOf(base).all
}

/**
 * What a text may speak of beside its facts: by whom articles are and what they are called, the figures and
 * dates of those that it calls by name, and the entries of the background that it names or that `ids` lists. The
 * date of another article proves nothing here, nor does that of anybody's office.
 * @param recordOf the article of whose record the text is a part: what else is recorded does not prove it.
 */
export function surroundingsOf(
  text: string,
  base: FactBase,
  ids: readonly string[] = [],
  recordOf?: string,
): Support[] {
  const { names, sources } = framesOf(base)
  const folded = foldQuoted(text)
  const called = sources.filter(
    (source) => source.id !== recordOf && source.called.some((name) => hasFolded(folded, name)),
  )
  return [
    ...(recordOf === undefined ? [names] : []),
    ...called.map(({ support }) => support),
    ...backgroundNamed(text, base, ids),
  ]
}

/** What the unit has as general knowledge, marked as such, a line each. */
export function backgroundText(base: FactBase): string {
  return Array.from(base.background.values(), ({ value }) => textOf(value)).join('\n')
}

function textOf({ name, aliases, text }: Background): string {
  return [name, ...aliases, text].join('\n')
}

const general = new WeakMap<Background, Support>()

/**
 * The entries of the background that a text is about: those that it names, and those of `ids`. What another
 * entry says proves nothing here: a year can be that of anybody's office.
 */
function backgroundNamed(text: string, base: FactBase, ids: readonly string[]): Support[] {
  const lower = text.toLowerCase()
  return Array.from(base.background.values(), ({ value }) => value)
    .filter(
      ({ id, name, aliases }) =>
        ids.includes(id) || [name, ...aliases].some((each) => lower.includes(each.toLowerCase())),
    )
    .map((entry) => read(entry, base))
}

function read(entry: Background, base: FactBase): Support {
  const known = general.get(entry)
  if (known) return known
  const dates = [entry.when?.from, entry.when?.to].filter((date) => date !== undefined)
  const made = readSupport(textOf(entry), base, { dates })
  general.set(entry, made)
  return made
}
