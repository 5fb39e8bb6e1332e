import type { PlayerType } from '../player-type.ts'
import { elementsIn, textIn, textsIn } from '../read-texts.ts'
import { gradeGap, gradeWritten } from './grade-written.ts'
import WrittenCard from './WrittenCard.vue'
import type { PlayerWritten } from './written-view.ts'

/** One text as it is, several with the numbers of their gaps. */
const worded = (texts: readonly string[]) =>
  texts.length === 1 ? texts[0]! : texts.map((text, at) => `${at + 1}: ${text}`).join('; ')

/** Words in the player; an answer is what stands in each gap, one string at least not blank. */
export const writtenPlayer: PlayerType<PlayerWritten, string[]> = {
  card: WrittenCard,
  read: (item) => ({
    pieces: textsIn(item, '.piece'),
    gaps: elementsIn(item, '[data-gap]').map((gap) => ({
      accepted: [textIn(gap, '.text'), ...textsIn(gap, '.accepted')],
      because: textIn(gap, ':scope > .because'),
      mistakes: elementsIn(gap, '.mistake').map((mistake) => ({
        texts: textsIn(mistake, '.wrong'),
        because: textIn(mistake, '.because'),
      })),
    })),
  }),
  arrange: (question) => question,
  restore(kept, { gaps }) {
    const texts = Array.isArray(kept) && kept.length === gaps.length ? kept : []
    return texts.every((text) => typeof text === 'string') && texts.some((text) => text.trim() !== '')
      ? [...texts]
      : undefined
  },
  complete: (_question, written) => written.every((text) => text.trim() !== ''),
  grade: gradeWritten,
  wordAnswer: (_question, written) => worded(written),
  wordKey: ({ gaps }) => worded(gaps.map(({ accepted }) => accepted[0]!)),
  reasons: ({ gaps }, written) =>
    gaps.flatMap((gap, at) => [gradeGap(gap, written?.[at] ?? '').because, gap.because]).filter(Boolean),
}
