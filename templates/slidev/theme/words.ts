// The fixed words of slides. English ones are the theme's own; a deck in another language brings its words in
// its headmatter (`themeConfig`), and which way it is written, so that no deck carries those of all.

import { configs } from '@slidev/client/env.ts'
import { computed, type ComputedRef } from 'vue'
import en from '../../../contract/messages/en/slides.json' with { type: 'json' }
import type { SlideWords } from '../../../contract/messages/registry.ts'

/** The words that layouts set beside what a deck says. */
export const words: ComputedRef<SlideWords> = computed(() => ({ ...en, ...configs.themeConfig?.words }))

/** The look that the deck's headmatter asks for: a folder of `looks/`. */
export const look: ComputedRef<string[]> = computed(() => [
  ...(configs.themeConfig?.look === undefined ? [] : [`fd-look-${configs.themeConfig.look}`]),
  ...(configs.themeConfig?.white === true ? ['fd-white'] : []),
])

/** Whether this is a paper for pupils: answers, results and careful readings are left to them. */
export const forPupils: ComputedRef<boolean> = computed(() => configs.themeConfig?.pupils === true)

/** Which way slides are written. Slidev's own interface around them stays as it is. */
export const direction: ComputedRef<'rtl' | undefined> = computed(() => configs.themeConfig?.direction)

const markup = computed(
  () => new Map((configs.themeConfig?.markup ?? []).map(({ text, html }) => [text, html])),
)

/** The HTML of a text of this deck that has markup. */
export function markupOf(text: string): string | undefined {
  return markup.value.get(text)
}
