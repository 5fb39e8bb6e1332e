import type { Outline } from '../outline-schema.ts'
import type { Draft } from './material.ts'
import { paceOf } from './pace.ts'
import { share, type Part } from './share.ts'

/** Half minutes of each slide before the sections, in them and after them. */
export interface Times {
  opening: number[]
  sections: number[][]
  closing: number[]
}

/**
 * Shares a deck's minutes out among its slides, in halves of a minute whose sum is exactly the deck's. What the author
 * gives a section or a slide stands as far as the sum allows; the rest goes by the usual pace of each layout.
 */
export function shareTime(
  outline: Pick<Outline, 'minutes' | 'sections'>,
  opening: readonly Draft[],
  sections: readonly (readonly Draft[])[],
  closing: readonly Draft[],
): Times {
  const shares = share(outline.minutes * 2, [
    ...opening.map(partOf),
    ...sections.map((drafts, index) => sectionPart(outline.sections[index]?.minutes, drafts)),
    ...closing.map(partOf),
  ])
  return {
    opening: shares.slice(0, opening.length),
    sections: sections.map((drafts, index) => share(shares[opening.length + index] ?? 0, drafts.map(partOf))),
    closing: shares.slice(opening.length + sections.length),
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
