import { capacity } from '../../../../contract/capacity.ts'
import { planDiscussion } from '../../../../contract/measure/discussion.ts'
import type { FactView } from '../../../../contract/fact-view.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import type { LayoutContent } from '../layouts/names.ts'
import type { DeckFact } from '../material.ts'

/**
 * An open question with what to consider, on one slide where all of it can be read; else it goes on under the
 * same prompt.
 */
export function discussionSlides(
  prompt: string,
  points: readonly string[],
  facts: readonly DeckFact[],
  title: string,
): LayoutContent[] {
  const lines = facts.map(({ view }) => view)
  if (
    points.length <= capacity.discussion.points &&
    facts.length <= capacity.discussion.factsTogether &&
    planDiscussion(title, prompt, points, lines).fits
  )
    return [discussionSlide(title, prompt, points, lines)]
  const most = facts.length > 0 ? capacity.discussion.pointsBesideFacts : capacity.discussion.points
  const pointParts = evenParts(points, most)
  const factParts = evenParts(facts, capacity.discussion.facts)
  return Array.from({ length: Math.max(1, pointParts.length, factParts.length) }, (_, index) => {
    const shown = (factParts[index] ?? []).map(({ view }) => view)
    return discussionSlide(title, prompt, pointParts[index] ?? [], shown)
  })
}

function discussionSlide(
  title: string,
  prompt: string,
  points: readonly string[],
  facts: readonly FactView[],
): LayoutContent {
  return {
    kind: 'layout',
    layout: 'discussion',
    props: { title, prompt, points: [...points], facts: facts.map(factLine) },
    facts: facts.map(({ id }) => id),
    questions: [],
  }
}
