import type { Fact } from '../../../facts/fact-schema.ts'
import type { FactLayoutName, LayoutContent } from './names.ts'
import type { DeckFact, Material } from '../material.ts'

export interface LayoutContext {
  material: Material
  /** Heading that the author asked for. */
  title?: string | undefined
  /** Title of the section, for headings of slides that show several facts. */
  section: string
}

/** One way to show facts. Adding a layout means adding one of these to the list. */
export interface FactLayout {
  name: FactLayoutName
  /** What the facts must have, for the message to an author who asked for this layout: "a quantity". */
  needs: string
  /** Whether the layout can show these facts at all. */
  fits(facts: readonly Fact[]): boolean
  /** Whether the planner should choose it of its own accord; implies `fits`. */
  suits(facts: readonly Fact[]): boolean
  /** As many slides as it takes; every fact stands on one of them. Only for facts that fit. */
  toSlides(facts: readonly DeckFact[], context: LayoutContext): LayoutContent[]
}
