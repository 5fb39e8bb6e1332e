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
  /** What stands beside a question, where the page has it. Its props are those of learn/SessionTools.vue. */
  tools?: Component
  /** Language of the interface, for dates and figures. */
  language: string
  /** Says something through the live region of the page. */
  announce: (text: string) => void
}

/**
 * The quiz of this page, of which there is one; filled before the player starts. One object for good: the
 * pieces of which a page is joined take over what others have when they begin (bundle-quiz-player.mjs).
 */
export const quiz = {} as Quiz

export function setQuiz(ofPage: Quiz): void {
  Object.assign(quiz, ofPage)
}
