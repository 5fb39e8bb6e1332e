import type { FactView } from '../../../../contract/fact-view.ts'
import type { LayoutName } from '../../../../contract/deck.ts'
import { deckFacts, type Material, type SlideContent } from '../material.ts'

/** Layouts whose notes tell, of a fact, which accounts differ from it. */
const tellsDisagreements: ReadonlySet<LayoutName> = new Set([
  'statement',
  'account',
  'figure',
  'bars',
  'timeline',
  'map',
  'picture',
  'relay',
  'mentions',
  'buildup',
  'voices',
  'transfers',
  'quotation',
])

/**
 * Every fact whose source a slide and its notes rest on: those shown, asked about, computed with, and those
 * told of as disagreeing.
 */
export function citedFacts(content: SlideContent, material: Material): FactView[] {
  const { views, questions } = material
  const shown = content.facts.flatMap((id) => views.get(id) ?? [])
  const asked = content.questions.flatMap((id) => questions.get(id)?.facts ?? [])
  const told = content.kind === 'layout' && tellsDisagreements.has(content.layout) ? shown : []
  const computed =
    content.kind === 'layout' && content.layout === 'arithmetic'
      ? deckFacts(content.facts, material).flatMap(({ fact }) =>
          Object.values(fact.arithmetic?.inputs ?? {}).map((input) => input.fact),
        )
      : []
  const others = told.flatMap(({ disagreements }) => disagreements.map(({ fact }) => fact))
  return [...shown, ...asked, ...[...computed, ...others].flatMap((id) => views.get(id) ?? [])]
}
