import { capacity } from '../../../../contract/capacity.ts'
import type { Outline } from '../../outline-schema.ts'
import { evenChoice } from '../even-choice.ts'
import { factLine } from '../fact-line.ts'
import { deckFacts, planWords, type Draft, type Material } from '../material.ts'

/**
 * The whole story at a glance: dated facts of all sections in order of time, a lane for every section that
 * has some; evenly chosen where a slide does not hold all. None where the outline does not ask for it, or
 * where fewer than two sections have a date.
 */
export function storySlides(
  { story, sections }: Outline,
  told: readonly (readonly Draft[])[],
  material: Material,
): Draft[] {
  if (!story) return []
  const seen = new Set<string>()
  const dated = told.flatMap((drafts, section) =>
    deckFacts(
      drafts.flatMap(({ content }) => content.facts),
      material,
    ).flatMap(({ fact, view }) => {
      const from = fact.when?.from ?? fact.when?.to
      if (from === undefined || seen.has(fact.id)) return []
      seen.add(fact.id)
      const to = fact.when?.to
      return [{ section, from, ...(to === undefined ? {} : { to }), when: view.when ?? from, view }]
    }),
  )
  const chosen = evenChoice(dated, capacity.story.events)
  const lanes = [...new Set(chosen.map(({ section }) => section))].slice(0, capacity.story.lanes)
  if (lanes.length < 2) return []
  const events = chosen
    .filter(({ section }) => lanes.includes(section))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return [
    {
      content: {
        kind: 'layout',
        layout: 'story',
        props: {
          title: planWords(material).story,
          lanes: lanes.map((section) => sections[section]!.title),
          events: events.map(({ section, view, ...time }) => ({
            lane: lanes.indexOf(section),
            ...time,
            fact: factLine(view),
          })),
        },
        facts: events.map(({ view }) => view.id),
        questions: [],
      },
    },
  ]
}
