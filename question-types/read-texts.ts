// How a type reads its part of a page: every text stands in an element of its own.

/** The text of the first such element within; empty where there is none. */
export function textIn(within: ParentNode, selector: string): string {
  return within.querySelector(selector)?.textContent ?? ''
}

/** The texts of all such elements. */
export function textsIn(within: ParentNode, selector: string): string[] {
  return [...within.querySelectorAll(selector)].map((element) => element.textContent ?? '')
}

/** All such elements. */
export function elementsIn(within: ParentNode, selector: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)]
}
