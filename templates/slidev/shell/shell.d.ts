declare module 'factdeck:layouts' {
  import type { Component } from 'vue'

  const layouts: Record<string, Component>
  export default layouts
}

declare module 'factdeck:slides' {
  import type { Component } from 'vue'

  /** Hand-written slides that Slidev's compiler made, by key. */
  const loaders: Record<string, () => Promise<{ default: Component }>>
  export default loaders
}

/** An icon of an Iconify set, as Slidev has it compiled. */
declare module '~icons/*' {
  import type { Component } from 'vue'

  const icon: Component
  export default icon
}

interface Window {
  /** Bodies of hand-written slides with Vue in them, compiled when the deck was made. */
  factdeckRenders?: Record<string, (vue: object) => unknown>
  /**
   * Shows another deck, or another state of the same one, in the open page; the slide number stays. Resolved
   * when it is shown.
   */
  __factdeck?: { show(deck: import('../../../contract/deck-data.ts').DeckData): Promise<void> }
}
