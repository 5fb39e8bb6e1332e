// Who says what, a row each: the whole statement where the page holds it, else the short form, and the notes
// have the statement.

import type { Layouts } from '../deck.ts'
import { saidLine } from './footer.ts'
import { bodyHeight } from './frame.ts'
import { textHeight } from './text.ts'

type Voice = Layouts['voices']['voices'][number]

/** Width of the column of status chips, px. */
export const voicesChip = 200

export interface VoicesPlan {
  /** Width of the column of names, px; type size of what they say. */
  left: number
  size: number
  /** Whether there is room for what the speakers are. */
  roles: boolean
}

/** The widest type in which these texts, one a voice, have room; undefined where none has. */
export function planVoices(
  heading: string,
  voices: readonly Voice[],
  textOf: (voice: Voice) => string = ({ fact }) => fact.statement,
): VoicesPlan | undefined {
  const room = bodyHeight(heading, 0)
  const heightOf = ({ left, size, roles }: VoicesPlan): number =>
    voices.reduce((sum, voice) => {
      const who =
        textHeight(voice.speaker, 26, left, 1.15, 'serif') +
        (voice.role && roles ? textHeight(voice.role, 24, left, 1.2) + 4 : 0) +
        saidLine
      return sum + Math.max(who, textHeight(textOf(voice), size, 1136 - voicesChip - 60 - left, 1.28)) + 22
    }, 0)
  return plans.find((plan) => heightOf(plan) <= room)
}

const plans: readonly VoicesPlan[] = [true, false].flatMap((roles) =>
  [290, 400].flatMap((left) => [28, 24].map((size) => ({ left, size, roles }))),
)
