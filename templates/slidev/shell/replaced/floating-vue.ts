// In place of floating-vue: Slidev uses it for tooltips of settings and for code hovers, which decks do not
// have.

import { defineComponent } from 'vue'

export const recomputeAllPoppers = (): void => {}

/** Shows what it stands around, without the tooltip. */
export const Tooltip = defineComponent({
  setup:
    (_, { slots }) =>
    () =>
      slots.default?.(),
})
