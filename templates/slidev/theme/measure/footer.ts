// The line below every slide with facts: who says so and where it stands. It grows by as many lines as its texts need, and layouts leave it the room.

import { languages } from '../messages.ts'
import type { FactLine } from '../props.ts'
import { bodyWidth, footerHeight } from './frame.ts'
import { lineCount, textWidth } from './text.ts'

/** Most lines of a footer; what needs more does not belong on one slide. */
const mostLines = 6

// The planner and every layout plan the same footer, whatever the language: by the longest word for "Source:" that there is.
const source = Object.values(languages)
  .map(({ slides }) => slides.source)
  .reduce((longest, each) => (textWidth(each, 18) > textWidth(longest, 18) ? each : longest))

export interface FooterPlan {
  attribution: string
  citation: string
  /** Signs of status: one at most, since several stand beside their items. */
  statuses: [FactLine['status'], string][]
  /** Share of the line that the attribution takes; the citation has the rest. */
  said: number
  /** Type size and height of the footer, px. */
  size: number
  leading: number
  height: number
  /** False where the texts are too long for any footer. */
  fits: boolean
}

/** Sets the footer of a slide. `sourcesOnly` leaves out what stands beside each item. */
export function planFooter(facts: readonly FactLine[], sourcesOnly = false): FooterPlan {
  const seen = new Map(facts.map((fact) => [fact.status, fact.statusLabel] as const))
  const statuses = sourcesOnly || seen.size > 1 ? [] : [...seen]
  const attribution = sourcesOnly ? '' : distinct(facts.map((fact) => fact.attribution)).join(' · ')
  const citation = distinct(facts.flatMap((fact) => fact.citation.split('; '))).join('; ')
  const room = bodyWidth - 60 - statuses.length * 160
  const shares = attribution === '' ? [0] : [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3]
  const shareFor = (size: number, lines: number): number | undefined =>
    shares.find(
      (said) =>
        (said === 0 || lineCount(attribution, size, room * said, 'bold') <= lines) &&
        lineCount(`${source} ${citation}`, size, room * (1 - said)) <= lines,
    )
  for (const [size, lines, leading] of [
    [20, 2, 1.22],
    [18, 2, 1.22],
    ...Array.from({ length: mostLines - 2 }, (_, index) => [18, index + 3, 1.12] as const),
  ] as const) {
    const said = shareFor(size, lines)
    if (said === undefined) continue
    const height = Math.max(footerHeight, Math.ceil(16 + lines * size * leading))
    return { attribution, citation, statuses, said, size, leading, height, fits: true }
  }
  const height = Math.ceil(16 + mostLines * 18 * 1.12)
  return { attribution, citation, statuses, said: shares[0]!, size: 18, leading: 1.12, height, fits: false }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
