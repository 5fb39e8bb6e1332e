import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/**
 * Options are shuffled and lettered at render: no text of a question may speak of an option by its letter or
 * place.
 */
export function noPositions(banks: Banks, base: FactBase): Diagnostic[] {
  const { items } = base.language
  if (!items) return []
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const texts = [
      { what: 'stem', path: ['stem'], text: question.stem },
      { what: 'hint', path: ['hint'], text: question.hint ?? '' },
      ...parts.texts,
    ]
    return texts.flatMap(({ what, path, text }) => {
      const found = items.position.exec(text)?.[0]
      if (found === undefined) return []
      return [
        error(
          place.in(...path).location,
          'question/no-positions',
          `Unexpected "${found.trim()}" in the ${what} of "${question.id}", expected options to be called by what they say: they are shuffled`,
        ),
      ]
    })
  })
}
