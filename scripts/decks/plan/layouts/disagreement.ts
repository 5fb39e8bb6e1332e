import type { Fact } from '../../../facts/fact-schema.ts'
import { factLine } from '../fact-line.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { FactLayout } from './fact-layout.ts'

/**
 * Two facts that do not fit together, side by side, with what a careful reader makes of it: a slide for every
 * such pair.
 */
export const disagreement: FactLayout = {
  name: 'disagreement',
  needs: 'facts that each disagree with another of them',
  fits: everyOneDisputed,
  suits: everyOneDisputed,
  toSlides: (facts, { title, material }) =>
    facts.flatMap(({ fact, view }, index) =>
      facts.slice(index + 1).flatMap((other) => {
        const remark =
          view.disagreements.find((each) => each.fact === other.fact.id) ??
          other.view.disagreements.find((each) => each.fact === fact.id)
        if (!remark) return []
        return [
          {
            kind: 'layout' as const,
            layout: 'disagreement' as const,
            props: {
              title: title ?? fill(planWords(material).accounts, { about: remark.about }),
              about: remark.about,
              reading: remark.reading,
              sides: [factLine(view), factLine(other.view)],
            },
            facts: [view.id, other.view.id],
            questions: [],
          },
        ]
      }),
    ),
}

function everyOneDisputed(facts: readonly Fact[]): boolean {
  return (
    facts.length >= 2 && facts.every((fact) => facts.some((other) => other !== fact && disagree(fact, other)))
  )
}

/** Whether either of the two points at the other. */
export function disagree(one: Fact, other: Fact): boolean {
  return (
    one.disagreesWith.some(({ fact }) => fact === other.id) ||
    other.disagreesWith.some(({ fact }) => fact === one.id)
  )
}
