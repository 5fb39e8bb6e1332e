import { capacity } from '../../../../contract/capacity.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import type { LayoutContent } from '../layouts/names.ts'
import type { DeckFact } from '../material.ts'

/**
 * An open question with what to consider; points and facts that one slide does not hold go on under the same
 * prompt.
 */
export function discussionSlides(
  prompt: string,
  points: readonly string[],
  facts: readonly DeckFact[],
  title: string,
): LayoutContent[] {
  const most = facts.length > 0 ? capacity.discussion.pointsBesideFacts : capacity.discussion.points
  const pointParts = evenParts(points, most)
  const factParts = evenParts(facts, capacity.discussion.facts)
  return Array.from({ length: Math.max(1, pointParts.length, factParts.length) }, (_, index) => {
    const shown = (factParts[index] ?? []).map(({ view }) => view)
    return {
      kind: 'layout',
      layout: 'discussion',
      props: { title, prompt, points: pointParts[index] ?? [], facts: shown.map(factLine) },
      facts: shown.map(({ id }) => id),
      questions: [],
    }
  })
}
