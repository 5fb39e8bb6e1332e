// What runs in the page in which decks are printed. Each function travels there as its own text: nothing
// around it is known to it, and it may import types only.

import type { OpticalFace } from './fixed-fonts.ts'
import type { DeckData } from '../../contract/deck-data.ts'

/** What nobody could read of a hand-written slide. */
export interface Misprint {
  /** Of the slide in its deck, from 1. */
  slide: number
  /** `cut`: words leave the slide or a box that hides them. `diagram`: it cannot be drawn. */
  kind: 'cut' | 'diagram'
  /** The words that are cut, or what is wrong with the diagram. */
  text: string
  /** CSS pixels of a slide 980 wide that are cut off; 0 for a diagram. */
  by: number
}

/**
 * A page break after the last slide would make an empty page. Nobody sees the screen: slides are not laid out
 * and painted for it, which would take as long as to print them, but for those whose own code may measure
 * what it shows.
 */
export const printStyle = `
.print-slide-container:last-child { break-after: avoid !important }
#app { text-rendering: geometricPrecision }
@media screen { .unseen .print-slide-container > * { content-visibility: hidden } }`

/** Shows another deck, given as JSON. */
export function swapDeck({ deck, unseen }: { deck: string; unseen: boolean }): Promise<void> {
  const door = Object.entries(window).find(([name]) => name === '__factdeck')?.[1] as
    | { show(deck: DeckData): Promise<void> }
    | undefined
  if (!door) throw new Error('the page has no door for another deck')
  document.documentElement.classList.toggle('unseen', unseen)
  return door.show(JSON.parse(deck) as DeckData)
}

export function hideFromScreen(hidden: boolean): void {
  document.documentElement.classList.toggle('unseen', hidden)
}

/**
 * Looks at every line of text of these slides: it must stand within the slide and within every box that cuts
 * off what is too much.
 */
export function findMisprints(slides: number[]): Misprint[] {
  const found: Misprint[] = []
  for (const slide of slides) {
    const number = String(slide).padStart(3, '0')
    for (const container of document.querySelectorAll<HTMLElement>(
      `.print-slide-container[id^="${number}-"]`,
    )) {
      const scale = container.getBoundingClientRect().width / 980
      const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const node = texts.currentNode
        const words = node.nodeValue?.replaceAll(/\s+/g, ' ').trim() ?? ''
        const element = node.parentElement
        if (words === '' || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          continue
        const boxes: DOMRect[] = []
        for (let box: Element | null = element; box; box = box === container ? null : box.parentElement)
          if (box === container || getComputedStyle(box).overflow !== 'visible')
            boxes.push(box.getBoundingClientRect())
        // Of what is there for screen readers alone nothing is seen.
        if (boxes.some(({ width, height }) => width <= 2 || height <= 2)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const beyond = [...range.getClientRects()].flatMap((line) =>
          boxes.flatMap((box) => [
            line.right - box.right,
            line.bottom - box.bottom,
            box.left - line.left,
            box.top - line.top,
          ]),
        )
        const by = Math.round(Math.max(0, ...beyond) / scale)
        // The box of a line reaches beyond its letters.
        if (by > 4) found.push({ slide, kind: 'cut', text: words, by })
      }
      for (const fault of container.querySelectorAll('pre[border^="1 red"]'))
        found.push({ slide, kind: 'diagram', text: fault.textContent ?? '', by: 0 })
    }
  }
  return found
}

/** Never ends where a slide does not come; the printer's patience does. */
export async function untilAllSlidesAreThere(count: number): Promise<void> {
  const missing = (): boolean => {
    const containers = [...document.querySelectorAll('.print-slide-container')]
    const numbers = new Set(containers.map(({ id }) => id.split('-')[0]))
    return (
      numbers.size !== count ||
      document.querySelector('.slidev-slide-loading') !== null ||
      containers.some((container) => container.getBoundingClientRect().height === 0) ||
      [...document.images].some((image) => !image.complete) ||
      [...document.querySelectorAll('.print-slide-container .mermaid')].some(
        ({ shadowRoot }) => !shadowRoot?.firstElementChild,
      )
    )
  }
  for (;;) {
    // Layout asks for the fonts.
    document.body.getBoundingClientRect()
    await document.fonts.ready
    if (!missing()) return
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/**
 * Gives every text whose font has sizes of its own the face of its size; they are made as the page asks for
 * them.
 */
export async function fixOpticalSizes(faces: OpticalFace[]): Promise<void> {
  if (faces.length === 0) return
  // Of what is hidden the browser finds the style for each element anew, and says so each time.
  const root = document.documentElement
  const unseen = root.classList.contains('unseen')
  root.classList.remove('unseen')
  const optical = new Map(faces.map((face) => [`${face.family} ${face.style}`, face]))
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cuts = new Map<Element, { name: string; fallback: string; rule: string }>()
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (!element || cuts.has(element) || texts.currentNode.nodeValue?.trim() === '') continue
    const { fontFamily, fontSize, fontStyle, fontWeight: weight } = getComputedStyle(element)
    const family = (fontFamily.split(',')[0] ?? '').replaceAll(/["']/g, '').trim()
    const face = optical.get(`${family} ${fontStyle}`)
    if (!face) continue
    const [least, most] = face.sizes
    const size = Math.min(most, Math.max(least, Number.parseFloat(fontSize)))
    const name = `"${family} ${size}"`
    cuts.set(element, {
      name,
      fallback: fontFamily,
      rule: `@font-face{font-family:${name};font-style:${fontStyle};font-weight:${weight};src:url("/assets/${face.file}?wght=${weight}&opsz=${size}");unicode-range:${face.unicodeRange}}\n`,
    })
  }
  root.classList.toggle('unseen', unseen)
  let sheet = document.querySelector<HTMLStyleElement>('#factdeck-cuts')
  if (!sheet) {
    sheet = document.createElement('style')
    sheet.id = 'factdeck-cuts'
    document.head.append(sheet)
  }
  let rules = sheet.textContent
  for (const [element, { name, fallback, rule }] of cuts) {
    if (!rules.includes(rule)) rules += rule
    ;(element as HTMLElement).style.fontFamily = `${name}, ${fallback}`
  }
  if (rules !== sheet.textContent) sheet.textContent = rules
  // Layout asks for the fonts.
  document.body.getBoundingClientRect()
  await document.fonts.ready
}
