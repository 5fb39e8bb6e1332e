import type { PlayerType } from '../player-type.ts'
import NumericCard from './NumericCard.vue'
import type { PlayerNumeric } from './numeric-view.ts'
import { liesBetween, readFigure } from './read-figure.ts'

const text = (within: ParentNode, selector: string) => within.querySelector(selector)?.textContent ?? ''

/** A figure in the player: what was written, and as which figures it can be read. */
export interface WrittenFigure {
  text: string
  values: number[]
}

export const numericPlayer: PlayerType<PlayerNumeric, WrittenFigure> = {
  card: NumericCard,
  read(item) {
    const { low, high, unit } = item.querySelector<HTMLElement>('[data-low]')!.dataset
    return {
      low: Number(low),
      high: Number(high),
      unit: unit!,
      text: text(item, '.key .text'),
      accepted: text(item, '.key .accepted'),
      because: text(item, '.key .because'),
      mistakes: [...item.querySelectorAll<HTMLElement>('[data-value]')].map((mistake) => ({
        value: Number(mistake.dataset['value']),
        text: text(mistake, '.text'),
        because: text(mistake, '.because'),
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
  grade: ({ low, high }, { values }) => (values.some((value) => liesBetween(value, low, high)) ? 1 : 0),
  wordAnswer: (_question, answer) => answer.text,
  wordKey: (question) => question.text,
  reasons: (question, answer) => [
    ...mistakesOf(question, answer).map(({ because }) => because),
    question.because,
  ],
}

/** The mistakes that an answer makes; none where it is right. */
export function mistakesOf(question: PlayerNumeric, { values }: WrittenFigure): PlayerNumeric['mistakes'] {
  if (numericPlayer.grade(question, { text: '', values }) === 1) return []
  return question.mistakes.filter(({ value }) => values.some((each) => liesBetween(each, value, value)))
}

export { readFigure }
