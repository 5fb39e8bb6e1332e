// What the templates use of the Slidev client, whose own sources are not written for this project's compiler
// settings. tsconfig.json maps `@slidev/client` and every file in it to this one.

import type { SlideWords } from '../../contract/messages/registry.ts'
import type { ClicksInfo } from '@slidev/types'
import type { Component, ComputedRef, Ref } from 'vue'

export type RenderContext = 'none' | 'slide' | 'overview' | 'presenter' | 'previewNext' | 'print'

/** A slide as the client holds it. */
export interface SlideRoute {
  no: number
  meta: { slide?: { title?: string; titleHTML?: string; frontmatter: Record<string, unknown> } }
}

export interface Nav {
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

/** The click steps of a slide. */
export interface ClicksContext {
  setup(): void
  calculateSince(at: string | number, size?: number): ClicksInfo | null
  register(element: string | Element, info: ClicksInfo | null): void
  unregister(element: string | Element): void
}

export function useNav(): Nav

/** In a component within a slide. */
export function useSlideContext(): {
  $clicksContext: ClicksContext
  $clicks: Ref<number>
  $frontmatter: Record<string, unknown>
  $page: Ref<number>
  $renderContext: Ref<RenderContext>
  $slidev: { nav: { [Key in keyof Nav]: Nav[Key] extends Ref<infer Value> ? Value : Nav[Key] } }
}

/**
 * What Slidev gives a layout: the frontmatter without its own settings, and the whole of it as `frontmatter`.
 */
export function frontmatterToProps(
  frontmatter: Record<string, unknown>,
  index: number,
): Record<string, unknown>

/** The deck's headmatter. */
export const configs: {
  htmlAttrs?: Record<string, string>
  themeConfig?: {
    words?: SlideWords
    direction?: 'rtl'
    look?: string
    pupils?: boolean
    white?: boolean
    markup?: { text: string; html: string }[]
  }
}

export const showGotoDialog: Ref<boolean>

/** Of a file that holds a component. */
declare const component: Component
export default component
