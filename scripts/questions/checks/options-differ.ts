import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { readTokens } from '../../facts/evidence/tokens.ts'
import { comparable } from '../../facts/evidence/words.ts'
import type { Banks } from '../banks.ts'
import { optionText } from '../question-views.ts'
import { everyQuestion } from './check.ts'

/** No two options say the same: case, punctuation and the spelling of numbers do not make a difference. */
export function optionsDiffer(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks).flatMap(({ value: question, place }) => {
    const meanings = question.options.map((option) => meaning(optionText(option, base)))
    return meanings.flatMap((each, index) => {
      const first = meanings.indexOf(each)
      if (first === index || each === '') return []
      return [
        error(
          place.in('options', index).location,
          'question/options-differ',
          `Unexpected second option of "${question.id}" that says "${optionText(question.options[index]!, base)}", expected every option to say something else`,
          { message: 'first said here', at: place.in('options', first).location },
        ),
      ]
    })
  })
}

/** The text with its figures as numbers: "over one million" and "more than 1,000,000" mean the same. */
function meaning(text: string): string {
  let rest = ''
  let from = 0
  for (const { start, end, values, bound } of readTokens(text).figures) {
    // The hedge is kept by its class, so the words for it may go.
    const before = text
      .slice(from, start)
      .replace(
        /(?:up to|at (?:least|most)|more than|over|almost|nearly|about|roughly|approximately|around)\s+$/i,
        '',
      )
    rest += `${before}${bound ?? ''} ${values[0]} `
    from = end
  }
  return comparable(rest + text.slice(from))
}
