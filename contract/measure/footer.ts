// The line below every slide with facts: who says so and where it stands. It grows by as many lines as its
// texts need, and layouts leave it the room.

import type { FactLine } from '../deck.ts'
import { bodyWidth, footerHeight } from './frame.ts'
import { lineCount } from './text.ts'

/** Most lines of a footer; what needs more does not belong on one slide. */
const mostLines = 6

/**
 * Every language is given the room of the longest word for "Source:", so that planner and layouts plan the
 * same footer. A test compares it with all.
 */
export const longestSource = 'Джерело:'

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
  return setFooter(
    sourcesOnly ? '' : joinAttributions(facts.map((fact) => fact.attribution)),
    distinct(facts.flatMap((fact) => fact.citation.split('; '))).join('; '),
    sourcesOnly || seen.size > 1 ? [] : [...seen],
  )
}

/** Sets these texts. One line is better than two, half and half better than any other share of it. */
export function setFooter(
  attribution: string,
  citation: string,
  statuses: FooterPlan['statuses'] = [],
): FooterPlan {
  const room = bodyWidth - 60 - statuses.length * 160
  const shares =
    attribution === '' ? [0] : [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3, 0.75, 0.25, 0.8, 0.2]
  const shareFor = (size: number, lines: number): number | undefined =>
    shares.find(
      (said) =>
        (said === 0 || lineCount(attribution, size, room * said, 'bold') <= lines) &&
        lineCount(`${longestSource} ${citation}`, size, room * (1 - said)) <= lines,
    )
  for (const [size, lines, leading] of [
    [20, 1, 1.22],
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

/**
 * Attributions in one line. What differs only in its brackets is named once: "The article itself (A) · The
 * article itself (B; C)" is "The article itself (A; B; C)".
 */
export function joinAttributions(attributions: readonly string[]): string {
  const brackets = new Map<string, string[]>()
  for (const attribution of attributions) {
    const [, name = attribution, inside] = /^([^()]+) \(([^()]+)\)$/.exec(attribution) ?? []
    brackets.set(name, [...(brackets.get(name) ?? []), ...(inside?.split('; ') ?? [])])
  }
  return [...brackets]
    .map(([name, inside]) => (inside.length > 0 ? `${name} (${distinct(inside).join('; ')})` : name))
    .join(' · ')
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
