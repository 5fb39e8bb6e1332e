// Quiz pages: one HTML file a bank, readable and printable as it is, with the player inside.

import { messagesFor } from '../../contract/messages/registry.ts'
import { ownWords } from '../../question-types/types.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { output } from './output.ts'
import { quizPage } from './quiz-page.ts'

/** `quizzes/<quiz>.html`. */
export const quizzes = output({
  name: 'quizzes',
  makes: 'quiz pages',
  scope: 'bank',
  options: {},
  files: {
    page: { shows: 'questions', links: [{ words: 'play', for: 'learners' }] },
  },
  async emit(bank, { render }) {
    const player = await render.quizPlayer()
    const { language, quiz } = messagesFor(bank.language)
    const own = bank.questions.map((question) => ownWords(question, language.tag))
    const fonts = await pageFonts(language, JSON.stringify([bank, quiz, own]))
    return [
      {
        path: `quizzes/${bank.id}.html`,
        data: quizPage(bank, render.templates, player, fonts),
        kind: 'page',
      },
    ]
  },
})
