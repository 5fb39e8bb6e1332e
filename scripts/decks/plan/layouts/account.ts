import type { FactView } from '../../../../contract/fact-view.ts'
import { factLine } from '../fact-line.ts'
import type { FactLayout } from './fact-layout.ts'

/** One fact as what somebody says: who says so and how sure it is beside the sentence, not below it. */
export const account: FactLayout = {
  name: 'account',
  needs: 'a fact',
  fits: (facts) => facts.length > 0,
  suits: () => false,
  toSlides: (facts, { title }) =>
    facts.map(({ view }) => ({
      kind: 'layout',
      layout: 'account',
      props: { title: title ?? view.short, ...speakerOf(view), fact: factLine(view) },
      facts: [view.id],
      questions: [],
    })),
}

/** Who says so, by name and role; an article that speaks for itself goes by its name. */
export function speakerOf({ speakers, text }: FactView): { speaker: string; role?: string } {
  const [first] = speakers
  if (!first) return { speaker: text }
  const role = speakers.length === 1 ? first.role : undefined
  return { speaker: speakers.map(({ name }) => name).join(', '), ...(role === undefined ? {} : { role }) }
}
