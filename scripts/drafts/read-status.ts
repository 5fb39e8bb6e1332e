import type { Status } from '../facts/fact-schema.ts'
import type { Language } from '../languages/language.ts'

/** How sure a passage makes what it says, and the words that show it. */
export function readStatus(
  passage: string,
  language: Language,
  spoken: boolean,
): { status: Status; because: string } {
  const { claims, hedges } = language
  const words = (pattern: RegExp | undefined): string | undefined => pattern?.exec(passage)?.[0]
  const found = hedges?.read(passage) ?? []
  const hearsay = found.find((hedge) => hedge.class === 'hearsay')
  const planned = words(claims?.plans)
  const alleged = words(claims?.alleges)
  if (alleged !== undefined) return by(/^(?:claim|report)/i.test(alleged) ? 'reported' : 'alleged', alleged)
  const estimated = words(claims?.estimates)
  if (estimated !== undefined) return by('estimated', estimated)
  if (planned !== undefined) return by('planned', planned)
  const view = words(claims?.opinions) ?? found[0]?.text
  // Somebody's view is his; what the article itself leaves open it reports, and the hedge stays in the sentence.
  if (view !== undefined && spoken) return by('opinion', view)
  if (hearsay) return by('reported', hearsay.text)
  if (view !== undefined)
    return {
      status: 'reported',
      because: `“${view}” in the article’s own voice: keep it in the statement`,
    }
  if (spoken) return { status: 'reported', because: 'somebody says so' }
  return {
    status: 'reported',
    because: 'the article says so in its own voice; documented where it shows it or nobody doubts it',
  }
}

function by(status: Status, word: string): { status: Status; because: string } {
  return { status, because: `“${word}” in the passage` }
}
