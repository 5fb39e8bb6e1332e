import { factLine } from '../fact-line.ts'
import type { FactLayout } from './fact-layout.ts'

/** A speaker's own words. */
export const quotation: FactLayout = {
  name: 'quotation',
  needs: 'a quote in every fact',
  fits: (facts) => facts.length > 0 && facts.every((fact) => fact.quote),
  suits: (facts) => facts.length === 1 && facts.every((fact) => fact.quote),
  toSlides: (facts, { title }) =>
    facts.flatMap(({ view }) => {
      if (!view.quote) return []
      const { text, by } = view.quote
      const role = view.speakers.find(({ name }) => name === by)?.role
      return [
        {
          kind: 'layout',
          layout: 'quotation',
          props: {
            title: title ?? view.short,
            quote: text,
            speaker: by,
            ...(role === undefined ? {} : { role }),
            fact: factLine(view),
          },
          facts: [view.id],
          questions: [],
        },
      ]
    }),
}
