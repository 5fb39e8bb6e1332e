// What the shell's modules use of the Slidev client, whose own sources are not written for this project's compiler settings.

declare module '@slidev/client/context.ts' {
  import type { Ref } from 'vue'

  export function useSlideContext(): {
    $clicksContext: { setup(): void }
    $frontmatter: Record<string, unknown>
    $page: Ref<number>
    $renderContext: Ref<'slide' | 'presenter' | 'overview' | 'previewNext' | 'none' | 'print'>
  }
  export function frontmatterToProps(frontmatter: Record<string, unknown>, index: number): Record<string, unknown>
}

declare module '@slidev/client/composables/useNav.ts' {
  import type { SlideRoute } from '@slidev/types'
  import type { ComputedRef, Ref } from 'vue'

  export function useNav(): {
    slides: Ref<SlideRoute[]>
    total: ComputedRef<number>
    currentSlideNo: ComputedRef<number>
    currentSlideRoute: ComputedRef<SlideRoute>
    clicks: ComputedRef<number>
    clicksTotal: ComputedRef<number>
    isPlaying: ComputedRef<boolean>
    isPresenter: ComputedRef<boolean>
    isPrintMode: ComputedRef<boolean>
    printRange: Ref<number[]>
    go(no: number | string, clicks?: number): Promise<void>
  }
}

declare module '@slidev/client/state/index.ts' {
  import type { Ref } from 'vue'

  export const showGotoDialog: Ref<boolean>
}

declare module '@slidev/client/builtin/*' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}

declare module '@slidev/client/pages/print.vue' {
  import type { Component } from 'vue'

  const page: Component
  export default page
}

declare module 'factdeck:layouts' {
  import type { Component } from 'vue'

  const layouts: Record<string, Component>
  export default layouts
}

interface Window {
  /** Shows another deck, or another state of the same one, in the open page; the slide number stays. Resolved when it is shown. */
  __factdeck?: { show(deck: import('../../../scripts/render/slidev/deck-data.ts').DeckData): Promise<void> }
}
