import {
  joinSupport,
  missingFrom,
  readSupport,
  type Support,
  type Unsupported,
} from '../../facts/evidence/support.ts'
import { contentStems, type ContentWord, type KeyWords } from '../../languages/language.ts'
import { rememberBeside } from '../../languages/remember.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { factSupport, factText } from '../../facts/fact-text.ts'
import type { AskedOption, Fitted } from './asked.ts'

/** One thing that speaks for an option, or against it. */
interface Sign {
  kind: SignKind
  /** How much of it there is, mostly from 0 to 1. */
  size: number
  /** In words, for a message; empty where there is nothing to name. */
  says: string
}

/**
 * What each sign weighs: the odds that an option with it is a key, as the logarithm. Fitted by multinomial
 * logistic regression with signs of the weights held, on half of the sample's questions;
 * `bench/key-weights.ts` does it again. Rounded, since the digits after the first say nothing on so few
 * questions. What the length of a reason weighs is held at 1: authors who give each option one line explain
 * none at more length.
 */
export const weights = {
  trueOf: -1.9,
  inFacts: 1.8,
  reasonInFacts: 1.3,
  echoed: 0.6,
  points: -1.4,
  denies: -1.0,
  reasonAtLength: 1.0,
  placed: -0.5,
  elsewhere: -0.3,
  takesBack: -1.3,
  supposes: -0.4,
  leavesOpen: 0.8,
  vouches: -0.8,
  actor: 0.4,
  date: 1.0,
  quantity: 0.7,
  quantityOff: -0.6,
  notInFacts: -0.6,
} as const
export type SignKind = keyof typeof weights

export interface Weighed {
  asked: AskedOption
  signs: readonly Sign[]
  /** The sum of the signs by their weights. */
  sum: number
}

/**
 * What speaks for and against each option: the words, dates, actors and quantities of the question's facts,
 * and how the author's own reason speaks of it. Not a proof: options that answer by an inference share few
 * words with any fact.
 */
export function weighOptions(asked: Fitted, base: FactBase, words: KeyWords): Weighed[] {
  const contentWords = base.language.contentWords ?? (() => [])
  const { facts, stem, question } = asked
  const background = (question.background ?? []).flatMap((id) => base.background.get(id)?.value.text ?? [])
  const said = new Set([
    ...facts.flatMap((fact) => [...stemsOf(fact, base)]),
    ...background.flatMap((text) => [...contentStems(text, base.language)]),
  ])
  let joined: Support | undefined
  const known = (): Support =>
    (joined ??= joinSupport([
      ...facts.map((fact) => factSupport(fact, base)),
      readSupport([question.stem, ...background].join('\n'), base),
    ]))
  const reasons = asked.options.map(({ choice }) => choice.because)
  const unsure = facts.some(({ status }) => status !== 'documented')
  return asked.options.map((each, index): Weighed => {
    const { choice, text: shown, own } = each
    const reason = contentStems(choice.because, base.language)
    const fresh = [...reason].filter((word) => !stem.has(word))
    const lost =
      tokensOf(missingFrom(nothing, shown, base)).length === 0
        ? []
        : tokensOf(missingFrom(known(), shown, base))
    const signs: Sign[] = []
    const sign = (kind: SignKind, size: number, says: string): void => {
      if (size !== 0) signs.push({ kind, size, says })
    }
    if (choice.trueOf !== undefined) sign('trueOf', 1, `"trueOf" has it belong to fact "${choice.trueOf}"`)
    const there = contentWords(shown).filter((word) => own.includes(word.stem) && said.has(word.stem))
    sign(
      'inFacts',
      part(own, said),
      there.length > 0 ? `the facts have ${quoted(there.map(({ word }) => asWritten(word, shown)))}` : '',
    )
    sign('reasonInFacts', part(fresh, said), 'its reason speaks of what the facts say')
    sign('echoed', part(own, reason), 'its reason takes up its words')
    const points = firstOf(words.points, choice.because)
    if (points !== undefined)
      sign('points', 1, `its reason begins with "${points}", as if it spoke of something else`)
    const denied = firstOf(words.denies, choice.because)
    if (denied !== undefined) sign('denies', 1, `its reason begins with "${denied}"`)
    sign('reasonAtLength', lengthBeside(choice.because, reasons), 'its reason explains more than the others')
    const placed = placedWord(choice.because, own, words, contentWords)
    if (placed !== undefined) sign('placed', 1, `its reason says where "${placed}" belongs`)
    const elsewhere = firstOf(words.elsewhere, choice.because)
    if (elsewhere !== undefined) sign('elsewhere', 1, `its reason puts it elsewhere ("${elsewhere}")`)
    const back = firstOf(words.takesBack, choice.because)
    if (back !== undefined) sign('takesBack', 1, `its reason takes something back ("${back}")`)
    const supposes = firstOf(words.supposes, choice.because)
    if (supposes !== undefined) sign('supposes', 1, `its reason says what ${supposes} be so`)
    const open = firstOf(words.leavesOpen, shown)
    if (unsure && open !== undefined) sign('leavesOpen', 1, `"${open}" leaves as much open as the facts do`)
    const vouches = firstOf(words.vouches, shown)
    if (unsure && vouches !== undefined)
      sign('vouches', 1, `"${vouches}" vouches for what the facts leave open`)
    const actor = asked.speakers[index]
    if (actor) sign('actor', actor.fit, actor.says)
    const date = asked.dates[index]
    if (date) sign('date', date.fit, date.says)
    const quantity = asked.quantities[index]
    if (quantity) sign(quantity.fit < 0 ? 'quantityOff' : 'quantity', Math.abs(quantity.fit), quantity.says)
    if (lost.length > 0)
      sign('notInFacts', 1, `the facts do not have ${quoted(lost.map((token) => token.text))}`)
    return { asked: each, signs, sum: signs.reduce((sum, { kind, size }) => sum + weights[kind] * size, 0) }
  })
}

