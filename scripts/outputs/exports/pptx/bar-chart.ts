// Amounts on a slide of a PowerPoint file: a native chart, whose figures can be edited.

import type { FactLine } from '../../../../contract/deck.ts'
import type { QuantityView } from '../../../../contract/fact-view.ts'
import { behind, small, type Body } from './page.ts'

/** A native chart, and below it who says so of each bar. */
export function barChart(
  unit: string,
  bars: readonly { label: string; quantity: QuantityView; fact: FactLine }[],
): Body {
  return {
    lines: bars.map(({ label, fact }) => small(`${label}: ${behind(fact)}`)),
    chart: {
      unit,
      bars: bars.map(({ label, quantity }) => ({
        label: `${label}: ${quantity.text}`,
        value: heightOf(quantity),
        text: quantity.text,
      })),
    },
  }
}

/**
 * A bar ends where its article does: at the upper end of what it says, or at the lower where it names no
 * other.
 */
function heightOf({ low, high }: QuantityView): number {
  return high ?? low ?? 0
}
