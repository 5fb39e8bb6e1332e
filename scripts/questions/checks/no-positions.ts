import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

const noun = '(?:option|answer|choice|alternative|distractor)s?'
const place = new RegExp(
  [
    `\\b[Oo]ptions?\\s+(?:[A-Fa-f]|[1-6]|one|two|three|four)\\b(?![-'’])`,
    `\\b(?:[Aa]nswer|[Cc]hoice|[Aa]lternative|[Dd]istractor)s?\\s+(?:[A-F]|[1-6])\\b(?![-'’])`,
    `\\b(?:[Tt]he\\s+)?(?:first|second|third|fourth|fifth|last|previous|next|above|middle|top|bottom)\\s+${noun}\\b`,
    `\\b${noun}\\s+(?:above|below)\\b`,
    `^\\(?[A-F]\\)\\s`,
    `\\b[B-F]\\s+is\\s+(?:right|wrong|correct|incorrect|true|false)\\b`,
  ].join('|'),
)

/** Options are shuffled and lettered at render: no text of a question may speak of an option by its letter or place. */
export function noPositions(banks: Banks): Diagnostic[] {
  return everyQuestion(banks).flatMap(({ value: question, place: at }) => {
    const texts = [
      { where: 'stem', path: ['stem'], text: question.stem },
      { where: 'hint', path: ['hint'], text: question.hint ?? '' },
      ...question.options.flatMap(({ text, because }, index) => [
        { where: 'option', path: ['options', index, 'text'], text: text ?? '' },
        { where: 'explanation', path: ['options', index, 'because'], text: because },
      ]),
    ]
    return texts.flatMap(({ where, path, text }) => {
      const found = place.exec(text)?.[0]
      if (found === undefined) return []
      return [
        error(
          at.in(...path).location,
          'question/no-positions',
          `Unexpected "${found.trim()}" in the ${where} of "${question.id}", expected options to be called by what they say: they are shuffled`,
        ),
      ]
    })
  })
}
