import type { Fact } from '../../../facts/fact-schema.ts'
import { capacity } from '../capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import type { FactLayout } from './fact-layout.ts'

/** Who said what: facts that different speakers state. */
export const voices: FactLayout = {
  name: 'voices',
  needs: 'a speaker in every fact and at least two different speakers',
  fits: byDifferentSpeakers,
  suits: byDifferentSpeakers,
  toSlides: (facts, { title, section }) =>
    evenParts(facts, capacity.voices.voices).map((part) => ({
      kind: 'layout',
      layout: 'voices',
      props: {
        title: title ?? `${section}: who says what`,
        voices: part.map(({ view }) => {
          const [first] = view.speakers
          const role = view.speakers.length === 1 ? first?.role : undefined
          return {
            speaker: view.speakers.map(({ name }) => name).join(', '),
            ...(role === undefined ? {} : { role }),
            fact: factLine(view),
          }
        }),
      },
      facts: part.map(({ view }) => view.id),
      questions: [],
    })),
}

function byDifferentSpeakers(facts: readonly Fact[]): boolean {
  return (
    facts.every(({ saidBy }) => saidBy.length > 0) &&
    new Set(facts.map(({ saidBy }) => saidBy.join(' '))).size >= 2
  )
}
