// Why answers are right or wrong, in lines, for formats that have no place of their own for it.

import type { Description } from '../../../contract/question-description.ts'

/** What a choice is called in a line. */
export interface ReasonWords {
  right: string
  wrong: string
}

/** A part of an answer with its reason. */
interface Reason {
  of: string
  /** Absent where a part is neither right nor wrong by itself. */
  right?: boolean
  because: string
}

/** "Right: the moon – It pulls the water."; what has no reason is left out. */
export function reasonLines(described: Description, words: ReasonWords): string[] {
  return reasonsOf(described).map(
    ({ of, right, because }) =>
      `${right === undefined ? '' : `${right ? words.right : words.wrong}: `}${of} – ${because}`,
  )
}

/** All reasons of the parts of a question, in its order. */
export function reasonsOf(described: Description): Reason[] {
  return partsOf(described).filter(({ because }) => because !== '')
}

function partsOf(described: Description): Reason[] {
  switch (described.form) {
    case 'choice':
      return described.choices.map(({ text, right, feedback }) => ({ of: text, right, because: feedback }))
    case 'verdict':
      return described.reasons.map(({ text, right, feedback }) => ({ of: text, right, because: feedback }))
    case 'number':
      return described.mistakes.map(({ low, high, feedback }) => ({
        of: low === high ? `${low} ${described.unit}`.trim() : `${low}–${high} ${described.unit}`.trim(),
        right: false,
        because: feedback,
      }))
    case 'order':
      return described.items.map(({ text, feedback }) => ({ of: text, because: feedback }))
    case 'match':
      return [
        ...described.pairs.map(({ left, right, feedback }) => ({
          of: `${left} → ${right}`,
          because: feedback,
        })),
        ...described.spare.map(({ text, feedback }) => ({ of: text, right: false, because: feedback })),
      ]
    case 'text':
      return (described.mistakes ?? []).map(({ texts, feedback }) => ({
        of: texts.join(' / '),
        right: false,
        because: feedback,
      }))
    case 'cloze':
      return described.text.flatMap((piece) =>
        typeof piece === 'string' ? [] : { of: piece.accepted[0] ?? '', because: piece.feedback },
      )
  }
}
