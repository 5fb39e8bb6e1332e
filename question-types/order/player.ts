import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn } from '../read-texts.ts'
import OrderCard from './OrderCard.vue'
import { arrangeOrder, type OrderItem, type PlayerOrder } from './order-view.ts'

const worded = (items: readonly OrderItem[]) =>
  items.map(({ text }, place) => `${place + 1}: ${text}`).join('; ')
const solved = ({ items }: PlayerOrder) => items.toSorted((a, b) => a.index - b.index)

/** An order in the player; an answer is the indexes as they were put. */
export const orderPlayer: PlayerType<PlayerOrder, number[]> = {
  card: OrderCard,
  read: (item) => ({
    items: elementsIn(item, '[data-index]').map((each) => ({
      index: Number(each.dataset['index']),
      letter: '',
      text: textIn(each, '.text'),
      because: textIn(each, '.because'),
    })),
  }),
  arrange: (question, seed) => ({ ...question, items: arrangeOrder(question.items, seed) }),
  restore(kept, { items }) {
    if (!Array.isArray(kept) || kept.length !== items.length) return undefined
    return items.every(({ index }) => kept.includes(index)) ? [...kept] : undefined
  },
  grade(_question, put) {
    // Pairs that stand the right way round, of which half do by chance.
    const pairs = put.flatMap((one, at) => put.slice(at + 1).map((other) => one < other))
    return Math.max(0, (2 * pairs.filter(Boolean).length) / pairs.length - 1)
  },
  wordAnswer: ({ items }, put) =>
    worded(put.flatMap((index) => items.find((each) => each.index === index) ?? [])),
  wordKey: (question) => worded(solved(question)),
  reasons: (question) => solved(question).map(({ because }) => because),
}
