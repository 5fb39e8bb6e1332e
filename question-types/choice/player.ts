import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn } from '../read-texts.ts'
import ChoiceCard from './ChoiceCard.vue'
import { lettered } from '../../contract/seeded-shuffle.ts'
import type { PlayerChoice, PlayerOption } from './choice-view.ts'

const worded = (options: PlayerOption[]) =>
  options.map((option) => `${option.letter}: ${option.text}`).join('; ')

/** Options in the player; an answer is the indexes of those that were chosen. */
export const choicePlayer: PlayerType<PlayerChoice, number[]> = {
  card: ChoiceCard,
  read: (item) => ({
    options: elementsIn(item, '[data-index]').map((option) => ({
      index: Number(option.dataset['index']),
      correct: option.classList.contains('key'),
      ...(option.dataset['pin'] ? { pin: option.dataset['pin'] as 'first' | 'last' } : {}),
      text: textIn(option, '.text'),
      because: textIn(option, '.because'),
      trueOf: textIn(option, '.true-of'),
      letter: '',
    })),
  }),
  arrange: (question, seed) => ({ ...question, options: lettered(question.options, seed) }),
  restore(kept, { options }) {
    const chosen = Array.isArray(kept) ? options.filter(({ index }) => kept.includes(index)) : []
    return chosen.length > 0 ? chosen.map(({ index }) => index) : undefined
  },
  grade({ options }, chosen) {
    const keys = options.filter(({ correct }) => correct).length
    const hits = options.filter(({ correct, index }) => correct && chosen.includes(index)).length
    // What was chosen wrongly costs as much as a key earns, so that choosing everything earns nothing.
    return Math.max(0, (hits - (chosen.length - hits)) / keys)
  },
  wordAnswer: ({ options }, chosen) => worded(options.filter(({ index }) => chosen.includes(index))),
  wordKey: ({ options }) => worded(options.filter(({ correct }) => correct)),
  reasons: ({ options }, chosen) =>
    options.filter(({ correct, index }) => correct || chosen.includes(index)).map(({ because }) => because),
}
