import { lettered } from '../../contract/seeded-shuffle.ts'
import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn } from '../read-texts.ts'
import TrueFalseCard from './TrueFalseCard.vue'
import type { JudgedClaim, PlayerTrueFalse } from './true-false-view.ts'

/** A claim to judge in the player; half of it is the verdict, half the reason. */
export const trueFalsePlayer: PlayerType<PlayerTrueFalse, JudgedClaim> = {
  card: TrueFalseCard,
  read(item) {
    const because = item.querySelector<HTMLElement>('[data-claim]')!
    return {
      claim: because.dataset['claim'] === 'true',
      verdicts: { true: because.dataset['true']!, false: because.dataset['false']! },
      because: textIn(item, '[data-claim]'),
      reasons: elementsIn(item, '[data-index]').map((reason) => ({
        index: Number(reason.dataset['index']),
        letter: '',
        text: textIn(reason, '.text'),
        correct: reason.classList.contains('key'),
        because: textIn(reason, '.because'),
      })),
    }
  },
  arrange: (question, seed) => ({ ...question, reasons: lettered(question.reasons, seed) }),
  restore(kept, { reasons }) {
    const { verdict, reason } = (kept ?? {}) as Partial<JudgedClaim>
    if (typeof verdict !== 'boolean') return undefined
    return reasons.some(({ index }) => index === reason) ? { verdict, reason: reason! } : { verdict }
  },
  complete: (_question, { reason }) => reason !== undefined,
  grade: ({ claim, reasons }, { verdict, reason }) =>
    verdict === claim ? (reasons.find(({ correct }) => correct)?.index === reason ? 1 : 0.5) : 0,
  wordAnswer: ({ verdicts, reasons }, { verdict, reason }) => {
    const chosen = reasons.find(({ index }) => index === reason)
    return [verdicts[`${verdict}`], ...(chosen ? [`${chosen.letter}: ${chosen.text}`] : [])].join('; ')
  },
  wordKey: ({ claim, verdicts, reasons }) =>
    [
      verdicts[`${claim}`],
      ...reasons.filter(({ correct }) => correct).map(({ letter, text }) => `${letter}: ${text}`),
    ].join('; '),
  reasons: ({ because, reasons }, answer) => [
    because,
    ...reasons
      .filter(({ correct, index }) => correct || index === answer?.reason)
      .map((reason) => reason.because),
  ],
}
