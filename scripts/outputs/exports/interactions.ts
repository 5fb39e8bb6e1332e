// An answer as learning systems record it: SCORM 1.2, SCORM 2004 and xAPI know the same few types.

import { matchable, type Description } from '../../../contract/question-description.ts'

export interface Interaction {
  type: 'choice' | 'sequencing' | 'matching' | 'numeric' | 'fill-in'
  /** The right answers: of each its parts, things by their letter, a pair as "1.a". */
  right: string[][]
  /** Of a figure. */
  range?: { low: number; high: number }
}

/** Systems keep no more right answers than this. */
const most = 5

/** Things go by their place in the author's order, which is their name, and how the player has them in answers. */
const letter = (place: number): string => String.fromCharCode(97 + place)
const lettersOf = (things: readonly { name: string }[]): string[] =>
  things.map(({ name }) => letter(Number(name)))
const inOrder = <T extends { name: string }>(things: readonly T[]): T[] =>
  things.toSorted((a, b) => Number(a.name) - Number(b.name))

/** How the answer to a question is recorded. The player's `given` has the same parts: host.js.njk. */
export function interactionOf(described: Description): Interaction {
  switch (described.form) {
    case 'choice':
      return { type: 'choice', right: [lettersOf(inOrder(described.choices.filter(({ right }) => right)))] }
    case 'verdict':
      return {
        type: 'choice',
        right: lettersOf(described.reasons.filter(({ right }) => right)).map((reason) => [
          described.right ? '1' : '0',
          reason,
        ]),
      }
    case 'number':
      return {
        type: 'numeric',
        right: [[String(described.value)]],
        range: { low: described.low, high: described.high },
      }
    case 'order':
      return { type: 'sequencing', right: [lettersOf(described.items)] }
    case 'match': {
      const pairs = inOrder(described.pairs)
      // The author's partners are those of his pairs, then those of none.
      const partners = matchable({ ...described, pairs })
      return {
        type: 'matching',
        right: [pairs.map(({ name, right }) => `${Number(name) + 1}.${letter(partners.indexOf(right))}`)],
      }
    }
    case 'text':
      return { type: 'fill-in', right: described.accepted.slice(0, most).map((text) => [text]) }
    case 'cloze': {
      const gaps = described.text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.accepted]))
      return { type: 'fill-in', right: [gaps.map(([accepted = '']) => accepted)] }
    }
  }
}
