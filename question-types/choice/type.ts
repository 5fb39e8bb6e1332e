// Questions with options: one of them is right, or several.

import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { capacity } from '../../contract/capacity.ts'
import { knownQuantity } from '../../scripts/facts/checks/known-facts.ts'
import { knownId } from '../../scripts/facts/checks/known-id.ts'
import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import { quantityText } from '../../scripts/facts/quantity-text.ts'
import type { z } from 'zod'
import type { Choice, QuestionType } from '../question-type.ts'
import { MultipleChoice, SingleChoice, type ChoiceQuestion, type Option } from './choice-schema.ts'
import { valueOrder } from '../../scripts/languages/value-order.ts'
import { lettered } from '../../contract/seeded-shuffle.ts'
import type { ChoiceCheckpoint, ChoiceView } from './choice-view.ts'

type ChoiceType = QuestionType<ChoiceQuestion, ChoiceView, ChoiceCheckpoint>

/** One option is right. */
export const single: ChoiceType = {
  ...choiceType({
    least: 1,
    most: () => 1,
    expected: 'exactly one option with "correct": true in a single choice',
  }),
  about: 'one of the options is right',
  example: {
    stem: 'What did mayor Ida Lind say in 2024 about the price?',
    options: [
      {
        quantity: { fact: 'mayor-cost', quantity: 'cost' },
        correct: true,
        because: 'She gave a floor, and a hedged one.',
      },
      {
        quantity: { fact: 'union-cost', quantity: 'cost' },
        because: "That is the ceiling that the builders' union gives.",
        trueOf: 'union-cost',
      },
      {
        text: 'exactly 40 million crowns',
        because: 'The figure is hers, but she said more than that.',
        pin: 'last',
      },
    ],
  },
  // A question that names no kind is one of these; the schema fills it in.
  schema: SingleChoice as z.ZodType<ChoiceQuestion>,
}

/** Several options are right, and all of them have to be chosen. */
export const multiple: ChoiceType = {
  ...choiceType({
    least: 2,
    most: (options) => options - 1,
    expected: 'at least two and not every option to be correct in a multiple choice',
  }),
  about: 'several of the options are right, and all of them have to be chosen',
  example: {
    stem: 'What can be said of the figure that mayor Ida Lind gave?',
    options: [
      { text: 'it is a floor', correct: true, because: 'She said that the bridge cost more than that.' },
      { text: 'it is a cost that was reported', correct: true, because: 'She reportedly said it.' },
      { text: 'it is a ceiling', because: "The ceiling is that of the builders' union." },
    ],
  },
  schema: MultipleChoice,
}

interface KeyCount {
  least: number
  most(options: number): number
  /** For the message. */
  expected: string
}

