// Questions from a fact: what can be asked follows from its shape, and what is wrong in one place is true in
// another. Stems and reasons are first lines; the author goes on from there.

import { messagesFor } from '../../contract/messages/registry.ts'
import type { DraftChoice, DraftOption } from '../../question-types/choice/draft-choice.ts'
import type { FactBase } from '../facts/fact-base.ts'
import type { Fact, Quantity } from '../facts/fact-schema.ts'
import type { ActorId, FactId } from '../facts/ids.ts'
import { quantityView, wordWhen } from '../facts/wording.ts'
import { languageFor } from '../languages/table.ts'
import type { StemWords } from '../languages/claim-words.ts'
import { comparable } from '../languages/fold-text.ts'
import { unusedName } from '../facts/names.ts'

/** What a fact can be asked for. */
type QuestionShape = 'how-much' | 'who' | 'when' | 'done' | 'fit' | 'follows'

export interface QuestionProposal extends DraftChoice {
  shape: QuestionShape
  level: 'recall' | 'understand' | 'apply' | 'evaluate'
  /** Distractors that the fact base has too few siblings for; the author writes them. */
  lacks: number
}

/** How many distractors are proposed: three options are enough (Rodriguez 2005). */
const wanted = 2

/** Proposes questions of a saved fact, one for each thing that it tells. Pure. @param taken ids in use. */
export function proposeQuestions(
  id: FactId,
  base: FactBase,
  objective: string,
  taken: ReadonlySet<string> = new Set(),
): QuestionProposal[] {
  const fact = base.facts.get(id)?.value
  if (!fact) return []
  const words = (base.language.claims ?? languageFor('en').claims)?.stems
  if (!words) return []
  const asked = [
    ...fact.quantities.map((quantity) => howMuch(fact, quantity, base, words)),
    ...who(fact, base, words),
    ...when(fact, base, words),
    ...done(fact, base, words),
    ...fits(fact, base, words),
    ...follows(fact, base, words),
  ]
  const used = new Set(taken)
  return asked.map(({ shape, stem, level, facts = [id], key, distractors }) => {
    const name = unusedName(`${id}-${shape}`, used)
    used.add(name)
    const told = differing(key, distractors, base)
    return {
      shape,
      id: name,
      stem,
      facts,
      key,
      distractors: told,
      level,
      objective,
      lacks: wanted - told.length,
    }
  })
}

interface Asked {
  shape: QuestionShape
  stem: string
  level: QuestionProposal['level']
  facts?: readonly FactId[]
  key: DraftOption
  distractors: readonly DraftOption[]
}

/** The first of them that say something else than the key and than each other. */
function differing(key: DraftOption, options: readonly DraftOption[], base: FactBase): DraftOption[] {
  const seen = new Set([optionText(key, base)])
  const kept: DraftOption[] = []
  for (const option of options) {
    const text = optionText(option, base)
    if (kept.length === wanted || seen.has(text)) continue
    seen.add(text)
    kept.push(option)
  }
  return kept
}

function optionText({ text, quantity }: DraftOption, base: FactBase): string {
  if (!quantity) return comparable(text ?? '')
  const found = base.facts
    .get(quantity.fact as FactId)
    ?.value.quantities.find(({ id }) => id === quantity.quantity)
  return found ? comparable(quantityView(found, messagesFor(base.unit.language)).text) : ''
}

/** Other facts, those of the same article first, then those of the same topic. */
function siblings(fact: Fact, base: FactBase): Fact[] {
  const sources = new Set(fact.evidence.map(({ source }) => source))
  const topic = base.topics.find(({ facts }) => facts.includes(fact.id))
  const near = (other: Fact): number =>
    (other.evidence.some(({ source }) => sources.has(source)) ? 2 : 0) +
    (topic?.facts.includes(other.id) ? 1 : 0)
  return [...base.facts.values()]
    .map(({ value }) => value)
    .filter(({ id }) => id !== fact.id)
    .map((other) => ({ other, weight: near(other) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ other }) => other)
}

/** On a scale of times more: 10 and 20 are as far apart as 100 and 200. */
function middle({ value, low, high }: Quantity): number {
  return Math.log(Math.abs(value ?? (low! + high!) / 2) || 1)
}

function howMuch(fact: Fact, quantity: Quantity, base: FactBase, words: StemWords): Asked {
  const speaker = fact.saidBy[0] && base.actors.get(fact.saidBy[0])?.value.name
  const others = siblings(fact, base)
    .concat(fact)
    .flatMap((other) => other.quantities.map((each) => ({ other, each })))
    .filter(
      ({ other, each }) => each.unit === quantity.unit && !(other.id === fact.id && each.id === quantity.id),
    )
    .toSorted(
      (a, b) => Math.abs(middle(a.each) - middle(quantity)) - Math.abs(middle(b.each) - middle(quantity)),
    )
  return {
    shape: 'how-much',
    stem: words.howMuch(quantity.label, speaker),
    level: 'recall',
    key: { quantity: { fact: fact.id, quantity: quantity.id }, because: words.key(fact.short) },
    distractors: others.map(({ other, each }) => ({
      quantity: { fact: other.id, quantity: each.id },
      because: words.trueOf(other.id === fact.id ? each.label : other.short),
      trueOf: other.id,
    })),
  }
}

