// Holds texts that are shown beside the facts against what the unit records: one check, to which quizzes and
// decks hand their texts.

import { error, warning, type Diagnostic, type Location } from '../diagnostics/diagnostic.ts'
import { sha256 } from '../source/digest.ts'
import type { Place } from '../source/json-document.ts'
import type { ArticleText } from '../source/normalise.ts'
import type { Reader } from '../languages/reading.ts'
import type { Span } from '../languages/span.ts'
import { foldQuoted, hasQuotation, hasQuotationMark, quotationsIn } from '../languages/quotations.ts'
import {
  countsTexts,
  joinSupport,
  missingFrom,
  readSupport,
  type Support,
  type Unsupported,
} from './evidence/support.ts'
import { covers } from './evidence/excuses.ts'
import { passagesOf } from './evidence/passages.ts'
import { backgroundText, frameOf, frameText, relatedTo, surroundingsOf } from './evidence/surroundings.ts'
import { factSupport, factText } from './fact-text.ts'
import type { FactBase } from './fact-base.ts'
import { lookAtAll, type LookAt } from './found-sound.ts'
import type { Excuse, Fact } from './fact-schema.ts'
import type { FactId } from './ids.ts'

/** A text that people see or hear. */
export interface ShownText {
  /** What it is, for a message: "explanation", "heading of a slide". */
  kind: string
  text: string
  /** Where it stands, found only when something is said of it. */
  at: Pick<Place, 'location'>
  /** Whose it is, for a message: `question "tides"`. */
  of: string
  /** The facts that it is about. */
  facts: readonly FactId[]
  /** Background that it may repeat though it does not name it. */
  background?: readonly string[]
  /** What else it may repeat, for example its stem. */
  given?: string
  /** It may name whom any fact names, as a reason does that tells what others say. */
  anyName?: true
  /** Its figures, dates and names are made up, as those of a claim that is called false may be. */
  madeUp?: true
  /** It may be more than prose, as Markdown is: what is found in it is a warning. */
  unsure?: true
}

/** Texts that share a list of excuses. */
export interface ShownTexts {
  texts: readonly ShownText[]
  excuses: readonly Excuse[]
  /** Where an excuse stands. */
  excuseAt(index: number): Location
}

/** What the articles prove beyond the words of the facts. */
export interface Proof {
  /** The words of the evidence of a fact. */
  passagesOf(fact: Fact): readonly string[]
  articles: readonly string[]
  /** Of the articles as they were recorded. */
  digest: string
  /** Tells names from other words that open a sentence. */
  reader?: Reader | undefined
}

/**
 * What the articles of a unit prove.
 * @param texts the articles by source, those alone that are the recorded ones; undefined where one is missing,
 *   since what it proves cannot be known then.
 */
export function proofOf(
  base: FactBase,
  texts: ReadonlyMap<string, ArticleText>,
  reader?: Reader,
): Proof | undefined {
  if (Array.from(base.sources.keys()).some((id) => !texts.has(id))) return undefined
  return {
    passagesOf: (fact) => passagesOf(fact, texts),
    articles: Array.from(texts.values(), ({ running }) => running),
    digest: sha256(...Array.from(texts, ([id, { sha256: digest }]) => `${id} ${digest}\n`)),
    reader,
  }
}

/**
 * The figures, dates and names of texts that their facts do not have, with all that is said about these: nor
 * what they need, mention, disagree or compute with, what articles are called, background. An error where no fact of
 * the unit has them, and with the articles also where only another fact has; else a warning, since a passage of
 * their own may. Quotations are held against the articles, and judged with these alone.
 */
export function checkShownTexts(
  all: Iterable<ShownTexts>,
  base: FactBase,
  proof?: Proof,
  lookAt: LookAt = lookAtAll,
): Diagnostic[] {
  const known = readKnown(base, proof)
  const found: Diagnostic[] = []
  for (const each of all)
    found.push(...lookAt(`shown ${proof?.digest ?? ''}\n${asLookedAt(each)}`, () => checkTexts(each, known)))
  return found
}

/** All that is looked at, as one text: where a text stands is none of it. */
function asLookedAt({ texts, excuses }: ShownTexts): string {
  return JSON.stringify([texts.map((text) => ({ ...text, at: undefined })), excuses])
}

function checkTexts({ texts, excuses, excuseAt }: ShownTexts, known: Known): Diagnostic[] {
  const needed = new Set<Excuse>()
  const found = texts.flatMap((shown) =>
    [...missingIn(shown, known), ...misquotedIn(shown, known)].flatMap((missing) => {
      const excuse = excuses.find(({ text }) => covers(text, shown.text, missing.start, missing.end))
      if (excuse) needed.add(excuse)
      return excuse || missing.proven ? [] : [tell(shown, missing)]
    }),
  )
  const unneeded = excuses.flatMap((excuse, index) =>
    // Quotations are not looked up without the articles.
    needed.has(excuse) || (!known.proof && hasQuotationMark(excuse.text))
      ? []
      : [
          warning(
            excuseAt(index),
            'shown/excuse-needed',
            `Unexpected excuse for "${excuse.text}", expected none: no text has these words, or the facts have them too`,
          ),
        ],
  )
  return [...found, ...unneeded]
}

/** Something of a text that may lack support, and the rule that says so. */
interface Token extends Span {
  noun: string
  rule: string
}

interface Missing extends Token {
  expected: string
  sure: boolean
  /** A passage of its facts has it. */
  proven?: boolean
  note?: string
}

