import type { Fact } from '../../../facts/fact-schema.ts'
import { capacity } from '../capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { planWords } from '../material.ts'
import { fill } from '../words.ts'
import type { FactLayout } from './fact-layout.ts'

/** Dated facts in order of time; what begins at the same time keeps the given order. */
export const timeline: FactLayout = {
  name: 'timeline',
  needs: 'at least two facts, all with a date',
  fits: (facts) => facts.length >= 2 && facts.every(({ when }) => when),
  suits: (facts) =>
    facts.length >= 2 && facts.every(({ when }) => when) && new Set(facts.map(begin)).size >= 2,
  toSlides: (facts, { title, section, material }) => {
    const events = facts
      .map(({ fact, view }) => ({ from: begin(fact), to: end(fact), view }))
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    return evenParts(events, capacity.timeline.events).map((part) => ({
      kind: 'layout',
      layout: 'timeline',
      props: {
        title: title ?? fill(planWords(material).timeline, { section }),
        events: part.map(({ from, to, view }) => ({
          from,
          ...(to === undefined ? {} : { to }),
          when: view.when ?? from,
          fact: factLine(view),
        })),
      },
      facts: part.map(({ view }) => view.id),
      questions: [],
    }))
  },
}

/** An event of which only the end is known is drawn at its end. */
function begin({ when }: Fact): string {
  return when?.from ?? when?.to ?? ''
}

function end({ when }: Fact): string | undefined {
  return when?.to
}
