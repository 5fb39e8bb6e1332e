import './player.css'
import { createApp } from 'vue'
import { wordsIn } from '../../../contract/messages/wording.ts'
import Player from './Player.vue'
import { setQuiz } from './quiz.ts'
import { readQuestions } from './read-page.ts'
import { openStore } from './store.ts'

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
  announce: (text) => {
    if (live) live.textContent = text
  },
})
const app = createApp(Player)

/**
 * A fault of the player leaves the readable page, says so, and leads back; what was answered lies in the
 * storage.
 */
function fail(): void {
  document.documentElement.classList.remove('plays')
  const said = document.getElementById('fault')
  if (!said?.hidden) return
  said.hidden = false
  const button = said.querySelector('button')
  button?.addEventListener('click', () => location.reload())
  button?.focus()
}
app.config.errorHandler = reportError
addEventListener('error', fail)
addEventListener('unhandledrejection', fail)
app.mount('#player')

// Only now, and only where nothing went wrong: a player that could not start leaves the readable page.
if (document.getElementById('fault')?.hidden) document.documentElement.classList.add('plays')
addEventListener('beforeprint', () =>
  document.querySelectorAll('details').forEach((details) => (details.open = true)),
)
