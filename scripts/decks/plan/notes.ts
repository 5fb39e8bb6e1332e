import type { FactView } from '../../facts/view.ts'
import type { Notes } from '../deck.ts'
import type { Outline } from '../outline-schema.ts'
import type { Draft, Material } from './material.ts'
import { speech } from './speech.ts'

/** Speaker notes: what the author says, else what can be said of what the slide shows; where every fact stands; the minutes. */
export function notesOf(draft: Draft, minutes: number, outline: Outline, material: Material): Notes {
  return {
    say: draft.say ? [...draft.say] : speech(draft.content, outline, material),
    sources: sourcesOf(shownFacts(draft, material)),
    minutes,
  }
}

/** The facts of a slide and those on which its questions rest. */
function shownFacts({ content }: Draft, { views, questions }: Material): FactView[] {
  return [
    ...content.facts.flatMap((id) => views.get(id) ?? []),
    ...content.questions.flatMap((id) => questions.get(id)?.facts ?? []),
  ]
}

function sourcesOf(facts: readonly FactView[]): string[] {
  return [
    ...new Set(
      facts.flatMap(({ evidence }) => evidence.map(({ citation, place }) => `${citation}, ${place}`)),
    ),
  ]
}
