import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn } from '../read-texts.ts'
import MatchCard from './MatchCard.vue'
import { arrangePairs, wordPair, type PlayerMatch } from './match-view.ts'

/**
 * Pairs in the player; an answer is the chosen partner by the index of the pair, absent where none is yet.
 */
export const matchPlayer: PlayerType<PlayerMatch, Record<number, number>> = {
  card: MatchCard,
  read: (item) => ({
    pairs: elementsIn(item, '[data-pair]').map((pair) => ({
      index: Number(pair.dataset['pair']),
      right: Number(pair.dataset['right']),
      left: textIn(pair, '.text'),
      because: textIn(pair, '.because'),
    })),
    partners: elementsIn(item, '[data-partner]').map((partner) => ({
      index: Number(partner.dataset['partner']),
      letter: '',
      text: textIn(partner, '.text'),
      because: textIn(partner, '.because'),
    })),
  }),
  arrange: arrangePairs,
  restore(kept, { pairs, partners }) {
    if (typeof kept !== 'object' || kept === null) return undefined
    const chosen = Object.entries(kept).filter(
      ([pair, partner]) =>
        pairs.some(({ index }) => String(index) === pair) && partners.some(({ index }) => index === partner),
    )
    return chosen.length > 0 ? Object.fromEntries(chosen) : undefined
  },
  complete: ({ pairs }, chosen) => pairs.every(({ index }) => chosen[index] !== undefined),
  grade: ({ pairs }, chosen) =>
    pairs.filter(({ index, right }) => chosen[index] === right).length / pairs.length,
  wordAnswer: ({ pairs, partners }, chosen) =>
    pairs
      .map(
        ({ index, left }) =>
          `${left} – ${partners.find((each) => each.index === chosen[index])?.text ?? '?'}`,
      )
      .join('; '),
  wordKey: (question) => question.pairs.map((pair) => wordPair(question, pair)).join('; '),
  reasons: ({ pairs }, chosen) =>
    pairs
      .toSorted((a, b) => Number(chosen?.[a.index] === a.right) - Number(chosen?.[b.index] === b.right))
      .map(({ because }) => because),
}
