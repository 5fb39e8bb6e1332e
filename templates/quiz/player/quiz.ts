// What every screen of the player shares.

import { inject, type InjectionKey } from 'vue'
import type { PlayerBank } from '../../../scripts/questions/player-view.ts'
import type { Say } from '../../../scripts/questions/wording.ts'
import type { PlayerWords } from '../messages/words.ts'
import type { Store } from './store.ts'

export interface Quiz {
  bank: PlayerBank
  words: PlayerWords
  say: Say
  store: Store
  /** Language of the interface, for dates and figures. */
  language: string
  /** Says something through the live region of the page. */
  announce: (text: string) => void
}

export const quizKey: InjectionKey<Quiz> = Symbol()

export function useQuiz(): Quiz {
  const quiz = inject(quizKey)
  if (!quiz) throw new Error('a screen outside the player')
  return quiz
}
