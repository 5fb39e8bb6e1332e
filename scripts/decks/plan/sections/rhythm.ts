import type { SlideContent } from '../material.ts'

/** Ways to show the same facts, the best first; never none. */
export type Ways = readonly [readonly SlideContent[], ...(readonly SlideContent[])[]]

/** A way that is not the best one costs less than a slide that looks like the one before it. */
const sameLook = 100

/**
 * For every stretch of slides the way to show it that leaves the fewest slides with the layout of the one
 * before them. Where a stretch need not give way its best way stands, and of two that could, the later one
 * gives way.
 */
export function withRhythm(stretches: readonly Ways[]): (readonly SlideContent[])[] {
  // From the end: what all that follows costs after each way of the stretch before it.
  const after: number[][] = []
  for (let index = stretches.length - 1; index >= 0; index--)
    after[index] = stretches[index]!.map(
      (way, place) => costOf(way, place) + cheapest(after, stretches, index + 1, way).cost,
    )
  const chosen: (readonly SlideContent[])[] = []
  for (let index = 0; index < stretches.length; index++)
    chosen.push(stretches[index]![cheapest(after, stretches, index, chosen.at(-1) ?? []).place]!)
  return chosen
}

/** The way of this stretch that is best after the slides `before`, and what it costs to the end. */
function cheapest(
  after: readonly (readonly number[])[],
  stretches: readonly Ways[],
  index: number,
  before: readonly SlideContent[],
): { place: number; cost: number } {
  const ways = stretches[index]
  if (!ways) return { place: 0, cost: 0 }
  const costs = ways.map(
    (way, place) => after[index]![place]! + (alike(before.at(-1), way[0]) ? sameLook : 0),
  )
  const cost = Math.min(...costs)
  return { place: costs.indexOf(cost), cost }
}

function costOf(way: readonly SlideContent[], place: number): number {
  return place + way.filter((content, index) => alike(way[index - 1], content)).length * sameLook
}

/** Whether a class sees the same template twice; hand-written slides look as their author wants. */
function alike(one: SlideContent | undefined, other: SlideContent | undefined): boolean {
  return one?.kind === 'layout' && other?.kind === 'layout' && one.layout === other.layout
}
