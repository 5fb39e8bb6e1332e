// How a type reads its part of a page: every text stands in an element of its own.

/** The HTML of the texts that have markup, by their letters; filled as texts are read. */
export const readMarkup = new Map<string, string>()

/** The letters of an element, which say themselves where they have markup (scripts/render/templates.ts). */
function lettersOf(element: Element | null): string {
  const marked = element?.querySelector<HTMLElement>('[data-plain]')
  if (!marked) return element?.textContent ?? ''
  const letters = marked.dataset['plain']!
  readMarkup.set(letters, marked.innerHTML)
  return letters
}

/** The text of the first such element within; empty where there is none. */
export function textIn(within: ParentNode, selector: string): string {
  return lettersOf(within.querySelector(selector))
}

/** The texts of all such elements. */
export function textsIn(within: ParentNode, selector: string): string[] {
  return [...within.querySelectorAll(selector)].map(lettersOf)
}

/** All such elements. */
export function elementsIn(within: ParentNode, selector: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)]
}
