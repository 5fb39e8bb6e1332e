import type { FactView } from '../../facts/view.ts'
import type { Notes } from '../deck.ts'
import type { Outline } from '../outline-schema.ts'
import { citedFacts } from './cited-facts.ts'
import type { Draft, Material } from './material.ts'
import { speech } from './speech.ts'

/**
 * Speaker notes: what the author says, else what can be said of what the slide shows; where every fact stands; the minutes.
 * `before` is the slide before it, of which a slide that goes on with the same sum does not repeat what is known.
 */
export function notesOf(
  draft: Draft,
  before: Draft | undefined,
  minutes: number,
  outline: Outline,
  material: Material,
): Notes {
  return {
    say: draft.say ? [...draft.say] : speech(draft.content, before?.content, outline, material),
    sources: sourcesOf(citedFacts(draft.content, material)),
    minutes,
  }
}

/** Each place once, the title first; the citation of an article without a publisher has it already. */
function sourcesOf(facts: readonly FactView[]): string[] {
  const places = facts.flatMap(({ evidence }) =>
    evidence.map(({ title, citation, place }) =>
      [...(citation.startsWith(`“${title}”`) ? [] : [`“${title}”`]), citation, place].join(', '),
    ),
  )
  return [...new Set(places)]
}