/**
 * From -1, half as long as the others or less, to 1, twice as long or more. Some letters are added to each,
 * so that among short ones a word more says little.
 */
function lengthBeside(reason: string, all: readonly string[]): number {
  if (all.length < 2) return 0
  const sum = all.reduce((total, { length }) => total + length, 0)
  const mean = (sum - reason.length) / (all.length - 1)
  return Math.max(-1, Math.min(1, Math.log2((reason.length + 20) / (mean + 20))))
}

function firstOf(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[0]
}

/** A word that the option has alone, where a reason begins with it and goes on to say where it belongs. */
function placedWord(
  reason: string,
  own: readonly string[],
  { stands }: KeyWords,
  contentWords: (text: string) => readonly ContentWord[],
): string | undefined {
  const all = Array.from(reason.matchAll(/[\p{L}\p{M}\d]+(?:[.,]\d+)*/gu), ([word]) => word)
  const verb = all.findIndex((word, index) => index > 0 && index <= 4 && stands.test(word))
  if (verb < 0) return undefined
  return contentWords(all.slice(0, verb).join(' ')).find(({ stem }) => own.includes(stem))?.word
}

/** Most options have nothing that facts could lack. */
const nothing = joinSupport([])

function tokensOf({ figures, dates, names }: Unsupported) {
  return [...figures, ...dates, ...names]
}

/** A word in lower case as a text has it. */
function asWritten(word: string, text: string): string {
  const at = text.toLowerCase().indexOf(word)
  return at < 0 ? word : text.slice(at, at + word.length)
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ')
}

/** How large a part of the words is there; half where there are none, which says nothing either way. */
function part(words: readonly string[], there: ReadonlySet<string>): number {
  return words.length === 0 ? 0.5 : words.filter((word) => there.has(word)).length / words.length
}

/** Questions share facts, mostly those of one deck. */
const factsKept = 2000

const stemsOf = rememberBeside(
  (fact: Fact, base: FactBase): ReadonlySet<string> => contentStems(factText(fact, base), base.language),
  factsKept,
)
