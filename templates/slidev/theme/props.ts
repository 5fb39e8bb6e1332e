// The props of the layouts, by name. Types only: the theme is copied next to the made decks, where the
// compiler's sources are not.

import type { FactLine, Layouts as LayoutMap } from '../../../contract/deck.ts'
import type { QuantityView } from '../../../contract/fact-view.ts'

export type {
  CheckpointQuestion,
  FactLine,
  LayoutName,
  MapView,
  SlidePicture,
} from '../../../contract/deck.ts'
export type { Goods } from '../../../contract/goods.ts'
export type { QuantityView }
export type Layouts = LayoutMap
export type Status = FactLine['status']
