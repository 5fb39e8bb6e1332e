// The fixed words of slides in the language of the deck, which its headmatter gives to the page.

import { configs } from '@slidev/client/env.ts'
import { computed, type ComputedRef } from 'vue'
import { messagesFor, type Messages } from '../../../contract/messages/slides.ts'

/** The words that layouts set beside what a deck says. */
export const words: ComputedRef<Messages['slides']> = computed(
  () => messagesFor(configs.htmlAttrs?.['lang']).slides,
)
