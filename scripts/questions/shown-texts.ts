import type { FactBase } from '../facts/fact-base.ts'
import type { ShownTexts } from '../facts/shown-texts.ts'
import type { Banks } from './banks.ts'
import { everyQuestion } from './checks/check.ts'

/**
 * What people see of questions, but for answers to choose from: distractors are made up, and keys have rules
 * of their own.
 */
export function questionTexts(banks: Banks, base: FactBase): ShownTexts[] {
  return everyQuestion(banks, base).map(({ value: { id, stem, hint, notInFacts }, place, parts }) => {
    const of = `question "${id}"`
    const given = [stem, ...parts.choices.map(({ text }) => text)].join('\n')
    return {
      texts: [
        { kind: 'stem', text: stem, at: place.in('stem').location, of },
        ...(hint === undefined
          ? []
          : [{ kind: 'hint', text: hint, at: place.in('hint').location, of, given: stem }]),
        ...parts.texts
          .filter(({ what }) => what !== 'option')
          .map(({ what, text, path }) => ({ kind: what, text, at: place.in(...path).location, of, given })),
      ],
      excuses: notInFacts ?? [],
      excuseAt: (index) => place.in('notInFacts', index).location,
    }
  })
}
