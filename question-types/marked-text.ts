// A text of content with its markup, in the player and on slides. Cards are given plain texts, which they sort,
// read out and compare; whoever shows cards provides what stands behind them.

import { h, inject, type FunctionalComponent, type InjectionKey } from 'vue'

/** The HTML of a plain text that has markup. */
export const markupKey: InjectionKey<(text: string) => string | undefined> = Symbol('markup')

/** `of` as it is written; a text without markup stays a text. */
export const MarkedText: FunctionalComponent<{ of: string }> = ({ of }) => {
  const innerHTML = inject(markupKey, () => undefined)(of)
  return innerHTML ? h('span', { innerHTML }) : of
}
MarkedText.props = ['of']
