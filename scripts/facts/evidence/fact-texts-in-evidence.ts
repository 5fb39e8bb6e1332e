import { foldQuoted, quotationsIn } from '../../languages/quotations.ts'
import type { Reader } from '../../languages/reading.ts'
import { remember } from '../../languages/remember.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { recordText } from '../fact-text.ts'
import type { BesideText, Finding } from './excuses.ts'
import { misquoted } from './quotations-in-evidence.ts'
import { countsTexts, joinSupport, missingFrom, namesPlace, readSupport, type Support } from './support.ts'
import { backgroundText, frameText, relatedTo, surroundingsOf } from './surroundings.ts'
import { textsBeside } from './texts-beside.ts'

/** The words of the articles; empty where they cannot be read. */
export interface Words {
  /** Those of the evidence of a fact. */
  passagesOf(fact: Fact): readonly string[]
  /** Those of the articles in which its evidence lies. */
  articlesOf(fact: Fact): readonly string[]
}

/** What the texts of a fact may rest on. */
interface Ground extends Words {
  fact: Fact
  base: FactBase
  reader: Reader | undefined
  /** What the fact proves for any of its texts. */
  own: Support
  /** What related facts prove; read where it is asked for. */
  others(): Support
}

/**
 * The figures, dates and names of the texts beside a statement stand in the passages of the fact or in what it
 * records, in a fact that it disagrees with, needs, computes with or `mentions`, or in an entry of the background
 * that the text names or the fact lists, the reason of a date also anywhere in its articles; quotations in any of
 * these, or anywhere in an article that the fact or such another rests on.
 */
export function factTextsInEvidence(fact: Fact, words: Words, base: FactBase, reader?: Reader): Finding[] {
  const { passagesOf } = words
  const texts = textsBeside(fact)
  if (texts.length === 0) return []
  let others: Support | undefined
  const ground: Ground = {
    ...words,
    fact,
    base,
    reader,
    own: joinSupport([supportOf(fact, passagesOf(fact), base), workedOut(fact, base)]),
    others: () =>
      (others ??= joinSupport(
        related(fact, base).flatMap((other) => [
          supportOf(other, passagesOf(other), base),
          ...(other.arithmetic ? [workedOut(other, base)] : []),
        ]),
      )),
  }
  return texts.flatMap((beside) => [
    ...(beside.kind === 'place' ? misplaced(beside, ground) : missingIn(beside, ground)),
    ...misquotedIn(beside, ground),
  ])
}

/**
 * A place is a name, wherever it stands: a map shows it. Where the passages have a part of the name and an article of
 * the fact has all of it, it is that one; where only the rest of the article has it, maybe.
 */
function misplaced(beside: BesideText, { fact, base, passagesOf, articlesOf }: Ground): Finding[] {
  const { text } = beside
  // Where blanks do not part words, no name can be looked up.
  if (base.language.unparted) return []
  const near = readSupport(passagesOf(fact).join('\n'), base)
  if (namesPlace(near, text, base)) return []
  const far = namesPlace(readSupport(articlesOf(fact).join('\n'), base), text, base)
  // "Of" stands everywhere.
  const parts = text.split(/[\s-]+/).filter((word) => !/^\p{Ll}/u.test(word))
  if (far && parts.some((word) => namesPlace(near, word, base))) return []
  return [
    {
      severity: far ? 'warning' : 'error',
      rule: 'fact/name-in-evidence',
      key: beside,
      start: 0,
      end: text.length,
      message: `Unexpected place "${text}" of "${fact.id}", expected one that its passages name`,
      notes: ['pin the words that name it too, take it out, or say in "notInEvidence" why it may stand'],
    },
  ]
}

function missingIn(beside: BesideText, ground: Ground): Finding[] {
  const { fact, base, reader, own, others } = ground
  const { kind, text } = beside
  const near = missingFrom(own, text, base, reader)
  if (near.figures.length + near.dates.length + near.names.length === 0) return []
  // Joined only where it is asked for: in a large unit the surroundings are large.
  const all = joinSupport([
    own,
    others(),
    ...surroundingsOf(text, base, fact.background),
    ...(kind === 'reason of the date' ? [datesAround(ground)] : []),
  ])
  const missing = missingFrom(all, text, base, reader)
  return (
    [
      ['figure', 'fact/figure-in-evidence', missing.figures.filter((figure) => !countsTexts(figure))],
      ['date', 'fact/date-in-evidence', missing.dates],
      ['name', 'fact/name-in-evidence', missing.names],
    ] as const
  ).flatMap(([noun, rule, tokens]) =>
    tokens.map(({ text: token, start, end }): Finding => ({
      severity: 'error',
      rule,
      key: beside,
      start,
      end,
      message: `Unexpected ${noun} "${token}" in the ${kind} of "${fact.id}", expected one that its passages, its record or a fact that it mentions has`,
      notes: [
        'correct it, name the fact that says so in "mentions", list an entry of facts/background.json in "background", or say in "notInEvidence" why it may stand',
      ],
    })),
  )
}

