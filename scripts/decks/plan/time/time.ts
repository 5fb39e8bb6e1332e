import type { Outline } from '../../outline-schema.ts'
import type { Draft } from '../material.ts'
import { paceOf } from './pace.ts'
import { share, type Part } from './share.ts'

export interface Times {
  /** Half minutes of every slide: opening, sections, closing. */
  halves: number[]
  /** Minutes of every section. */
  sections: number[]
}

/**
 * Shares a deck's minutes out among its slides, in halves of a minute whose sum is exactly the deck's. What
 * the author gives a section or a slide stands as far as the sum allows; the rest goes by the usual pace of
 * each layout. Where the author's sections take all of the deck's time, cover and agenda are part of the
 * first one's, recap and sources of the last one's. Sections without minutes of their own get whole ones
 * where there is time for it: "5.5 min" on an agenda claims to know too much.
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
  const given = all.slice(opening.length, opening.length + sections.length)
  const shares = inWholeMinutes(given, parts)
  const around = [...all.slice(0, opening.length), ...all.slice(opening.length + sections.length)]
  // A half that the sections leave over is the recap's, which comes first of what closes; else the agenda's.
  const over = given.reduce((sum, each, index) => sum + each - shares[index]!, 0)
  around[closing.length > 0 ? opening.length : opening.length - 1]! += over
  return {
    halves: [
      ...around.slice(0, opening.length),
      ...sections.flatMap((drafts, index) => share(shares[index] ?? 0, drafts.map(partOf))),
      ...around.slice(opening.length),
    ],
    sections: shares.map((each) => each / 2),
  }
}

/**
 * The half minutes of sections, even ones for those that the author leaves open; as they are where a section
 * would get nothing or less than its slides ask for.
 */
function inWholeMinutes(halves: readonly number[], parts: readonly SectionPart[]): number[] {
  const open = halves.flatMap((_, index) => (parts[index]?.fixed === undefined ? [index] : []))
  const whole = share(
    Math.floor(open.reduce((sum, index) => sum + halves[index]!, 0) / 2),
    open.map((index) => ({ weight: halves[index]! })),
  )
  const rounded = halves.map((each, index) => {
    const at = open.indexOf(index)
    return at < 0 ? each : whole[at]! * 2
  })
  const enough = rounded.every(
    (each, index) => each > 0 && each >= Math.min(halves[index]!, parts[index]!.asked),
  )
  return enough ? rounded : [...halves]
}

function partOf({ content, minutes }: Draft): Part {
  return { weight: paceOf(content), fixed: minutes === undefined ? undefined : minutes * 2 }
}

interface SectionPart extends Part {
  /** Half minutes that its slides ask for. */
  asked: number
}

/**
 * A section whose slides ask for times, but not all of them, weighs what these and the pace of the others
 * come to.
 */
function sectionPart(minutes: number | undefined, drafts: readonly Draft[]): SectionPart {
  const parts = drafts.map(partOf)
  const weight = parts.reduce((sum, part) => sum + (part.fixed ?? part.weight), 0)
  const whole = parts.every(({ fixed }) => fixed !== undefined) ? weight : undefined
  const asked = parts.reduce((sum, part) => sum + (part.fixed ?? 0), 0)
  return { weight, asked, fixed: minutes === undefined ? whole : minutes * 2 }
}

/** The time that slides usually take, in whole minutes. */
export function usualMinutes(drafts: readonly Draft[]): number {
  return Math.ceil(drafts.reduce((sum, { content }) => sum + paceOf(content), 0) / 2)
}
