// The door through which a program may change the deck in an open page: `window.__factdeck`.

import { useNav } from '@slidev/client/composables/useNav.ts'
import { nextTick } from 'vue'
import type { DeckData } from '../../../../contract/deck-data.ts'
import { setConfigs } from '../client/configs.ts'
import { setSlides } from '../client/slides.ts'

export default (): void => {
  const { printRange, isPrintMode } = useNav()
  const door: NonNullable<Window['__factdeck']> = {
    async show({ renders, ...deck }: DeckData) {
      const missing = Object.keys(renders ?? {}).filter((key) => !(key in (window.factdeckRenders ?? {})))
      // The page's policy forbids to run code that came later.
      if (missing.length > 0)
        throw new Error('Unexpected code in a slide that this page does not have yet: reload it')
      // Print pages make their click state once a slide, so they are taken away first.
      if (isPrintMode.value) {
        printRange.value = []
        await nextTick()
      }
      setConfigs(deck.configs)
      setSlides(deck.slides)
      document.title = deck.title
      document.documentElement.lang = deck.language
      printRange.value = deck.slides.map((_, index) => index + 1)
      await nextTick()
    },
  }
  Object.assign(window, { __factdeck: door })
}
