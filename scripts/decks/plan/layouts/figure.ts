import type { FactView, QuantityView } from '../../../../contract/fact-view.ts'
import type { FactLine } from '../../../../contract/deck.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { factLine, goodsOf } from '../fact-line.ts'
import type { DeckFact } from '../material.ts'
import { comparableKey } from './comparable.ts'
import type { FactLayout, LayoutContext } from './fact-layout.ts'

interface Compared {
  fact: FactLine
  quantity: QuantityView
}

/**
 * The first quantity of a fact, big. Beside it stand comparable quantities of the other given facts; where
 * there are none, what disagreeing facts say in the same unit, so that a disputed figure never stands alone.
 */
export const figure: FactLayout = {
  name: 'figure',
  needs: 'a quantity in every fact',
  fits: (facts) => facts.length > 0 && facts.every(({ quantities }) => quantities.length > 0),
  suits: (facts) => facts.length === 1 && facts.every(({ quantities }) => quantities.length > 0),
  toSlides: (facts, context) => {
    const [first, ...others] = facts
    const quantity = first?.view.quantities[0]
    if (!first || !quantity) return []
    const comparable = others
      .flatMap(({ view }) => compared(view, (each) => comparableKey(each) === comparableKey(quantity)))
      .slice(0, capacity.figure.comparison)
    const comparison = comparable.length > 0 ? comparable : opposed(first, quantity, context)
    const here = new Set([first.view.id, ...comparison.map(({ fact }) => fact.id)])
    return [
      {
        kind: 'layout',
        layout: 'figure',
        props: {
          title: context.title ?? first.view.short,
          fact: factLine(first.view),
          quantity,
          comparison,
          ...goodsOf(first.fact),
        },
        facts: [...here],
        questions: [],
      },
      ...figure.toSlides(
        others.filter(({ view }) => !here.has(view.id)),
        context,
      ),
    ]
  },
}

function opposed({ view }: DeckFact, quantity: QuantityView, { material }: LayoutContext): Compared[] {
  return view.disagreements
    .flatMap(({ fact }) => {
      const other = material.views.get(fact)
      return other ? compared(other, ({ unit }) => unit === quantity.unit) : []
    })
    .slice(0, capacity.figure.comparison)
}

function compared(view: FactView, matches: (quantity: QuantityView) => boolean): Compared[] {
  const quantity = view.quantities.find(matches)
  return quantity ? [{ fact: factLine(view), quantity }] : []
}
