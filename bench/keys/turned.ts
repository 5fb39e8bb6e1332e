// Keys of questions without options, turned: verdicts, pairs, orders and written answers; and claims made of facts.

import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import type { LoadedBank } from '../../scripts/questions/banks.ts'
import { distractorsFalse } from '../../scripts/questions/checks/distractors-false.ts'
import { keySupported } from '../../scripts/questions/checks/key-supported.ts'
import { keysRight } from '../../scripts/questions/checks/keys-right.ts'
import { pairsHold } from '../../scripts/questions/checks/pairs-hold.ts'
import type { ClozeQuestion, ShortAnswerQuestion } from '../../question-types/written/written-schema.ts'
import type { MatchQuestion } from '../../question-types/match/match-schema.ts'
import type { NumericQuestion } from '../../question-types/numeric/numeric-schema.ts'
import type { OrderQuestion } from '../../question-types/order/order-schema.ts'
import type { AnyQuestion } from '../../question-types/question-fields.ts'
import type { TrueFalseQuestion } from '../../question-types/true-false/true-false-schema.ts'
import { typeOf } from '../../question-types/types.ts'
import type { KeyCount } from './moved-keys.ts'

/**
 * A question with each of its keys made wrong in turn, by what is turned: the verdict of a claim, its reason called right
 * taken for another, two neighbours of an order exchanged, the partners of two pairs exchanged with the facts that join
 * them and without, a mistake called right. None for a choice.
 */
export function turnKeys(question: AnyQuestion): [what: string, wrong: AnyQuestion[]][] {
  switch (question.kind) {
    case 'true-false': {
      const claim = question as TrueFalseQuestion
      return [
        ['verdicts of claims turned', [{ ...claim, true: !claim.true } as AnyQuestion]],
        ['reasons of claims moved', moveReasons(claim)],
      ]
    }
    case 'match':
      return [['pairs exchanged', swapPairs(question as MatchQuestion)]]
    case 'order':
      return [['items of an order exchanged', swapItems(question as OrderQuestion)]]
    case 'numeric':
      return [['mistakes called right', takeFigures(question as NumericQuestion)]]
    case 'short-answer':
      return [['mistakes called right', takeMistakes(question as ShortAnswerQuestion)]]
    case 'cloze': {
      const cloze = question as ClozeQuestion
      const wrong = cloze.gaps.flatMap((gap, at) =>
        takeMistakes(gap).map((mistaken) => ({ ...cloze, gaps: cloze.gaps.with(at, mistaken) })),
      )
      return [['mistakes called right', wrong]]
    }
    default:
      return []
  }
}

function moveReasons(question: TrueFalseQuestion): AnyQuestion[] {
  return question.reasons.flatMap((reason, at) =>
    reason.correct
      ? []
      : ({
          ...question,
          reasons: question.reasons.map(({ correct: _correct, ...rest }, index) =>
            index === at ? { ...rest, correct: true as const } : rest,
          ),
        } as AnyQuestion),
  )
}

function swapPairs({ pairs, ...question }: MatchQuestion): AnyQuestion[] {
  return pairs.flatMap((one, index) =>
    pairs.slice(index + 1).flatMap((other, after) => {
      const at = index + 1 + after
      const rights = [
        { ...one, right: other.right },
        { ...other, right: one.right },
      ] as const
      const joined = (pair: typeof one, fact: typeof one.fact): typeof one => {
        const { fact: _, ...rest } = pair
        return fact === undefined ? rest : { ...rest, fact }
      }
      const both = [joined(rights[0], other.fact), joined(rights[1], one.fact)] as const
      return [rights, both].map(
        ([a, b]): AnyQuestion => ({ ...question, pairs: pairs.with(index, a).with(at, b) }) as AnyQuestion,
      )
    }),
  )
}

function swapItems({ items, ...question }: OrderQuestion): AnyQuestion[] {
  return items
    .slice(1)
    .map(
      (item, before) =>
        ({ ...question, items: items.with(before, item).with(before + 1, items[before]!) }) as AnyQuestion,
    )
}

function takeFigures({ mistakes, ...question }: NumericQuestion): AnyQuestion[] {
  return mistakes.map((mistake, at) => {
    const { quantity: _, value, ...rest } = question
    const others = mistakes.toSpliced(at, 1)
    return {
      ...rest,
      value: mistake.value,
      unit: question.unit ?? 'units',
      because: mistake.because,
      mistakes: value === undefined ? others : [...others, { value, because: question.because }],
    } as AnyQuestion
  })
}

function takeMistakes<Q extends Pick<ShortAnswerQuestion, 'accepted' | 'because' | 'mistakes'>>(
  question: Q,
): Q[] {
  return question.mistakes.map((mistake, at) => ({
    ...question,
    accepted: mistake.texts,
    because: mistake.because,
    mistakes: [
      ...question.mistakes.toSpliced(at, 1),
      { texts: question.accepted, because: question.because },
    ],
  }))
}

/** What is said of a question in its bank by the rules that judge keys, its type's own among them. */
function severities(question: AnyQuestion, bank: LoadedBank, base: FactBase, reader?: Reader): string[] {
  const banks = {
    banks: [{ ...bank, value: { ...bank.value, questions: [question] } }],
    questions: new Map(),
  }
  const place = bank.place.in(
    'questions',
    Math.max(
      0,
      bank.value.questions.findIndex(({ id }) => id === question.id),
    ),
  )
  return [
    ...typeOf(question).check({ value: question, place }, base),
    ...[keySupported, distractorsFalse, keysRight, pairsHold].flatMap((check) => check(banks, base, reader)),
  ].map(({ severity }) => severity)
}

/** Counts over one question with its keys turned. */
export function countTurned(
  question: AnyQuestion,
  wrong: readonly AnyQuestion[],
  bank: LoadedBank,
  base: FactBase,
  reader?: Reader,
): KeyCount {
  const { keyStands: _, ...plain } = question
  const found = wrong.map(({ keyStands: _stands, ...each }) => severities(each, bank, base, reader))
  return {
    wrong: found.length,
    caught: found.filter((each) => each.length > 0).length,
    refused: found.filter((each) => each.includes('error')).length,
    questions: 1,
    doubted: severities(plain, bank, base, reader).length > 0 ? 1 : 0,
  }
}
