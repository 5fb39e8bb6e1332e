import './player.css'
import { createApp } from 'vue'
import type { PlayerQuestion } from '../../../scripts/questions/player-view.ts'
import { wordsIn } from '../../../scripts/questions/wording.ts'
import Player from './Player.vue'
import { quizKey } from './quiz.ts'
import { openStore } from './store.ts'

const json = (element: Element | null) => JSON.parse(element?.textContent ?? '')

const { bank, words, language } = json(document.getElementById('quiz-data'))
// Each question's data stands beside its printed form, which halves what they weigh compressed.
bank.questions = [...document.querySelectorAll('script[data-question]')].map((element): PlayerQuestion =>
  json(element),
)

const live = document.getElementById('live')
createApp(Player)
  .provide(quizKey, {
    bank,
    words,
    language,
    say: wordsIn(language),
    store: openStore(bank),
    announce: (text) => {
      if (live) live.textContent = text
    },
  })
  .mount('#player')

// Only now: a player that could not start leaves the readable page.
document.documentElement.classList.add('plays')
addEventListener('beforeprint', () =>
  document.querySelectorAll('details').forEach((details) => (details.open = true)),
)
