// What outputs may ask for: everything that needs a disk, a bundler or a browser.

import type { QuizPlayer } from './quiz-player.ts'
import type { Templates } from './templates.ts'

export interface Render {
  templates: Templates
  quizPlayer: QuizPlayer
}
