// The props of the layouts, by name. Types only: the theme is copied next to the made decks, where the compiler's sources are not.

import type { FactLine, Layouts as LayoutMap } from '../../../scripts/decks/deck.ts'
import type { QuantityView } from '../../../scripts/facts/view.ts'

export type { CheckpointQuestion, FactLine, LayoutName } from '../../../scripts/decks/deck.ts'
export type { QuantityView }
export type Layouts = LayoutMap
export type Status = FactLine['status']
