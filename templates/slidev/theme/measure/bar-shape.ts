// What a bar looks like that says exactly as much as the article: filled as far as is certain, a thin line
// where it may reach, an arrow beside the end where no upper end is given. The arrow has one size everywhere
// and adds nothing to the length.

import type { SlideWords } from '../../../../contract/messages/registry.ts'
import type { QuantityView } from '../props.ts'

export interface BarShape {
  /** End of the certain part, px from the zero line. */
  solid: number
  /** Stretch up to which the figure may reach. */
  possible?: [number, number]
  /** Places of end marks. */
  ticks: number[]
  /** No upper end given: an arrow stands beside the end, here. */
  open?: number
  /** The end is approximate: drawn as a wave. */
  wavy: boolean
}

/** The largest number a quantity names; an open end counts as its floor. */
export function reach(quantity: QuantityView): number {
  return quantity.high ?? quantity.low ?? 0
}

/** The parts of a bar on a scale from figures to px. */
export function barShape(quantity: QuantityView, scale: (value: number) => number): BarShape {
  const end = scale(reach(quantity))
  switch (quantity.bound) {
    case 'range':
      return {
        solid: scale(quantity.low ?? 0),
        possible: [scale(quantity.low ?? 0), end],
        ticks: [scale(quantity.low ?? 0), end],
        wavy: false,
      }
    case 'upTo':
      return { solid: 0, possible: [0, end], ticks: [end], wavy: false }
    // No mark at the end, which is not reached.
    case 'lessThan':
      return { solid: 0, possible: [0, end], ticks: [], wavy: false }
    case 'almost': {
      const short = Math.max(0, end - Math.max(10, end * 0.03))
      return { solid: short, possible: [short, end], ticks: [end], wavy: false }
    }
    case 'atLeast':
    case 'moreThan': {
      const floor = scale(quantity.low ?? reach(quantity))
      return { solid: floor, ticks: [floor], open: floor, wavy: false }
    }
    case 'about':
      return {
        solid:
          quantity.low !== undefined && quantity.high !== undefined
            ? scale((quantity.low + quantity.high) / 2)
            : end,
        ticks: [],
        wavy: true,
      }
    default:
      return { solid: end, ticks: [], wavy: false }
  }
}

/** What the legend of these bars says: that they are to scale, and what every mark on them means. */
export function legendOf(quantities: readonly QuantityView[], { scale, marks }: SlideWords): string {
  const meant = quantities.flatMap(({ bound }) =>
    bound === 'exact' ? [] : marks[bound === 'moreThan' ? 'atLeast' : bound],
  )
  return [scale, ...new Set(meant)].join(' · ')
}
