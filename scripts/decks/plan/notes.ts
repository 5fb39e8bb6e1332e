import type { FactView } from '../../facts/view.ts'
import type { Notes } from '../deck.ts'
import type { Outline } from '../outline-schema.ts'
import { citedFacts } from './cited-facts.ts'
import type { Draft, Material } from './material.ts'
import { speech } from './speech.ts'

/** Speaker notes: what the author says, else what can be said of what the slide shows; where every fact stands; the minutes. */
export function notesOf(draft: Draft, minutes: number, outline: Outline, material: Material): Notes {
  return {
    say: draft.say ? [...draft.say] : speech(draft.content, outline, material),
    sources: sourcesOf(citedFacts(draft.content, material)),
    minutes,
  }
}

function sourcesOf(facts: readonly FactView[]): string[] {
  return [
    ...new Set(
      facts.flatMap(({ evidence }) => evidence.map(({ citation, place }) => `${citation}, ${place}`)),
    ),
  ]
}
