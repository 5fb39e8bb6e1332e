// The hand-written slides of the page that Slidev's compiler made: they are here before the deck is shown.

import type { Component } from 'vue'

const slides = new Map<string, Component>()

/** Makes a compiled slide known by its key. */
export function register(key: string, slide: Component): void {
  slides.set(key, slide)
}

export function compiledSlide(key: string): Component {
  const slide = slides.get(key)
  if (!slide) throw new Error(`Unexpected slide ${key}, expected one of the page's: reload it`)
  return slide
}
