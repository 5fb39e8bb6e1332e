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
createApp(Player).mount('#player')

// Only now: a player that could not start leaves the readable page.
document.documentElement.classList.add('plays')
addEventListener('beforeprint', () =>
  document.querySelectorAll('details').forEach((details) => (details.open = true)),
)
