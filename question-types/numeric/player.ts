import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn } from '../read-texts.ts'
import { isRightFigure, mistakesOf, type WrittenFigure } from './grade-figure.ts'
import NumericCard from './NumericCard.vue'
import type { PlayerNumeric } from './numeric-view.ts'

/** A figure in the player. */
export const numericPlayer: PlayerType<PlayerNumeric, WrittenFigure> = {
  card: NumericCard,
  read(item) {
    const { low, high, unit } = item.querySelector<HTMLElement>('[data-low]')!.dataset
    return {
      low: Number(low),
      high: Number(high),
      unit: unit!,
      text: textIn(item, '.key .text'),
      accepted: textIn(item, '.key .accepted'),
      because: textIn(item, '.key .because'),
      mistakes: elementsIn(item, '[data-value]').map((mistake) => ({
        value: Number(mistake.dataset['value']),
        text: textIn(mistake, '.text'),
        because: textIn(mistake, '.because'),
      })),
    }
  },
  arrange: (question) => question,
  restore(kept) {
    const { text: written, values } = (kept ?? {}) as Partial<WrittenFigure>
    return typeof written === 'string' &&
      Array.isArray(values) &&
      values.length > 0 &&
      values.every(Number.isFinite)
      ? { text: written, values }
      : undefined
  },
  grade: (question, answer) => (isRightFigure(question, answer) ? 1 : 0),
  wordAnswer: (_question, answer) => answer.text,
  wordKey: (question) => question.text,
  reasons: (question, answer) => [
    ...mistakesOf(question, answer).map(({ because }) => because),
    question.because,
  ],
}
