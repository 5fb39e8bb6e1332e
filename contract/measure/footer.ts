// Who says so, in type that a class can read: below a slide with one fact, beside each item of others. Never
// more than there is room for; the whole chain stands in the notes and on the source slides.

import type { FactLine } from '../deck.ts'
import { bodyWidth, footerHeight } from './frame.ts'
import { lineCount } from './text.ts'

/** Type size of attributions, px. */
export const saidSize = 24
/** Line height of attributions, px. */
export const saidLine = 29

/**
 * An attribution that fits these lines: whole, else with bodies by their initials, else without the text that
 * it stands in ("Ada Moor via Coast News · Coast News" is who says so, and where), else cut after the last
 * word that fits.
 */
export function fitSaid(said: string, width: number, lines = 1): string {
  const fits = (text: string): boolean => lineCount(text, saidSize, width) <= lines
  const who = said.split(' · ')[0]!
  const whole = [said, inInitials(said), who, inInitials(who)].find(fits)
  // No line begins with the dot.
  if (whole !== undefined) return whole.replaceAll(' · ', '\u00A0· ')
  const words = inInitials(who).split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    const text = `${words.slice(0, count).join(' ').replace(/[,;]$/, '')} …`
    if (fits(text)) return text
  }
  return `${who.slice(0, Math.max(1, Math.floor(width / 16)))}…`
}

/** Names that say their initials go by these: "Institute for the Study of War (ISW)" is "ISW". */
function inInitials(text: string): string {
  return text.replaceAll(/((?:\S+ )+?)\((\p{Lu}{2,})\)/gu, (found, before: string, initials: string) => {
    const words = before.trimEnd().split(' ')
    const start = words.findIndex(
      (_, index) =>
        words
          .slice(index)
          .flatMap((word) => /^\p{Lu}/u.exec(word) ?? [])
          .join('') === initials && /^\p{Lu}/u.test(words[index]!),
    )
    return start < 0 ? found : [...words.slice(0, start), initials].join(' ')
  })
}

/** How many lines an attribution takes, at most this many. */
export function saidLines(said: string, width: number, most: number): number {
  return Math.min(most, lineCount(said, saidSize, width))
}

export interface FooterPlan {
  said: string
  /** The status of the facts, where they have one in common. */
  statuses: [FactLine['status'], string][]
  /** Height of the footer, px. */
  height: number
}

/** Sets the footer of a slide whose facts share a status, or of one fact. */
export function planFooter(facts: readonly FactLine[]): FooterPlan {
  const seen = new Map(facts.map((fact) => [fact.status, fact.statusLabel] as const))
  return setFooter([...new Set(facts.map(({ said }) => said))].join('; '), seen.size > 1 ? [] : [...seen])
}

/** Sets this text, in two lines at most. */
export function setFooter(said: string, statuses: FooterPlan['statuses'] = []): FooterPlan {
  const room = bodyWidth - statuses.length * 210
  return { said: fitSaid(said, room, 2), statuses, height: footerHeight }
}
