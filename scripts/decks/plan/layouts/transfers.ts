import { capacity } from '../../../../contract/capacity.ts'
import { factLine, goodsOf } from '../fact-line.ts'
import { planWords, type DeckFact } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { FactLayout } from './fact-layout.ts'

/** Who gives what to whom. */
export const transfers: FactLayout = {
  name: 'transfers',
  needs: 'a transfer in every fact',
  fits: (facts) => facts.length > 0 && facts.every(({ transfer }) => transfer),
  suits: (facts) => facts.length >= 2 && facts.every(({ transfer }) => transfer),
  toSlides: (facts, { title, section, material }) =>
    partsOfFewActors(facts).map((part) => ({
      kind: 'layout',
      layout: 'transfers',
      props: {
        title: title ?? fill(planWords(material).transfers, { section }),
        actors: actorsOf(part).map((id) => ({ id, name: material.base.actors.get(id)?.value.name ?? id })),
        transfers: part.flatMap(({ fact, view }) =>
          fact.transfer ? [{ ...fact.transfer, ...goodsOf(fact), fact: factLine(view) }] : [],
        ),
      },
      facts: part.map(({ view }) => view.id),
      questions: [],
    })),
}

function partsOfFewActors(facts: readonly DeckFact[]): DeckFact[][] {
  const parts: DeckFact[][] = []
  for (const each of facts) {
    const last = parts.at(-1)
    const holds =
      last &&
      last.length < capacity.transfers.transfers &&
      actorsOf([...last, each]).length <= capacity.transfers.actors
    if (holds) last.push(each)
    else parts.push([each])
  }
  return parts
}

function actorsOf(facts: readonly DeckFact[]) {
  return [
    ...new Set(facts.flatMap(({ fact: { transfer } }) => (transfer ? [transfer.from, transfer.to] : []))),
  ]
}
