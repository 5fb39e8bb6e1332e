import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { comparable } from '../../languages/fold-text.ts'
import type { Language } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/** No two options say the same: case, punctuation and the spelling of numbers do not make a difference. */
export function optionsDiffer(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const meanings = parts.choices.map(({ text }) => meaning(text, base.language))
    return meanings.flatMap((each, index) => {
      const first = meanings.indexOf(each)
      if (first === index || each === '') return []
      return [
        error(
          place.in(...parts.choices[index]!.path).location,
          'question/options-differ',
          `Unexpected second option of "${question.id}" that says "${parts.choices[index]!.text}", expected every option to say something else`,
          { message: 'first said here', at: place.in(...parts.choices[first]!.path).location },
        ),
      ]
    })
  })
}

/**
 * The text with its figures as numbers and their hedges by class: "over one million" and "more than
 * 1,000,000" mean the same.
 */
function meaning(text: string, language: Language): string {
  let rest = ''
  let from = 0
  for (const { start, end, values, bound, hedge } of language.readTokens(text).figures) {
    const before =
      hedge && hedge.end <= start
        ? text.slice(from, hedge.start) + text.slice(hedge.end, start)
        : text.slice(from, start)
    rest += `${before}${bound ?? ''} ${values[0]} `
    from = Math.max(end, hedge?.end ?? 0)
  }
  return comparable(rest + text.slice(from))
}
