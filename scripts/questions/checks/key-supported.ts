import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { unsupported } from '../../facts/evidence/support.ts'
import { contentStems } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'
import { factText } from './fact-text.ts'

/** A key rests on the facts that its question names: its figures, dates and names stand there, and some of its words do. */
export function keySupported(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const facts = question.facts.flatMap((id) => base.facts.get(id)?.value ?? [])
    const support = facts.map((fact) => factText(fact, base)).join('\n\n')
    return parts.keys.flatMap(({ text, path, quantity }): Diagnostic[] => {
      const at = place.in(...path)
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
      // The stem may name what the key repeats, for example a date that it gives.
      const { figures, dates, names } = unsupported(text, `${support}\n\n${question.stem}`, base)
      const missing = [
        ...figures.map((each) => ['figure', each.text] as const),
        ...dates.map((each) => ['date', each.text] as const),
        ...names.map((each) => ['name', each.text] as const),
      ]
      if (missing.length > 0)
        return missing.map(([noun, token]) =>
          error(
            at.location,
            'question/key-supported',
            `Unexpected ${noun} "${token}" in the key of "${question.id}", expected one that its facts contain (${question.facts.join(', ')})`,
          ),
        )
      const words = contentStems(text, base.language)
      const known = contentStems(support, base.language)
      if (facts.length === 0 || words.size === 0 || [...words].some((word) => known.has(word))) return []
      return [
        warning(
          at.location,
          'question/key-words',
          `Unexpected key "${text}" that shares no word with the facts of "${question.id}", expected one that rests on them`,
        ),
      ]
    })
  })
}
