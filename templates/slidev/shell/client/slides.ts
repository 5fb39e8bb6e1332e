// In place of /@slidev/slides: the routes are made from the page's JSON. A route object stays the same for as
// long as the page is open, because Slidev hands its parts to child components once; only what it holds
// changes.

import type { SlideRoute } from '@slidev/types'
import { type Component, defineComponent, h, reactive, shallowReactive, shallowRef } from 'vue'
import type { SlideData } from '../../../../contract/deck-data.ts'
import { pageDeck } from './page.ts'
import { SlideBody } from './slide-body.ts'

interface Held {
  route: SlideRoute
  show(slide: SlideData): void
}

const held: Held[] = []

/** The slides of the deck that the page shows now. */
export const slides = shallowRef<SlideRoute[]>([])

/**
 * Shows other slides. A slide whose data did not change is left alone; one that did is mounted anew, at step
 * 0 of its clicks.
 */
export function setSlides(next: readonly SlideData[]): void {
  next.forEach((slide, index) => (held[index] ??= hold(slide, index)).show(slide))
  slides.value = held.slice(0, next.length).map(({ route }) => route)
}

setSlides(pageDeck.slides)

function hold(first: SlideData, index: number): Held {
  const no = index + 1
  const source = shallowRef(first)
  const revision = shallowRef(0)
  const frontmatter = reactive<Record<string, unknown>>({})
  const slide = reactive<Record<string, unknown>>({
    frontmatter,
    id: index,
    index,
    no,
    filepath: '',
    start: 0,
    raw: '',
    content: '',
    note: '',
  })
  const meta = shallowReactive({
    get layout() {
      return frontmatter.layout
    },
    get transition() {
      return frontmatter.transition
    },
    get class() {
      return frontmatter.class
    },
    get clicks() {
      return frontmatter.clicks
    },
    get name() {
      return frontmatter.name
    },
    get preload() {
      return frontmatter.preload
    },
    slide,
    __clicksContext: null,
    __preloaded: false,
  })
  const component: Component = defineComponent({
    name: 'DeckSlide',
    setup: () => () => h(SlideBody, { key: revision.value, slide: source.value }),
  })
  let shown = ''
  return {
    route: { no, meta, load: async () => ({ default: component }), component } as unknown as SlideRoute,
    show(next) {
      const text = JSON.stringify(next)
      if (text === shown) return
      shown = text
      for (const key of Object.keys(frontmatter)) if (!(key in next.frontmatter)) delete frontmatter[key]
      Object.assign(frontmatter, next.frontmatter)
      Object.assign(slide, {
        title: next.title,
        titleHTML: next.titleHTML,
        level: next.level,
        noteHTML: next.noteHTML,
        images: next.images,
      })
      Object.assign(meta, { __clicksContext: null })
      source.value = next
      revision.value += 1
    },
  }
}
