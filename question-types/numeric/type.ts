// Questions for a figure.

import { messagesFor } from '../../contract/messages/registry.ts'
import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { knownQuantity } from '../../scripts/facts/checks/known-facts.ts'
import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import { findQuantity, quantityText } from '../../scripts/facts/quantity-text.ts'
import { digitGroups } from '../../scripts/facts/wording.ts'
import type { QuestionType } from '../question-type.ts'
import { NumericQuestion } from './numeric-schema.ts'
import type { NumericCheckpoint, NumericView, NumericWords } from './numeric-view.ts'
import { liesBetween } from './read-figure.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

const words: Readonly<Record<string, NumericWords>> & { en: NumericWords } = { ar, de, en, uk }

/** A figure has to be written; what comes near enough is right. */
export const numeric: QuestionType<NumericQuestion, NumericView, NumericCheckpoint> = {
  about: 'a figure has to be written, with a comma or a point; it may be off by a tolerance',
  cannot: ['units are shown, not asked for', 'fractions such as 1/2 and powers of ten are not read'],
  folder: 'numeric',
  example: {
    stem: 'Which figure did mayor Ida Lind give in 2024 as the floor of the price?',
    quantity: { fact: 'mayor-cost', quantity: 'cost' },
    tolerance: 500_000,
    because: 'She said that the bridge had reportedly cost more than that.',
    mistakes: [{ value: 55_000_000, because: "That is the ceiling that the builders' union gives." }],
  },
  schema: NumericQuestion,
  words,
  check: (entry, base) => [...knownFigure(entry, base), ...mistakesAreWrong(entry, base)],
  parts(question, base) {
    const { because, mistakes, stem } = question
    const { unit } = figureOf(question, base)
    const key = question.quantity
      ? {
          text: quantityText(question.quantity, base),
          quantity: question.quantity,
          path: ['quantity', 'fact'],
        }
      : { text: figureText(question.value ?? 0, unit, base), path: ['value'] }
    return {
      picks: 'none',
      choices: [],
      shuffled: () => [],
      keys: [key],
      written: [
        {
          asked: stem,
          choices: [
            { ...key, right: true, because },
            ...mistakes.map((mistake, index) => ({
              text: figureText(mistake.value, unit, base),
              right: false,
              because: mistake.because,
              path: ['mistakes', index, 'value'],
            })),
          ],
        },
      ],
      texts: [
        { what: 'explanation', text: because, path: ['because'] },
        ...mistakes.map((mistake, index) => ({
          what: 'explanation',
          text: mistake.because,
          path: ['mistakes', index, 'because'],
        })),
      ],
    }
  },
  view(question, base) {
    const { low, high, value, unit } = figureOf(question, base)
    const digits = messagesFor(base.unit.language)
    const from = low - question.tolerance
    const to = high + question.tolerance
    return {
      value,
      low: from,
      high: to,
      unit,
      text: question.quantity ? quantityText(question.quantity, base) : figureText(value, unit, base),
      accepted:
        from === to
          ? ''
          : wordsFor(base.unit.language)
              .accepted.replace('{low}', digitGroups(from, digits))
              .replace('{high}', digitGroups(to, digits)),
      because: question.because,
      mistakes: question.mistakes.map((mistake) => ({
        ...mistake,
        text: figureText(mistake.value, unit, base),
      })),
    }
  },
  arrange: (view) => view,
  seen: ({ low, high, text, because, mistakes }) => [
    low,
    high,
    text,
    because,
    mistakes.map((mistake) => [mistake.value, mistake.because]),
  ],
  key: ({ text }) => text,
  describe: ({ stem, value, low, high, unit, text, because, mistakes }) => ({
    form: 'number',
    prompt: stem,
    key: text,
    feedback: because,
    value,
    low,
    high,
    unit,
    mistakes: mistakes.map((mistake) => ({
      low: mistake.value,
      high: mistake.value,
      feedback: mistake.because,
    })),
  }),
  slide: ({ unit, text, accepted, because, mistakes }) => ({ unit, text, accepted, because, mistakes }),
  slideTexts: ({ id, because, mistakes }) => [
    { limit: 'because', text: because, of: `the reason of question "${id}"` },
    ...mistakes.map(({ text, because: why }) => ({
      limit: 'because' as const,
      text: why,
      of: `the reason for ${text} in question "${id}"`,
    })),
  ],
  spoken: ({ text, because, mistakes }) => ({
    keys: [text],
    reasons: [
      { right: true, because },
      ...mistakes.map((mistake) => ({ of: mistake.text, right: false, because: mistake.because })),
    ],
  }),
  letters: () => 0,
  sheet: ({ unit }) => ({ unit }),
  solution: ({ text }) => ({ text }),
  reasons: ({ text, accepted, because, mistakes }) => ({ text, accepted, because, mistakes }),
}

function wordsFor(language: string): NumericWords {
  return words[language.split('-')[0]!] ?? words.en
}

function figureText(value: number, unit: string, base: FactBase): string {
  return `${digitGroups(value, messagesFor(base.unit.language))} ${unit}`
}

/**
 * The figure that is asked for; of a range `value` is its middle. A quantity that does not exist counts as 0.
 */
function figureOf(
  { quantity, value, unit }: NumericQuestion,
  base: FactBase,
): { low: number; high: number; value: number; unit: string } {
  const found = quantity && findQuantity(quantity, base)
  const low = value ?? found?.value ?? found?.low ?? 0
  const high = value ?? found?.value ?? found?.high ?? 0
  return { low, high, value: (low + high) / 2, unit: unit ?? found?.unit ?? '' }
}

function knownFigure({ value, place }: Entry<NumericQuestion>, base: FactBase): Diagnostic[] {
  return value.quantity ? knownQuantity(value.quantity, base, place.in('quantity'), 'question') : []
}

/** What is explained as a mistake must not count as right. */
function mistakesAreWrong({ value: question, place }: Entry<NumericQuestion>, base: FactBase): Diagnostic[] {
  if (question.quantity && !findQuantity(question.quantity, base)) return []
  const { low, high } = figureOf(question, base)
  return question.mistakes.flatMap(({ value }, index) =>
    liesBetween(value, low - question.tolerance, high + question.tolerance)
      ? error(
          place.in('mistakes', index, 'value').location,
          'question/mistake-wrong',
          `Unexpected ${value} among the mistakes of "${question.id}", expected a figure that does not count as right (${low - question.tolerance} to ${high + question.tolerance} does)`,
        )
      : [],
  )
}
