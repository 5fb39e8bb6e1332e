// Who says so, told apart from what is said: "Bennett said that ...", "..., an undated report says.",
// "According to a report, ...".

import { capitalised } from './mutation.ts'

/** A statement in two: `claim` is what is said, without a capital of its own and without a full stop. */
export interface Attributed {
  claim: string
  /** The same attribution around another claim. */
  around: (claim: string) => string
  /** The words that name the speaker; empty for a statement that names none. */
  speaker: string
}

const telling =
  'says?|said|writes?|wrote|claims?|claimed|argues?|argued|tells?|told|suggests?|suggested|states?|stated|reports?|reported|announced|' +
  'concludes?|concluded|holds?|held|notes?|noted|adds?|added|warns?|warned|finds?|found|believes?|believed|thinks?|thought|fears?|feared|' +
  'estimates?|estimated|recalls?|recalled|explains?|explained|insists?|insisted|predicts?|predicted|stress(?:es|ed)?|judges?|judged'

const shapes: readonly RegExp[] = [
  /^(?<before>According to (?<speaker>[^,]+), )(?<claim>.+)(?<after>\.)$/,
  new RegExp(
    `^(?<before>(?<speaker>.{2,110}?) (?:${telling})(?: [^,.]{2,60}?)? that )(?<claim>.+)(?<after>\\.)$`,
  ),
  /^(?<before>)(?<claim>.+)(?<after>, (?<speaker>[^,]{2,70}?) (?:says?|said|writes?|wrote|argues?|suggests?|claims?|claimed|relays|warns?|warned|told [^,]+)(?: in [^,]+)?\.)$/,
  /^(?<before>)(?<claim>.+)(?<after>, (?:says?|said|writes|wrote|argues?|warns?|warned) (?<speaker>[^,]{2,70}?)\.)$/,
  /^(?<before>)(?<claim>.+)(?<after>,? (?:according to|in the view of|by) (?<speaker>[^,]*?(?:report|article|commentary|account|analysis|view)[^,]*)\.)$/,
]

/** Takes a statement apart. Where nobody is named as speaking, the whole of it is the claim. */
export function attributed(statement: string): Attributed {
  const middle = statement.match(
    /, (?<speaker>[^,]{3,60}) (?<verb>says?|said|writes?|wrote|argues?|suggests?|claims?), /,
  )
  if (middle?.groups) {
    const claim = statement.replace(middle[0], ' ').replace(/\.$/, '')
    return {
      claim,
      speaker: middle.groups['speaker']!,
      around: (other) => `${capitalised(other)}, ${middle.groups!['speaker']} ${middle.groups!['verb']}.`,
    }
  }
  for (const shape of shapes) {
    const parts = statement.match(shape)?.groups
    if (!parts) continue
    const { before, claim, after, speaker } = parts as Record<
      'before' | 'claim' | 'after' | 'speaker',
      string
    >
    return {
      claim,
      speaker,
      around: (other) => (before === '' ? `${capitalised(other)}${after}` : `${before}${other}${after}`),
    }
  }
  return { claim: statement.replace(/\.$/, ''), speaker: '', around: (other) => `${capitalised(other)}.` }
}

/** Words of telling, whose denial or inversion would be about the speaker and not about the claim. */
export const tellingVerb = new RegExp(
  `\\b(?:${telling}|calls?|called|describes?|described|asks?|asked|refers?|cites?|names?|named)\\b`,
  'i',
)
