import type { Fact } from '../../../facts/fact-schema.ts'
import { account } from './account.ts'
import { arithmetic } from './arithmetic.ts'
import { bars } from './bars.ts'
import { disagreement } from './disagreement.ts'
import type { FactLayout } from './fact-layout.ts'
import { figure } from './figure.ts'
import { buildup } from './buildup.ts'
import { map } from './map.ts'
import { mentions } from './mentions.ts'
import { picture } from './picture.ts'
import { quotation } from './quotation.ts'
import { relay } from './relay.ts'
import { statement } from './statement.ts'
import { timeline } from './timeline.ts'
import { transfers } from './transfers.ts'
import { voices } from './voices.ts'

/**
 * The layouts in the order in which they are tried: what says most about the facts comes first. A sum and a
 * quote are the point of their fact; that accounts differ matters more than their figures; figures more than
 * dates, dates more than speakers. A picture stands before a figure or a statement of the same fact.
 */
export const layouts: readonly FactLayout[] = [
  arithmetic,
  quotation,
  disagreement,
  transfers,
  bars,
  timeline,
  voices,
  picture,
  figure,
  statement,
  map,
  relay,
  mentions,
  buildup,
  account,
]

/**
 * The first layout that suits the facts as a whole; none where they have nothing in common. A single fact
 * always has one.
 */
export function chooseLayout(facts: readonly Fact[]): FactLayout | undefined {
  return layouts.find((layout) => layout.suits(facts))
}

/**
 * What the planner may show instead where the slide before looks the same: layouts that say as much of the
 * facts. A sum, a comparison, a dispute and an order in time have no other form.
 */
const instead: Partial<Record<FactLayout['name'], readonly FactLayout[]>> = {
  statement: [account],
  figure: [account],
  quotation: [account],
  voices: [mentions, relay],
  transfers: [map],
}

/** The layout, and after it those that may stand in its place for these facts. */
export function layoutWays(layout: FactLayout, facts: readonly Fact[]): FactLayout[] {
  return [layout, ...(instead[layout.name] ?? []).filter((other) => other.fits(facts))]
}