function choiceType(count: KeyCount): Omit<ChoiceType, 'about' | 'example' | 'schema'> {
  return {
    cannot: ['an answer that is nearly right counts as wrong'],
    folder: 'choice',
    check: (entry, base) => [...knownReferences(entry, base), ...keyCount(entry, count)],
    parts(question, base) {
      const choices = choicesOf(question, base)
      return {
        picks: question.kind === 'single' ? 'one' : 'several',
        choices,
        shuffled: () =>
          lettered(
            placed(question, base).map(({ at, pin }, index) => ({ index, at, ...(pin ? { pin } : {}) })),
            question.id,
          ).map(({ at }) => choices[at]!),
        keys: choices
          .filter(({ right }) => right)
          .map(({ text, path, quantity }) =>
            quantity
              ? { text, quantity, path: [...path, 'quantity', 'fact'] }
              : { text, path: [...path, 'text'] },
          ),
        texts: question.options.flatMap(({ text, because }, index) => [
          ...(text === undefined ? [] : [{ what: 'option', text, path: ['options', index, 'text'] }]),
          { what: 'explanation', text: because, path: ['options', index, 'because'] },
        ]),
      }
    },
    view: (question, base) => ({
      options: placed(question, base).map(({ option, pin }, index) => {
        const fact = option.trueOf === undefined ? undefined : base.facts.get(option.trueOf)?.value
        return {
          index,
          text: optionText(option, base),
          correct: option.correct === true,
          because: option.because,
          ...(fact ? { trueOf: { id: fact.id, short: fact.short } } : {}),
          ...(pin ? { pin } : {}),
          letter: '',
        }
      }),
    }),
    arrange: (view, seed) => ({ ...view, options: lettered(view.options, seed) }),
    seen: ({ options }) =>
      options.map(({ text, correct, because, trueOf }) => [text, correct, because, trueOf?.short ?? '']),
    key: ({ options }) => lettersOf(options).join(', '),
    describe: ({ stem, kind, options }) => ({
      form: 'choice',
      prompt: stem,
      feedback: '',
      key: options
        .filter(({ correct }) => correct)
        .map(({ text }) => text)
        .join('; '),
      many: kind === 'multiple',
      choices: options.map(({ index, text, correct, because, pin }) => ({
        name: String(index),
        text,
        right: correct,
        feedback: because,
        ...(pin ? { pin } : {}),
      })),
    }),
    slide: ({ options }) => ({
      options: options.map(({ letter, text, correct, because }) => ({ letter, text, correct, because })),
    }),
    slideTexts: ({ id, options }) =>
      options.flatMap(({ text, because, letter }) => [
        { limit: 'option', text, of: `option ${letter} of question "${id}"` },
        { limit: 'because', text: because, of: `the reason for option ${letter} of question "${id}"` },
      ]),
    slideOverflow: ({ options }) =>
      options.length <= capacity.checkpoint.options
        ? undefined
        : `${options.length} options, expected at most ${capacity.checkpoint.options} on a slide`,
    spoken({ options }) {
      const keys = options.filter(({ correct }) => correct)
      return {
        keys: keys.map(({ letter, text }) => `${letter}, ${text.replace(/\.$/, '')}`),
        reasons: [...keys, ...options.filter(({ correct }) => !correct)].map(
          ({ letter, correct, because }) => ({
            of: letter,
            right: correct,
            because,
          }),
        ),
      }
    },
    letters: ({ options }) => options.length,
    sheet: ({ kind, options }) => ({ kind, options: options.map(({ letter, text }) => ({ letter, text })) }),
    solution: ({ kind, options }) => ({
      kind,
      options: options.length,
      correct: lettersOf(options).join(''),
    }),
    reasons: ({ options }, versions) => ({
      options: options
        .toSorted((a, b) => a.index - b.index)
        .map(({ index, text, correct, because, trueOf }) => ({
          text,
          correct,
          because,
          trueOf: trueOf?.short ?? null,
          letters: versions.map(
            (each) => each.options.find((option) => option.index === index)?.letter ?? '',
          ),
        })),
    }),
  }
}

/**
 * The options as they are shown before they are shuffled, each with its place in the file. Values stand in
 * their order and stay there, unless the author pins one.
 */
function placed(
  { options }: ChoiceQuestion,
  base: FactBase,
): { option: Option; at: number; pin?: 'first' | 'last' }[] {
  const order = options.some(({ pin }) => pin)
    ? undefined
    : valueOrder(
        options.map((option) => optionText(option, base)),
        base.language,
      )
  if (order) return order.map((at) => ({ option: options[at]!, at, pin: 'first' }))
  return options.map((option, at) => ({ option, at, ...(option.pin ? { pin: option.pin } : {}) }))
}

function choicesOf({ options }: ChoiceQuestion, base: FactBase): Choice[] {
  return options.map((option, index) => ({
    text: optionText(option, base),
    right: option.correct === true,
    because: option.because,
    path: ['options', index],
    ...(option.quantity ? { quantity: option.quantity } : {}),
    ...(option.trueOf === undefined ? {} : { trueOf: option.trueOf }),
  }))
}

/**
 * The text that an option shows: its own, or its quantity worded with hedge and unit. Empty where the
 * quantity does not exist.
 */
function optionText({ text, quantity }: Option, base: FactBase): string {
  return text ?? (quantity ? quantityText(quantity, base) : '')
}

function lettersOf(options: ChoiceView['options']): string[] {
  return options.filter(({ correct }) => correct).map(({ letter }) => letter)
}

function knownReferences({ value, place }: Entry<ChoiceQuestion>, base: FactBase): Diagnostic[] {
  return value.options.flatMap(({ quantity, trueOf }, index) => [
    ...(quantity ? knownQuantity(quantity, base, place.in('options', index, 'quantity'), 'question') : []),
    ...(trueOf === undefined
      ? []
      : knownId(
          trueOf,
          base.facts,
          place.in('options', index, 'trueOf'),
          'question/known-fact',
          'fact',
          'the fact base',
        )),
  ])
}

/** A single choice has one key; a multiple choice has at least two, and a distractor. */
function keyCount(
  { value, place }: Entry<ChoiceQuestion>,
  { least, most, expected }: KeyCount,
): Diagnostic[] {
  const keys = value.options.filter(({ correct }) => correct).length
  if (least <= keys && keys <= most(value.options.length)) return []
  const found = keys === 0 ? 'lack of a key' : keys === 1 ? 'single key' : `${keys} keys`
  return [
    error(
      place.in('options').location,
      'question/key-count',
      `Unexpected ${found} in "${value.id}", expected ${expected}`,
    ),
  ]
}
