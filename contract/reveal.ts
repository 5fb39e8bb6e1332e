// What a slide shows only when it is asked for. Everything that poses something waits: an account for the
// other, an answer for the vote, a result for the sum.

import type { LayoutSlide } from './deck.ts'
import { isAnnotated } from './measure/bars.ts'

/**
 * How many clicks a slide takes until all of it is shown: Slidev's `clicks`. Layouts show at step n what
 * is counted here.
 */
export function revealSteps(slide: Pick<LayoutSlide, 'layout' | 'props'>): number {
  const { layout, props } = slide as LayoutSlide
  switch (layout) {
    // The second account, the vote, the careful reading.
    case 'disagreement':
      return props.sides.length + 1
    case 'arithmetic':
      return props.steps.length + 1
    case 'transfers':
      return Math.max(0, props.transfers.length - 1)
    case 'timeline':
      return Math.max(0, props.events.length - 1)
    case 'map':
      return Math.max(0, props.items.length - 1)
    case 'relay':
      return Math.max(0, props.rows.length - 1)
    case 'mentions':
      return Math.max(0, props.links.length - 1)
    // The limit first, then what is said to have come.
    case 'buildup':
      return props.amounts.length
    // The bars first, then the line and the bracket that explain them.
    case 'bars':
      return isAnnotated(props.bars) ? 1 : 0
    case 'figure':
      return props.comparison.length > 0 ? 1 : 0
    case 'discussion':
      return props.points.length > 0 ? 1 : 0
    case 'checkpoint':
    case 'answer':
      return 1
    case 'verdict':
      return Math.max(0, props.columns.length - 1)
    default:
      return 0
  }
}
