// What a layout shows at which click. A slide without `clicks` in its frontmatter shows all of it.

import { useSlideContext } from '@slidev/client'
import { computed, type ComputedRef } from 'vue'

export interface Reveal {
  /** Whether what comes with this click is there. */
  shown(step: number): boolean
  /** The class of what comes with this click: it keeps its room, and nobody reads it before. */
  at(step: number): { 'fd-wait': boolean }
  /** Clicks made; Infinity where nothing waits. */
  step: ComputedRef<number>
}

/** The steps of this slide. */
export function useReveal(): Reveal {
  const { $clicks, $frontmatter } = useSlideContext()
  const step = computed(() => (Number($frontmatter['clicks'] ?? 0) > 0 ? $clicks.value : Infinity))
  const shown = (wanted: number): boolean => step.value >= wanted
  return { shown, at: (wanted) => ({ 'fd-wait': !shown(wanted) }), step }
}