function who(fact: Fact, base: FactBase, words: StemWords): Asked[] {
  const [speaker] = fact.saidBy
  const name = speaker && base.actors.get(speaker)?.value.name
  if (name === undefined) return []
  const others = siblings(fact, base).flatMap((other) =>
    other.saidBy
      .filter((id) => !fact.saidBy.includes(id) && !fact.via.includes(id))
      .flatMap((id) => {
        const found = base.actors.get(id)?.value.name
        return found === undefined
          ? []
          : { text: found, because: words.trueOf(other.short), trueOf: other.id }
      }),
  )
  return [
    {
      shape: 'who',
      stem: words.who(withoutSpeaker(fact, base)),
      level: 'recall',
      key: { text: name, because: words.key(fact.short) },
      distractors: others,
    },
  ]
}

function startOf({ from, to }: NonNullable<Fact['when']>): number {
  return Date.parse((from ?? to)!.padEnd(7, '-01'))
}

function when(fact: Fact, base: FactBase, words: StemWords): Asked[] {
  const { when: time } = fact
  if (!time) return []
  const messages = messagesFor(base.unit.language)
  const others = siblings(fact, base)
    .flatMap((other) => (other.when ? { other, at: other.when } : []))
    .filter(({ at }) => at.precision === time.precision)
    .toSorted((a, b) => Math.abs(startOf(a.at) - startOf(time)) - Math.abs(startOf(b.at) - startOf(time)))
  return [
    {
      shape: 'when',
      stem: words.when(withoutDates(fact.short, base)),
      level: 'recall',
      key: { text: wordWhen(time, messages), because: words.key(time.resolved ?? fact.short) },
      distractors: others.map(({ other, at }) => ({
        text: wordWhen(at, messages),
        because: words.trueOf(other.short),
        trueOf: other.id,
      })),
    },
  ]
}

const stateOf = {
  documented: 'done',
  reported: 'done',
  alleged: 'alleged',
  estimated: 'estimated',
  planned: 'planned',
  opinion: 'opinion',
} as const satisfies Record<Fact['status'], keyof StemWords['states']>

/** Planned or done: asked where the status is what a reader may overlook. */
function done(fact: Fact, base: FactBase, words: StemWords): Asked[] {
  const state = stateOf[fact.status]
  if (state === 'done') return []
  const order = (['done', 'planned', 'alleged', 'estimated', 'opinion'] as const).filter(
    (each) => each !== state,
  )
  return [
    {
      shape: 'done',
      stem: words.done(withoutSpeaker(fact, base)),
      level: 'understand',
      key: { text: words.states[state], because: words.key(fact.short) },
      distractors: order.map((each) => {
        const other = siblings(fact, base).find(({ status }) => stateOf[status] === each)
        return {
          text: words.states[each],
          because: other ? words.trueOf(other.short) : words.isStatus(fact.short),
          ...(other ? { trueOf: other.id } : {}),
        }
      }),
    },
  ]
}

function fits(fact: Fact, base: FactBase, words: StemWords): Asked[] {
  return fact.disagreesWith.flatMap(({ fact: id, about, reading }): Asked[] => {
    if (!base.facts.has(id)) return []
    return [
      {
        shape: 'fit',
        stem: words.fit(about),
        level: 'evaluate',
        facts: [fact.id, id],
        key: { text: words.fits.differ, because: reading },
        distractors: [
          { text: words.fits.agree, because: words.notSame(about) },
          { text: words.fits.unrelated, because: words.comparable(about) },
        ],
      },
    ]
  })
}

function follows(fact: Fact, base: FactBase, words: StemWords): Asked[] {
  const { arithmetic } = fact
  const last = arithmetic?.steps.at(-1)
  if (!arithmetic || !last) return []
  const messages = messagesFor(base.unit.language)
  const worded = (equals: number, unit: string): string =>
    quantityView({ id: 'sum', label: 'sum', value: equals, unit, bound: 'exact' }, messages).text
  return [
    {
      shape: 'follows',
      stem: words.follows(arithmetic.question),
      level: 'apply',
      key: { text: worded(last.equals, last.unit), because: arithmetic.conclusion },
      distractors: [
        ...arithmetic.steps
          .slice(0, -1)
          .map(({ say, equals, unit }) => ({ text: worded(equals, unit), because: words.trueOf(say) })),
        ...Object.values(arithmetic.inputs).map((quantity) => ({
          quantity,
          because: words.trueOf(base.facts.get(quantity.fact)?.value.short ?? ''),
          trueOf: quantity.fact,
        })),
      ],
    },
  ]
}

/** The short form without when, which a stem must not give away. */
function withoutDates(short: string, { language }: FactBase): string {
  return language
    .readTokens(short)
    .dates.reduce((text, { text: date }) => text.replace(date, '…'), short)
    .replaceAll(/(?:… ?){2,}/g, '… ')
    .trim()
}

/** The short form without who says so, which a stem must not give away. */
function withoutSpeaker({ short, saidBy }: Fact, base: FactBase): string {
  const colon = /^[^:]{1,30}:\s+/.exec(short)
  const names = saidBy.flatMap((id: ActorId) => {
    const actor = base.actors.get(id)?.value
    return actor ? [actor.name, ...actor.aliases.map(({ text }) => text), actor.name.split(' ').at(-1)!] : []
  })
  const plain = colon && saidBy.length > 0 ? short.slice(colon[0].length) : short
  return names.reduce((text, name) => text.replace(name, '…'), plain)
}
