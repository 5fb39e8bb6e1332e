import type { Fact, When } from '../../../facts/fact-schema.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
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
      .map(({ fact, view }) => ({ from: begin(fact), to: end(fact), vague: isVague(fact), view }))
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    return evenParts(events, capacity.timeline.events).map((part) => ({
      kind: 'layout',
      layout: 'timeline',
      props: {
        title: title ?? fill(planWords(material).timeline, { section }),
        events: part.map(({ from, to, vague, view }) => ({
          from,
          ...(to === undefined ? {} : { to }),
          when: view.when ?? from,
          ...(vague ? { vague } : {}),
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

/** Days between the first and the last part of one such time. */
const longest: Partial<Record<When['precision'], number>> = { week: 7, season: 93, decade: 3653 }

/** Whether both ends are of one time, such as a season, and not those of something that lasted. */
function isVague({ when }: Fact): boolean {
  if (!when?.from || !when.to || when.from === when.to) return false
  return (Date.parse(when.to) - Date.parse(when.from)) / 864e5 < (longest[when.precision] ?? 0)
}

function end({ when }: Fact): string | undefined {
  return when?.to
}
