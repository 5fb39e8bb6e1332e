// A question as it is asked where nobody marks it: on paper, on a card, in a book.

import { asOneChoice, matchable, type Description } from '../../../contract/question-description.ts'
import { seededShuffle } from '../../../contract/seeded-shuffle.ts'

/** What stands below the stem. */
export interface OnPaper {
  /** Choices to mark, or things to arrange; in an order that gives nothing away. */
  choices: string[]
  /** What the learner does with them. */
  task: 'one' | 'all' | 'order' | 'match' | 'write'
  /** A line to write on, or a text with gaps. */
  line: string
}

const blank = '________'

/** `seed` shuffles what must not stand in its right order: the uid of the question. */
export function onPaper(described: Description, seed: string): OnPaper {
  switch (described.form) {
    case 'verdict':
      return onPaper(asOneChoice(described), seed)
    case 'choice':
      return {
        choices: described.choices.map(({ text }) => text),
        task: described.many ? 'all' : 'one',
        line: '',
      }
    case 'number':
      return { choices: [], task: 'write', line: `${blank} ${described.unit}`.trimEnd() }
    case 'order':
      return {
        choices: seededShuffle(described.items, seed).map(({ text }) => text),
        task: 'order',
        line: '',
      }
    case 'match': {
      const rights = matchable(described)
      return {
        choices: described.pairs.map(({ left }) => `${left} → ${blank}`),
        task: 'match',
        line: seededShuffle(rights, seed).join(' · '),
      }
    }
    case 'text':
      return { choices: [], task: 'write', line: blank }
    case 'cloze':
      return {
        choices: [],
        task: 'write',
        line: described.text.map((piece) => (typeof piece === 'string' ? piece : blank)).join(''),
      }
  }
}
