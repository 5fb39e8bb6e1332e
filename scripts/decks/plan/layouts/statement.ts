import { factLine } from '../fact-line.ts'
import type { FactLayout } from './fact-layout.ts'

/** One fact, one sentence. */
export const statement: FactLayout = {
  name: 'statement',
  needs: 'a fact',
  fits: (facts) => facts.length > 0,
  suits: (facts) => facts.length === 1,
  toSlides: (facts, { title }) =>
    facts.map(({ view }) => ({
      kind: 'layout',
      layout: 'statement',
      props: { title: title ?? view.short, fact: factLine(view) },
      facts: [view.id],
      questions: [],
    })),
}
