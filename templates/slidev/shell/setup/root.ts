// The door through which a program may change the deck in an open page: `window.__factdeck`.

import { useNav } from '@slidev/client/composables/useNav.ts'
import { nextTick } from 'vue'
import type { DeckData } from '../../../../scripts/render/slidev/deck-data.ts'
import { setConfigs } from '../client/configs.ts'
import { setSlides } from '../client/slides.ts'

export default (): void => {
  const { printRange, isPrintMode } = useNav()
  window.__factdeck = {
    async show(deck: DeckData) {
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
}
