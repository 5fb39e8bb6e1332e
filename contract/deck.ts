// A planned deck: plain JSON that names a layout and its props for every slide. The layouts of
// templates/slidev/theme take exactly these props.

import type { AddedFont } from './added-font.ts'
import type { SourceView } from './source-view.ts'
import type { FactView, QuantityView } from './fact-view.ts'
import type { Goods } from './goods.ts'
import type { Look } from './looks.ts'
import type { MarkedTexts } from './marked-text.ts'
import type { Mark } from './status.ts'
import type { QuestionView } from './question-view.ts'

/** What a slide needs of a fact; the whole view stays in the notes and on the site. */
export type FactLine = Pick<
  FactView,
  'id' | 'short' | 'statement' | 'status' | 'statusLabel' | 'said' | 'text' | 'when'
>

/** A map in px: paths for SVG, and points with names. */
export interface MapView {
  width: number
  height: number
  land: string
  borders: string
  /** Borders that somebody disputes; empty where none is in sight. */
  disputed: string
  places: { name: string; x: number; y: number }[]
}

export interface Layouts {
  cover: { title: string; subtitle?: string; audience: string; minutes: number; unit: string }
  agenda: { title: string; objectives: string[]; sections: { title: string; minutes: number }[] }
  section: {
    title: string
    number: number
    of: number
    minutes: number
    question?: string
    picture?: SlidePicture
  }
  statement: { title: string; fact: FactLine }
  /** One fact, and beside it, as large, who says so. */
  account: { title: string; speaker: string; role?: string; fact: FactLine }
  /** One big figure; `comparison` is drawn to the same scale. */
  figure: {
    title: string
    fact: FactLine
    quantity: QuantityView
    comparison: { fact: FactLine; quantity: QuantityView }[]
    goods?: Goods[]
  }
  /**
   * Comparable quantities: one unit, ranges and open ends drawn as such. A `limit` is a line across those of a
   * set time; what is still counted (`open`) has an axis of its own, to the same scale.
   */
  bars: {
    title: string
    unit: string
    bars: { label: string; quantity: QuantityView; fact: FactLine; limit?: true; open?: true }[]
  }
  /** In order of time. `from`/`to` are ISO dates of reduced precision, `to` absent for what goes on. */
  timeline: {
    title: string
    /**
     * `vague`: at one time from `from` to `to` that is not known better, such as a season; else it lasted
     * from the one to the other.
     */
    events: { from: string; to?: string; when: string; vague?: true; fact: FactLine }[]
  }
  voices: { title: string; voices: { speaker: string; role?: string; fact: FactLine }[] }
  disagreement: { title: string; about: string; reading: string; sides: FactLine[] }
  transfers: {
    title: string
    actors: { id: string; name: string }[]
    transfers: { from: string; to: string; what: string; goods?: Goods[]; fact: FactLine }[]
  }
  /**
   * Which way words came: who observed or said it, who passed it on, the text that has it; what a text has
   * lost that another on the slide still has.
   */
  relay: {
    title: string
    rows: { source?: string; relays?: string; text: string; lost: ('source' | 'time')[]; fact: FactLine }[]
  }
  /** Who speaks of whom; `from` and `to` are indices of `speakers` and `about`. */
  mentions: {
    title: string
    speakers: string[]
    about: string[]
    links: { from: number; to: number[]; fact: FactLine }[]
  }
  /**
   * Amounts that came together over time, beside a limit. `from` and `to` are ISO dates of reduced precision;
   * an amount that is still counted ends with its text (`open`).
   */
  buildup: {
    title: string
    unit: string
    limit: { label: string; quantity: QuantityView; fact: FactLine }
    amounts: {
      from: string
      to: string
      open?: true
      when: string
      quantity: QuantityView
      fact: FactLine
    }[]
  }
  /** The whole story at a glance: a lane for every section, a mark for every dated event. */
  story: {
    title: string
    lanes: string[]
    events: { lane: number; from: string; to?: string; when: string; fact: FactLine }[]
  }
  /** A picture of an author, as large as the slide; with a fact, what it says stands below. */
  picture: { title: string; picture: SlidePicture; fact?: FactLine }
  quotation: { title: string; quote: string; speaker: string; role?: string; fact: FactLine }
  /** Click 1 shows which option is the key and why each is right or wrong. */
  checkpoint: { title: string; question: CheckpointQuestion }
  discussion: { title: string; prompt: string; points: string[]; facts: FactLine[] }
  arithmetic: {
    title: string
    question: string
    inputs: { name: string; label: string; text: string; goods?: Goods[]; citation: string }[]
    /**
     * `expression` with figures in place of names: "1,000,000 / 43"; `result` worded: "≈ 23,256 tonnes a
     * trip".
     */
    steps: { say: string; expression: string; result: string }[]
    conclusion: string
    fact: FactLine
  }
  /** What a class has to know before; background, never evidence. */
  primer: { title: string; label: string; entries: { name: string; text: string }[] }
  /** The question of the whole deck, big. */
  guide: { title: string; question: string }
  /** What a section came to: its question, and the answer. */
  answer: { title: string; question: string; answer: string; facts: FactLine[] }
  /** An end to doubt: what is well supported, what is plausible, what is weak, and why. */
  verdict: {
    title: string
    columns: { degree: 'supported' | 'plausible' | 'weak'; label: string; items: VerdictItem[] }[]
  }
  recap: { title: string; points: FactLine[] }
  /** Places, told of one after the other; `places`, `from` and `to` are indices of `map.places`. */
  map: {
    title: string
    map: MapView
    items: { fact: FactLine; goods?: Goods[]; places: number[]; from?: number; to?: number }[]
  }
  /** How the marks of the deck are to be read: a row for each status that it shows. */
  marks: { title: string; marks: { mark: Mark; label: string; means: string }[] }
  sources: {
    title: string
    /** How many of the deck's statements a second reader agreed to; on the last of these slides. */
    reviewed?: string
    sources: Omit<SourceView, 'url' | 'citation'>[]
  }
}