/**
 * From what the date of a fact may be worked out, wherever it stands in an article of its: the dates of that article,
 * when it and others appeared, in which season, and the days of the week that it names, next to that.
 */
function datesAround({ fact, base, articlesOf }: Ground): Support {
  const { language } = base
  const read = articlesOf(fact).map((text) => readSupport(text, base))
  const all = Array.from(base.sources.values(), ({ value }) => value.published?.date ?? []).flat()
  const published = fact.evidence.flatMap(
    ({ source }) => base.sources.get(source)?.value.published?.date ?? [],
  )
  const dayName = weekdays(base.unit.language)
  const named = new Set(read.flatMap(({ dates }) => dates.flatMap(({ name }) => name ?? [])))
  const near = published.flatMap((date) =>
    daysAround(date).filter((day) => named.has(language.readTokens(dayName(day)).dates[0]?.name ?? '')),
  )
  const seasons = all.flatMap((date) => language.seasonOf?.(Number(date.slice(5, 7))) ?? [])
  const dated = readSupport('', base, { dates: [...all, ...near] })
  return joinSupport([
    ...read.map((each) => ({ ...each, words: dated.words })),
    { ...dated, dates: [...dated.dates, ...seasons.map((name) => ({ name }))] },
  ])
}

/** The days of the week before and of the week after a date, ISO; none of one that names no day. */
function daysAround(date: string): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return []
  return Array.from({ length: 15 }, (_, index) => {
    const day = new Date(`${date}T00:00:00Z`)
    day.setUTCDate(day.getUTCDate() + index - 7)
    return day.toISOString().slice(0, 10)
  })
}

function misquotedIn(beside: BesideText, { fact, base, articlesOf }: Ground): Finding[] {
  if (quotationsIn(beside.text).length === 0) return []
  const facts = [fact, ...related(fact, base)]
  return misquoted(
    fact,
    beside,
    beside.kind,
    beside.text,
    [
      ...facts.flatMap((each) => [...articlesOf(each), each.statement, each.short]),
      frameText(base),
      backgroundText(base),
    ].map(foldQuoted),
  )
}

function related(fact: Fact, base: FactBase): Fact[] {
  return relatedTo(fact).flatMap((id) => base.facts.get(id)?.value ?? [])
}

function supportOf(fact: Fact, passages: readonly string[], base: FactBase): Support {
  const dates = [fact.when?.from, fact.when?.to].flatMap((date) => date ?? [])
  // How the date of an article was worked out.
  const published = fact.evidence.map(({ source }) => base.sources.get(source)?.value.published)
  const reasons = published.map((each) => each?.why ?? '')
  const days = [...dates, ...published.flatMap((each) => each?.date ?? [])].map(weekdays(base.unit.language))
  return readSupport(
    [recordText(withoutRemarks(fact), base), ...reasons, ...days, ...passages].join('\n'),
    base,
    { dates },
  )
}

/** What day of the week a date is, by language; empty where it names no day. The facts of an article share its date. */
const weekdays = remember((language: string) => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return remember((date) =>
    /^\d{4}-\d\d-\d\d$/.test(date) ? format.format(new Date(`${date}T00:00:00Z`)) : '',
  )
})

/** A fact without what does not prove itself: words of its author in the record. */
function withoutRemarks(fact: Fact): Fact {
  return {
    ...fact,
    quantities: fact.quantities.map((quantity) => ({ ...quantity, label: '', unit: '', display: undefined })),
    ...(fact.when ? { when: { ...fact.when, resolved: undefined } } : {}),
  }
}

/**
 * What is worked out: the steps of a sum, also rounded, and the sum and difference of any two quantities of
 * the fact and of those that it disagrees with.
 */
function workedOut(fact: Fact, base: FactBase): Support {
  const steps = fact.arithmetic?.steps ?? []
  const read = readSupport(steps.map(({ compute, equals }) => `${compute}; ${equals}`).join('\n'), base)
  const facts = [fact, ...fact.disagreesWith.flatMap((each) => base.facts.get(each.fact)?.value ?? [])]
  const quantities = facts
    .flatMap((each) => each.quantities)
    .flatMap(({ value, low, high }) => [value, low, high].filter((each) => each !== undefined))
  const pairs = quantities.flatMap((one) =>
    quantities.flatMap((other) => [one + other, Math.abs(one - other)]),
  )
  const rounded = steps.flatMap(({ equals, unit }) => {
    // "11.1 % of a year" is a share as well.
    const all = base.language.readTokens(`${equals} ${unit}`).figures[0]?.values ?? []
    return [equals, ...all].flatMap((value) => [1, 2, 3].map((digits) => Number(value.toPrecision(digits))))
  })
  return { ...read, values: new Set([...read.values, ...pairs, ...rounded]) }
}
