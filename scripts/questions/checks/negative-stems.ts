import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

const shouted = /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/
const quiet =
  /\bexcept\b|(?<!\bat )\bleast\b|\b(?:which|who|whose)\b[^?.]*\b(?:not|never|isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|didn['’]t|cannot)\b/i

/** A stem that asks for what is not so is misread by those who know the matter: an error where it is shouted, else a warning. */
export function negativeStems(banks: Banks): Diagnostic[] {
  return everyQuestion(banks).flatMap(({ value: question, place }) => {
    const at = place.in('stem')
    const loud = shouted.exec(question.stem)?.[0]
    const expected = 'expected a stem that asks for what is so'
    if (loud !== undefined)
      return [
        error(
          at.location,
          'question/negative-stem',
          `Unexpected "${loud}" in the stem of "${question.id}", ${expected}`,
        ),
      ]
    const found = quiet.exec(question.stem)?.[0].split(/\s+/).at(-1)
    return found === undefined
      ? []
      : [
          warning(
            at.location,
            'question/negative-stem',
            `Unexpected "${found}" in the stem of "${question.id}", ${expected}`,
          ),
        ]
  })
}
