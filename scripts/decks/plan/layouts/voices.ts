import type { Fact } from '../../../facts/fact-schema.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import { speakerOf } from './account.ts'
import type { FactLayout } from './fact-layout.ts'

/** Who said what: facts that different speakers state. */
export const voices: FactLayout = {
  name: 'voices',
  needs: 'facts of at least two different voices: speakers, or articles that speak for themselves',
  fits: (facts) => new Set(facts.map(voiceOf)).size >= 2,
  suits: (facts) => facts.every(({ saidBy }) => saidBy.length > 0) && new Set(facts.map(voiceOf)).size >= 2,
  toSlides: (facts, { title, section, material }) =>
    evenParts(facts, capacity.voices.voices).map((part) => ({
      kind: 'layout',
      layout: 'voices',
      props: {
        title: title ?? fill(planWords(material).voices, { section }),
        voices: part.map(({ view }) => ({ ...speakerOf(view), fact: factLine(view) })),
      },
      facts: part.map(({ view }) => view.id),
      questions: [],
    })),
}

function voiceOf({ saidBy, evidence }: Fact): string {
  return saidBy.length > 0 ? saidBy.join(' ') : `article ${evidence[0]?.source ?? ''}`
}
