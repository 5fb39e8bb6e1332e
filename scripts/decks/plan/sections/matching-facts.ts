import type { FactBase } from '../../../facts/fact-base.ts'
import type { Fact } from '../../../facts/fact-schema.ts'
import type { OutlineSlide } from '../../outline-schema.ts'

export type Take = Extract<OutlineSlide, { take: unknown }>['take']

/** The ids of the facts that a "take" means, in the order of the fact base, however many it wants of them. */
export function matchingFacts({ topic, tag, status }: Take, { topics, facts }: FactBase): Fact['id'][] {
  return topics
    .filter(({ value }) => topic === undefined || value.id === topic)
    .flatMap((each) => each.facts)
    .filter((id) => {
      const fact = facts.get(id)?.value
      return (
        fact !== undefined &&
        (tag === undefined || fact.tags.includes(tag)) &&
        (status === undefined || status.includes(fact.status))
      )
    })
}
