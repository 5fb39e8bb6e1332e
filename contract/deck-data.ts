// A deck as the shell reads it: plain JSON in the page.

/** One slide. */
export interface SlideData {
  /** One of the shell's layouts. */
  layout: string
  /** The slide's frontmatter over the deck's `defaults`; the layout gets it as props, as Slidev passes it. */
  frontmatter: Record<string, unknown>
  title?: string
  /** The title as Slidev's lists show it. */
  titleHTML: string
  level?: number
  /** Speaker notes, rendered; empty where there are none. */
  noteHTML: string
  /** Pictures that Slidev loads ahead. */
  images?: string[]
  /** The slide's Markdown body, rendered, by slot. Absent for a slide that is layout and props only. */
  body?: Record<string, string>
  /** As `body`, for slots that hold Vue: keys of the deck's `renders`. */
  compiled?: Record<string, string>
  /** In place of `body` and `compiled`: the key of a slide that Slidev's compiler made. */
  module?: string
}

/** A deck. */
export interface DeckData {
  id: string
  /** Of the page; also what a browser's tab shows. */
  title: string
  /** A BCP 47 tag. */
  language: string
  /**
   * Slidev's resolved configuration, with `slidesTitle` and `channel`, the name under which views of this
   * deck find each other.
   */
  configs: Record<string, unknown>
  slides: SlideData[]
  /** Styles of utility classes that hand-written slides use. */
  style?: string
  /**
   * Bodies that hold Vue, compiled: JavaScript of a function that takes Vue and returns a render function, by
   * key.
   */
  renders?: Record<string, string>
  /** Addresses of the pictures of compiled slides, by name. */
  pictures?: Record<string, string>
}
