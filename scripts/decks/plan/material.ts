// What the planner works with and on. The planner is pure: material and an outline in, a deck out, no disk,
// no clock, no chance.

import type { DrawMap } from './map/draw-map.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import type { SourceView } from '../../../contract/source-view.ts'
import type { FactView } from '../../../contract/fact-view.ts'
import type { QuestionView } from '../../../contract/question-view.ts'
import { messagesFor, type Messages } from '../../../contract/messages/registry.ts'
import type {
  HandwrittenSlide,
  Layouts,
  LayoutName,
  LikelyAnswer,
  Picture,
  SlidePicture,
} from '../../../contract/deck.ts'
import { creditOf, type Image } from '../../source/image-schema.ts'

/** Everything a deck may show. Maps are keyed by id, `markdown` by the path within slides/. */
export interface Material {
  base: FactBase
  views: ReadonlyMap<string, FactView>
  questions: ReadonlyMap<string, QuestionView>
  sources: readonly SourceView[]
  markdown: ReadonlyMap<string, string>
  /** Draws the maps of slides. */
  drawMap?: DrawMap
  /** Pictures of hand-written slides and of sections, by the path within slides/. */
  pictures?: ReadonlyMap<string, Picture>
  /** Pictures of facts and questions, by the path within the content root. */
  textPictures?: ReadonlyMap<string, Picture>
  /** `image` of questions, by their ids. */
  questionImages?: ReadonlyMap<string, Image>
}

/** A fact as the author wrote it, which decides where it goes, and as people read it. */
export interface DeckFact {
  fact: Fact
  view: FactView
}

/** Content of a slide before it has its id and notes. */
export type SlideContent =
  | {
      [L in LayoutName]: {
        kind: 'layout'
        layout: L
        props: Layouts[L]
        facts: string[]
        questions: string[]
        pictures?: Picture[]
      }
    }[LayoutName]
  | Omit<HandwrittenSlide, 'id' | 'notes'>

/** A slide in the making: `say`, `answers` and `minutes` are what the author asked for. */
export interface Draft {
  content: SlideContent
  say?: readonly string[]
  answers?: readonly LikelyAnswer[]
  /** Goes back to the objectives at the end of a deck. */
  closes?: true
  minutes?: number
}

/** The planner's words in the language of the unit. */
export function planWords({ base }: Material): Messages['plan'] {
  return messagesFor(base.unit.language).plan
}

/**
 * The facts of these ids in this order, each once. What points nowhere is left out: the outline's checks
 * speak of it.
 */
export function deckFacts(ids: readonly string[], { base, views }: Material): DeckFact[] {
  const entries: ReadonlyMap<string, { value: Fact }> = base.facts
  return [...new Set(ids)].flatMap((id) => {
    const fact = entries.get(id)?.value
    const view = views.get(id)
    return fact && view ? [{ fact, view }] : []
  })
}

/** An author's picture for a slide; nothing where the file is not there: the checks speak of it. */
export function slidePicture(
  image: Image | undefined,
  folder: string,
  pictures: ReadonlyMap<string, Picture> = new Map(),
): { picture: SlidePicture; pictures: Picture[] } | undefined {
  const found = image && pictures.get(folder + image.file)
  return found
    ? {
        picture: { src: `/pictures/${found.name}`, alt: image.alt, credit: creditOf(image) },
        pictures: [found],
      }
    : undefined
}
