import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { FactId } from '../../facts/ids.ts'
import type { Banks } from '../../questions/banks.ts'
import type { Deck } from '../../../contract/deck.ts'

/**
 * What nobody gets to see: facts in no deck and in no question, facts in no deck, sums of facts that decks
 * show otherwise, and questions none of whose facts appears in the deck that their quiz belongs to. Warnings
 * all; a fact base without any deck or bank is left in peace.
 */
export function usageChecks(base: FactBase, banks: Banks, decks: readonly Deck[]): Diagnostic[] {
  if (decks.length === 0 && banks.banks.length === 0) return []
  const shown = new Map(decks.map((deck) => [deck.id, new Set(deck.slides.flatMap(({ facts }) => facts))]))
  const inDecks = new Set(Array.from(shown.values()).flatMap((facts) => [...facts]))
  const asked = new Set(banks.banks.flatMap(({ value }) => value.questions.flatMap(({ facts }) => facts)))
  return [
    ...unusedFacts(base, inDecks, asked, decks.length > 0),
    ...unshownSums(base, inDecks, decks),
    ...strayQuestions(banks, shown),
  ]
}

function unusedFacts(
  base: FactBase,
  inDecks: ReadonlySet<string>,
  asked: ReadonlySet<FactId>,
  anyDeck: boolean,
): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: { id }, place }) => {
    if (inDecks.has(id)) return []
    const at = place.in('id').location
    if (!asked.has(id))
      return [
        warning(
          at,
          'fact/used',
          `Unexpected fact "${id}" that is used nowhere, expected a deck or a question to use it`,
        ),
      ]
    return anyDeck
      ? [
          warning(
            at,
            'fact/in-deck',
            `Unexpected fact "${id}" that only questions use, expected a deck to show it`,
          ),
        ]
      : []
  })
}

function unshownSums(base: FactBase, inDecks: ReadonlySet<string>, decks: readonly Deck[]): Diagnostic[] {
  const summed = new Set(
    decks.flatMap(({ slides }) =>
      slides.flatMap((slide) =>
        slide.kind === 'layout' && slide.layout === 'arithmetic' ? slide.facts : [],
      ),
    ),
  )
  return Array.from(base.facts.values()).flatMap(({ value: { id, arithmetic }, place }) =>
    arithmetic && inDecks.has(id) && !summed.has(id)
      ? [
          warning(
            place.in('arithmetic').location,
            'fact/arithmetic-shown',
            `Unexpected arithmetic of "${id}" that no slide shows, expected one in a deck`,
            `give it a slide of its own in an outline: { "facts": ["${id}"], "layout": "arithmetic" }`,
          ),
        ]
      : [],
  )
}

function strayQuestions({ banks }: Banks, shown: ReadonlyMap<string, ReadonlySet<string>>): Diagnostic[] {
  return banks.flatMap(({ value: bank, place }) => {
    const deck = shown.get(bank.deck ?? '')
    if (!deck) return []
    return bank.questions.flatMap(({ id, facts }, index) =>
      facts.some((fact) => deck.has(fact))
        ? []
        : [
            warning(
              place.in('questions', index, 'facts').location,
              'question/in-deck',
              `Unexpected question "${id}" whose facts never appear in the deck "${bank.deck}", expected one of ${facts.join(', ')} there`,
            ),
          ],
    )
  })
}
