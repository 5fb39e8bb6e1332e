// What pages with questions have in common: the questions are read from the page, and the player starts.

import './player.css'
import { createApp, type Component } from 'vue'
import type { PlayerBank } from '../../../contract/player-view.ts'
import { wordsIn } from '../../../contract/messages/wording.ts'
import { markupKey } from '../../../question-types/marked-text.ts'
import { readMarkup } from '../../../question-types/read-texts.ts'
import Player from './Player.vue'
import { setQuiz } from './quiz.ts'
import { readQuestions } from './read-page.ts'
import type { Store } from './store.ts'

/**
 * A fault of the player leaves the readable page, says so, and leads back; what was answered lies in the
 * storage.
 */
function fail(): void {
  document.documentElement.classList.remove('plays')
  try {
    // What was under way may be what failed.
    sessionStorage.clear()
  } catch {
    // Forbidden: then nothing was kept.
  }
  const said = document.getElementById('fault')
  if (!said?.hidden) return
  said.hidden = false
  const button = said.querySelector('button')
  button?.addEventListener('click', () => location.reload())
  button?.focus()
}

/**
 * Starts the player in a page of templates/quiz. `startScreen` is where it begins, `openStore` what keeps
 * progress, `tools` what stands beside a question.
 */
export function startPlayer(
  startScreen: Component,
  openStore: (bank: PlayerBank) => Store,
  tools?: Component,
): void {
  const { bank, words, own, language } = JSON.parse(document.getElementById('quiz-data')?.textContent ?? '')
  bank.questions = readQuestions(document)

  const live = document.getElementById('live')
  setQuiz({
    bank,
    words,
    own,
    language,
    say: wordsIn(language),
    store: openStore(bank),
    startScreen,
    ...(tools ? { tools } : {}),
    announce: (text) => {
      if (live) live.textContent = text
    },
  })
  const app = createApp(Player)

  app.provide(markupKey, (text) => readMarkup.get(text))
  app.config.errorHandler = reportError
  addEventListener('error', fail)
  addEventListener('unhandledrejection', fail)
  app.mount('#player')

  // Only now, and only where nothing went wrong: a player that could not start leaves the readable page.
  if (document.getElementById('fault')?.hidden) document.documentElement.classList.add('plays')
  addEventListener('beforeprint', () =>
    document.querySelectorAll('details').forEach((details) => (details.open = true)),
  )
}
