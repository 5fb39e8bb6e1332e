// What every screen of the player shares.

import type { Component } from 'vue'
import type { PlayerBank } from '../../../contract/player-view.ts'
import type { Say } from '../../../contract/messages/wording.ts'
import type { PlayerWords } from '../../../contract/messages/registry.ts'
import type { Store } from './store.ts'

export interface Quiz {
  bank: PlayerBank
  words: PlayerWords
  /** Words that the types of its questions bring, by kind. */
  own: Readonly<Record<string, object>>
  say: Say
  store: Store
  /** Where the player begins; its props and events are those of StartScreen.vue. */
  startScreen: Component
  /** Language of the interface, for dates and figures. */
  language: string
  /** Says something through the live region of the page. */
  announce: (text: string) => void
}

/** The quiz of this page, of which there is one; set before the player starts. */
export let quiz: Quiz

export function setQuiz(ofPage: Quiz): void {
  quiz = ofPage
}
