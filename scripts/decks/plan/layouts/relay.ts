import type { Fact } from '../../../facts/fact-schema.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { planWords, type DeckFact } from '../material.ts'
import type { FactLayout } from './fact-layout.ts'

/**
 * Which way words came to us: who observed or said it, who passed it on, which text has it. Beside a row
 * that names its source or its time, one that does not has lost them.
 */
export const relay: FactLayout = {
  name: 'relay',
  needs: 'a named speaker ("saidBy" or "via") in one of the facts',
  fits: (facts) => facts.some(({ saidBy, via }) => saidBy.length > 0 || via.length > 0),
  suits: () => false,
  toSlides: (facts, { title, section, material }) => {
    const sourceKept = facts.some(({ fact }) => fact.saidBy.length > 0)
    const timeKept = facts.some(({ fact }) => fact.when)
    const named = (ids: Fact['saidBy']): string[] =>
      ids.map((id) => material.base.actors.get(id)?.value.name ?? id)
    const rowOf = ({ fact, view }: DeckFact) => {
      const source = named(fact.saidBy).join(', ')
      // The text itself stands at the end of the way already.
      const relays = named(fact.via)
        .filter((name) => name !== view.text)
        .join(', ')
      return {
        ...(source === '' ? {} : { source }),
        ...(relays === '' ? {} : { relays }),
        text: view.text,
        lost: [
          ...(sourceKept && source === '' ? (['source'] as const) : []),
          ...(timeKept && !fact.when ? (['time'] as const) : []),
        ],
        fact: factLine(view),
      }
    }
    return evenParts(facts, capacity.relay.rows).map((part) => ({
      kind: 'layout',
      layout: 'relay',
      props: { title: title ?? fill(planWords(material).relay, { section }), rows: part.map(rowOf) },
      facts: part.map(({ view }) => view.id),
      questions: [],
    }))
  },
}