/** A claim of a closing slide and why it stands where it stands. */
interface VerdictItem {
  claim: string
  why: string
  facts: FactLine[]
}

/** A picture in the props of a slide. */
export interface SlidePicture {
  /** `/pictures/` and the name of a picture of the slide. */
  src: string
  alt: string
  /** Who made it, and its licence. */
  credit: string
}

/** A picture of hand-written slides. */
export interface Picture {
  /** File name in a finished deck: the author's in plain letters, with a digest of the bytes. */
  name: string
  data: Uint8Array
}

/** A question as a checkpoint shows it; its type adds what it shows. */
export interface CheckpointQuestion {
  id: string
  stem: string
  kind: QuestionView['kind']
  /** Who says so and where, short. */
  said: string
}

export type LayoutName = keyof Layouts

export interface Notes {
  /** What to say, a paragraph each. */
  say: string[]
  /** What to ask before the next click. */
  ask?: string
  /** What a class is likely to answer, and what to say to it. */
  answers?: LikelyAnswer[]
  /** The way to the next slide. */
  next?: string
  /** "Coast News, 23 May 2024, characters 1204–1388", each once. */
  sources: string[]
  /** Minutes for this slide, halves allowed. */
  minutes: number
}

export interface LikelyAnswer {
  answer: string
  reply: string
}

/** A generated slide: a layout and its props. */
export type LayoutSlide = {
  [L in LayoutName]: { kind: 'layout'; id: string; layout: L; props: Layouts[L] } & SlideCommon
}[LayoutName]

/** A file of hand-written Slidev slides, taken over as it is. */
export interface HandwrittenSlide extends SlideCommon {
  kind: 'handwritten'
  id: string
  /** Path within the content folder's slides/. */
  file: string
  /** The author's, with pictures under `/pictures/`, where Slidev finds them in its `public/`. */
  markdown: string
}

interface SlideCommon {
  notes: Notes
  /** The pictures that the slide shows, each once; absent where there are none. */
  pictures?: Picture[]
  /** Facts and questions that the slide shows. */
  facts: string[]
  questions: string[]
}

export type Slide = LayoutSlide | HandwrittenSlide

export interface Deck {
  id: string
  title: string
  subtitle?: string
  summary: string
  audience: string
  minutes: number
  language: string
  unit: string
  author: string
  objectives: string[]
  /** false: every slide shows all of it at once, checkpoints excepted. */
  reveal?: boolean
  /** Absent for the theme's own. */
  look?: Look
  /** What stands behind texts that hold more than letters, of the whole unit; absent where none does. */
  marked?: MarkedTexts
  /** Families for letters of the unit that the usual fonts lack; absent where there are none. */
  fonts?: readonly AddedFont[]
  slides: Slide[]
}
