import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import { comparableKey, limitOf, sharedMeasure } from './comparable.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { Bar } from '../../../../contract/measure/bars.ts'
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
    const limit = limitOf(
      facts.map(({ fact }) => fact),
      unit,
    )
    const drawn = views.flatMap((view) => {
      const quantities = view.quantities.filter((each) =>
        same === undefined ? each.unit === unit : comparableKey(each) === same,
      )
      return (same === undefined ? quantities : quantities.slice(0, 1)).map((quantity): Bar => ({
        label: same === undefined ? quantity.label : view.short,
        quantity,
        fact: factLine(view),
        ...(limit?.fact.id === view.id && view.quantities[limit.index] === quantity ? { limit: true } : {}),
        ...(view.period?.from !== undefined && view.period.to === undefined ? { open: true } : {}),
      }))
    })
    const label = same === undefined ? (unit ?? '') : (drawn[0]?.quantity.label ?? '')
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
          unit: part[0]?.quantity.unit ?? '',
          bars: part,
        },
        facts: [...new Set(part.map(({ fact }) => fact.id))],
        questions: [],
      }))
  },
}

/**
 * Amounts that are still counted have an axis of their own: their length beside that of a year would compare
 * stretches of time. Where one slide does not hold both axes, each has a slide.
 */
function byPeriod(drawn: readonly Bar[]): Bar[][] {
  const parts = [drawn.filter(({ open }) => !open), drawn.filter(({ open }) => open)]
  const together = parts.some(({ length }) => length === 0) || drawn.length <= capacity.bars.onTwoAxes
  return together ? [[...drawn]] : parts
}
