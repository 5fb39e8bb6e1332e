// Objectives and agenda stand beside each other where both can be read; the planner gives them a slide each
// where they cannot.

import { bodyHeight } from './frame.ts'
import { textHeight } from './text.ts'

export interface AgendaPlan {
  /** Type sizes, px. */
  objectives: number
  sections: number
  /** Whether all of it has room. */
  fits: boolean
}

/** Sets a slide of these objectives and sections, either of which may be missing. */
export function planAgenda(
  heading: string,
  objectives: readonly string[],
  sections: readonly { title: string }[],
): AgendaPlan {
  const room = bodyHeight(heading, 0) - 30
  const beside = objectives.length > 0 && sections.length > 0
  const objectivesHeight = (size: number): number =>
    objectives.reduce((sum, text) => sum + textHeight(text, size, beside ? 566 : 1090, 1.25) + 14, 0)
  const sectionsHeight = (size: number): number =>
    sections.reduce(
      (sum, { title }) => sum + Math.max(textHeight(title, size, beside ? 306 : 940, 1.2), size * 1.5) + 18,
      0,
    )
  const steps = beside ? [30, 24] : [36, 24]
  const left = steps.find((size) => objectivesHeight(size) <= room)
  const right = steps.find((size) => sectionsHeight(size) <= room)
  return { objectives: left ?? 24, sections: right ?? 24, fits: left !== undefined && right !== undefined }
}
