import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { joinSupport, missingFrom, readSupport, type Support } from '../../facts/evidence/support.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'
import { factSupport } from '../../facts/fact-text.ts'
import type { FactId } from '../../facts/ids.ts'

/** A key rests on the facts that its question names: its figures, dates and names stand there. */
export function keySupported(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const known = (question.background ?? []).flatMap((id) => base.background.get(id)?.value.text ?? [])
    // The stem may name what the key repeats, for example a date that it gives.
    const support = (ids: readonly FactId[]): Support =>
      joinSupport([
        ...ids.flatMap((id) => base.facts.get(id)?.value ?? []).map((fact) => factSupport(fact, base)),
        readSupport([question.stem, ...known].join('\n'), base),
      ])
    return parts.keys.flatMap(({ text, path, quantity, fact: only }): Diagnostic[] => {
      const at = place.in(...path)
      const ids = only === undefined ? question.facts : [only]
      if (quantity) {
        const { fact } = quantity
        return question.facts.includes(fact) || !base.facts.has(fact)
          ? []
          : [
              error(
                at.location,
                'question/key-supported',
                `Unexpected key from fact "${fact}", expected one of the facts of "${question.id}" (${question.facts.join(', ')})`,
              ),
            ]
      }
      const { figures, dates, names } = missingFrom(support(ids), text, base)
      const missing = [
        ...figures.map((each) => ['figure', each.text] as const),
        ...dates.map((each) => ['date', each.text] as const),
        ...names.map((each) => ['name', each.text] as const),
      ]
      return missing.map(([noun, token]) =>
        error(
          at.location,
          'question/key-supported',
          `Unexpected ${noun} "${token}" in the key of "${question.id}", expected one that its facts contain (${ids.join(', ')})`,
          'name the fact that has it under "facts", or correct the key',
        ),
      )
    })
  })
}