function tell({ at, kind, of, unsure }: ShownText, { sure, noun, rule, text, expected, note }: Missing) {
  const say = sure && !unsure ? error : warning
  return say(
    at.location,
    rule,
    `Unexpected ${noun} "${text}" in the ${kind} of ${of}, expected ${expected}`,
    note ?? 'correct it, or say why it may stand in "notInFacts"',
  )
}

interface Known {
  base: FactBase
  proof: Proof | undefined
  /** Facts with those of which they may speak. */
  withRelated(ids: readonly FactId[]): readonly Fact[]
  unit(): Support
  /** Folded, as quotations are looked up. */
  quotable: readonly string[]
}

function readKnown(base: FactBase, proof: Proof | undefined): Known {
  let unit: Support | undefined
  const named = (id: FactId): Fact[] => {
    const fact = base.facts.get(id)?.value
    return fact ? [fact] : []
  }
  return {
    base,
    proof,
    withRelated: (ids) =>
      [...new Set(ids.flatMap((id) => [id, ...named(id).flatMap(relatedTo)]))].flatMap(named),
    unit: () => {
      // Whichever text has it made, every text that it is asked for rests on all facts (found-sound.ts).
      const all = base.facts.values()
      return (unit ??= joinSupport([
        frameOf(base),
        ...Array.from(all, ({ value }) => factSupport(value, base)),
      ]))
    },
    quotable: proof
      ? [...proof.articles, frameText(base), backgroundText(base), ...titlesOf(base)].map(foldQuoted)
      : [],
  }
}

/** What stands between quotation marks as a name: "What the articles on “Night buses” say". */
function titlesOf({ unit, topics }: FactBase): string[] {
  return [unit.title, ...topics.map(({ value }) => value.title)]
}

const nothing = joinSupport([])

function missingIn(
  { text, given, facts, background, anyName, madeUp }: ShownText,
  { base, proof, withRelated, unit }: Known,
): Missing[] {
  if (madeUp) return []
  // Most texts have nothing that could be missing.
  if (tokensOf(missingFrom(nothing, text, base, proof?.reader)).length === 0) return []
  const own = withRelated(facts)
  const repeated = given === undefined ? [] : [readSupport(given, base)]
  const lacking = (supports: readonly Support[]): Token[] =>
    tokensOf(missingFrom(joinSupport(supports), text, base, proof?.reader))
  const near = [...repeated, ...own.map((fact) => factSupport(fact, base))]
  if (lacking(near).length === 0) return []
  const around = surroundingsOf([text, given ?? ''].join('\n'), base, background)
  const missing = lacking([...near, ...around])
  if (missing.length === 0) return []
  const nowhere = lacking([...repeated, unit()])
  const asked = anyName ? missing.filter((token) => token.noun !== 'name' || isIn(nowhere, token)) : missing
  const passages = proof ? own.flatMap((fact) => proof.passagesOf(fact)) : []
  const unproven = proof ? lacking([...near, ...around, readSupport(passages.join('\n'), base)]) : missing
  return asked.map((token): Missing => {
    const far = isIn(nowhere, token)
    const there = far ? undefined : holderOf(token, text, base, proof?.reader)
    return {
      ...token,
      proven: !isIn(unproven, token),
      sure: far || proof !== undefined,
      expected: far ? 'one that a fact of the unit has' : `one that its facts have (${few(facts)})`,
      ...(there === undefined
        ? {}
        : {
            note: `fact "${there}" has it: name that one there, mend it, or say why it may stand in "notInFacts"`,
          }),
    }
  })
}

function isIn(all: readonly Token[], { start }: Token): boolean {
  return all.some((each) => each.start === start)
}

function tokensOf({ figures, dates, names }: Unsupported): Token[] {
  const as =
    (noun: string) =>
    ({ text, start, end }: Span): Token => ({ noun, rule: `shown/${noun}-in-facts`, text, start, end })
  return [
    ...figures.filter((figure) => !countsTexts(figure)).map(as('figure')),
    ...dates.map(as('date')),
    ...names.map(as('name')),
  ]
}

/** A fact that has what others lack. */
function holderOf(
  { start }: Token,
  text: string,
  base: FactBase,
  reader: Reader | undefined,
): string | undefined {
  return Array.from(base.facts.values(), ({ value }) => value).find((fact) =>
    tokensOf(missingFrom(factSupport(fact, base), text, base, reader)).every((each) => each.start !== start),
  )?.id
}

function misquotedIn(
  { text, given = '', facts }: ShownText,
  { base, proof, withRelated, quotable }: Known,
): Missing[] {
  const quotations = proof ? quotationsIn(text) : []
  if (quotations.length === 0) return []
  const near = foldQuoted([given, ...withRelated(facts).map((fact) => factText(fact, base))].join('\n'))
  return quotations
    .filter(({ words }) => ![near, ...quotable].some((each) => hasQuotation(each, words)))
    .map(({ words, start, end }) => ({
      noun: 'quotation',
      rule: 'shown/quotation-in-articles',
      text: words,
      start,
      end,
      expected: 'words that stand in an article to the letter',
      sure: true,
      note: 'quote to the letter, tell it without quotation marks, or say why it may stand in "notInFacts"',
    }))
}

function few(ids: readonly string[]): string {
  const shown = [...new Set(ids)]
  return shown.length <= 4 ? shown.join(', ') : `${shown.slice(0, 4).join(', ')} and ${shown.length - 4} more`
}
