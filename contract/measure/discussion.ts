// A prompt, what to consider and the facts that it starts from stand on one slide where all of it can be read;
// the planner goes on with another slide where it cannot.

import type { FactLine } from '../deck.ts'
import { saidLine, saidLines } from './footer.ts'
import { bodyHeight, bodyWidth } from './frame.ts'
import { stepSize, textHeight } from './text.ts'

/** Width of the column of facts, px. */
export const asideWidth = 400
/** px between that column and the prompt. */
const between = 36

export interface DiscussionPlan {
  /** Width of prompt and points, px. */
  width: number
  /** Type sizes, px. */
  prompt: number
  points: number
  /** Whether all of it has room. */
  fits: boolean
}

/** Sets a slide of this prompt. */
export function planDiscussion(
  heading: string,
  prompt: string,
  points: readonly string[],
  facts: readonly Pick<FactLine, 'short' | 'said'>[],
): DiscussionPlan {
  const width = facts.length > 0 ? bodyWidth - asideWidth - between - 50 : bodyWidth
  const height = bodyHeight(heading, 0)
  const pointsHeight = (size: number): number =>
    points.reduce((sum, point) => sum + textHeight(point, size, width - 34, 1.25) + 12, 0)
  const pointSize = [28, 24].find((size) => pointsHeight(size) <= height * 0.55) ?? 24
  const left = height - pointsHeight(pointSize) - 40
  const promptSize = stepSize(prompt, facts.length > 0 ? [54, 38, 28] : [64, 44, 28], {
    width,
    height: left,
    leading: 1.16,
    face: 'serif',
  })
  const aside = facts.reduce(
    (sum, { short, said }) =>
      sum +
      textHeight(short, 24, asideWidth, 1.2, 'bold') +
      6 +
      saidLine +
      5 +
      saidLines(said, asideWidth, 2) * saidLine +
      22,
    16,
  )
  return {
    width,
    prompt: promptSize,
    points: pointSize,
    fits: aside <= height && textHeight(prompt, promptSize, width, 1.16, 'serif') <= left,
  }
}
