// Quiz pages: one HTML file a bank, readable and printable as it is, with the player inside.

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
  madeFrom: (bank) => bank,
  async emit(bank, { render }) {
    const page = await quizPage(bank, render.templates, await render.quizPlayer())
    return [{ path: `quizzes/${bank.id}.html`, data: page, kind: 'page' }]
  },
})
