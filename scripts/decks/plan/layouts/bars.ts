import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { comparableKey, sharedMeasure } from './comparable.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { FactLayout } from './fact-layout.ts'

const unitOf = ({ unit }: { unit: string }): string => unit

/**
 * Comparable quantities of several facts, one bar each. Chosen for one label and unit; an author may also ask
 * for it where only the unit is the same, and then every quantity of that unit is drawn under its own label.
 */
export const bars: FactLayout = {
  name: 'bars',
  needs: 'at least two quantities of one unit, one of them in every fact',
  fits: (facts) => {
    const unit = sharedMeasure(facts, unitOf)
    return facts.flatMap(({ quantities }) => quantities).filter((each) => each.unit === unit).length >= 2
  },
  suits: (facts) => facts.length >= 2 && sharedMeasure(facts, comparableKey) !== undefined,
  toSlides: (facts, { title, material }) => {
    const views = facts.map(({ view }) => view)
    const same = facts.length >= 2 ? sharedMeasure(views, comparableKey) : undefined
    const unit = sharedMeasure(views, unitOf)
    const drawn = views.flatMap((view) => {
      const quantities = view.quantities.filter((each) =>
        same === undefined ? each.unit === unit : comparableKey(each) === same,
      )
      return (same === undefined ? quantities : quantities.slice(0, 1)).map((quantity) => ({
        counting: view.period?.from !== undefined && view.period.to === undefined,
        bar: { label: same === undefined ? quantity.label : view.short, quantity, fact: factLine(view) },
      }))
    })
    const label = same === undefined ? (unit ?? '') : (drawn[0]?.bar.quantity.label ?? '')
    return byPeriod(drawn)
      .flatMap((each) => evenParts(each, capacity.bars.bars))
      .map((part) => ({
        kind: 'layout',
        layout: 'bars',
        props: {
          title:
            title ??
            fill(planWords(material).compared, {
              what: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`,
            }),
          unit: part[0]?.bar.quantity.unit ?? '',
          bars: part.map(({ bar }) => bar),
        },
        facts: [...new Set(part.map(({ bar }) => bar.fact.id))],
        questions: [],
      }))
  },
}

/**
 * Amounts that are still counted on an axis of their own: their length beside that of a year would compare
 * stretches of time. Where one of them would stand alone they stay together, and the labels say it.
 */
function byPeriod<T extends { counting: boolean }>(drawn: readonly T[]): T[][] {
  const parts = [drawn.filter(({ counting }) => !counting), drawn.filter(({ counting }) => counting)]
  return parts.every(({ length }) => length >= 2) ? parts : [[...drawn]]
}
