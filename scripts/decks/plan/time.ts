import type { Outline } from '../outline-schema.ts'
import type { Draft } from './material.ts'
import { paceOf } from './pace.ts'
import { share, type Part } from './share.ts'

export interface Times {
  /** Half minutes of every slide: opening, sections, closing. */
  halves: number[]
  /** Minutes of every section. */
  sections: number[]
}

/**
 * Shares a deck's minutes out among its slides, in halves of a minute whose sum is exactly the deck's. What the author
 * gives a section or a slide stands as far as the sum allows; the rest goes by the usual pace of each layout. Where the author's
 * sections take all of the deck's time, cover and agenda are part of the first one's, recap and sources of the last one's.
 */
export function shareTime(
  outline: Pick<Outline, 'minutes' | 'sections'>,
  opening: readonly Draft[],
  sections: readonly (readonly Draft[])[],
  closing: readonly Draft[],
): Times {
  const total = outline.minutes * 2
  const parts = sections.map((drafts, index) => sectionPart(outline.sections[index]?.minutes, drafts))
  const taken = parts.reduce((sum, { fixed }) => sum + (fixed ?? Number.NaN), 0)
  if (taken === total) {
    const last = sections.length - 1
    const pools = sections.map((drafts, index) => [
      ...(index === 0 ? opening : []),
      ...drafts,
      ...(index === last ? closing : []),
    ])
    const shares = share(total, parts)
    return {
      halves: pools.flatMap((pool, index) => share(shares[index] ?? 0, pool.map(partOf))),
      sections: shares.map((each) => each / 2),
    }
  }
  const all = share(total, [...opening.map(partOf), ...parts, ...closing.map(partOf)])
  const shares = all.slice(opening.length, opening.length + sections.length)
  return {
    halves: [
      ...all.slice(0, opening.length),
      ...sections.flatMap((drafts, index) => share(shares[index] ?? 0, drafts.map(partOf))),
      ...all.slice(opening.length + sections.length),
    ],
    sections: shares.map((each) => each / 2),
  }
}

function partOf({ content, minutes }: Draft): Part {
  return { weight: paceOf(content), fixed: minutes === undefined ? undefined : minutes * 2 }
}

/** A section whose slides ask for times, but not all of them, weighs what these and the pace of the others come to. */
function sectionPart(minutes: number | undefined, drafts: readonly Draft[]): Part {
  const parts = drafts.map(partOf)
  const weight = parts.reduce((sum, part) => sum + (part.fixed ?? part.weight), 0)
  const whole = parts.every(({ fixed }) => fixed !== undefined) ? weight : undefined
  return { weight, fixed: minutes === undefined ? whole : minutes * 2 }
}

/** The time that slides usually take, in whole minutes. */
export function usualMinutes(drafts: readonly Draft[]): number {
  return Math.ceil(drafts.reduce((sum, { content }) => sum + paceOf(content), 0) / 2)
}
