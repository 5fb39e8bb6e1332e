import type { Deck } from '../../decks/deck.ts'
import type { BankView } from '../../questions/view.ts'

/** Where a fact is shown: slides by number from 1, questions by id, each once and in order. */
export interface FactUsage {
  decks: Map<string, number[]>
  banks: Map<string, string[]>
}

/** The usage of every fact that a deck or bank uses, in one walk over them. */
export function usageOf(decks: readonly Deck[], banks: readonly BankView[]): Map<string, FactUsage> {
  const found = new Map<string, FactUsage>()
  const of = (fact: string): FactUsage => {
    const usage = found.get(fact) ?? { decks: new Map(), banks: new Map() }
    found.set(fact, usage)
    return usage
  }
  for (const deck of decks) {
    for (const [index, slide] of deck.slides.entries()) {
      for (const fact of new Set(slide.facts)) append(of(fact).decks, deck.id, index + 1)
    }
  }
  for (const bank of banks) {
    for (const question of bank.questions) {
      for (const fact of new Set(question.facts.map(({ id }) => id)))
        append(of(fact).banks, bank.id, question.id)
    }
  }
  return found
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
