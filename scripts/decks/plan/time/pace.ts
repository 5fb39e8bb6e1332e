import type { LayoutName } from '../../../../contract/deck.ts'
import type { SlideContent } from '../material.ts'

/**
 * How long slides of a layout usually take, in half minutes: the measure by which a deck's time is shared
 * out.
 */
const pace: Record<LayoutName | 'handwritten', number> = {
  cover: 1,
  guide: 1,
  agenda: 2,
  marks: 1,
  section: 1,
  statement: 2,
  account: 2,
  figure: 2,
  bars: 3,
  timeline: 3,
  map: 3,
  picture: 2,
  relay: 3,
  mentions: 3,
  buildup: 4,
  story: 3,
  voices: 3,
  transfers: 3,
  quotation: 2,
  disagreement: 4,
  checkpoint: 4,
  discussion: 8,
  arithmetic: 4,
  primer: 3,
  answer: 2,
  verdict: 4,
  recap: 3,
  sources: 1,
  handwritten: 4,
}

/** Usual time for a slide, in half minutes. */
export function paceOf(content: SlideContent): number {
  return pace[content.kind === 'layout' ? content.layout : 'handwritten']
}
