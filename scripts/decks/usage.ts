import type { BankView } from '../../contract/question-view.ts'
import type { Deck } from '../../contract/deck.ts'
import { handwrittenTitles } from './handwritten.ts'

/** Where a fact is shown and asked about. */
export interface Usage {
  /** `slide` counts from 1, as Slidev does. */
  slides: { deck: string; slide: number; title: string }[]
  questions: { bank: string; question: string }[]
}

/**
 * For every fact that a deck shows or a question rests on: its slides in the order of the decks, its
 * questions in that of the banks.
 */
export function usage(decks: readonly Deck[], banks: readonly BankView[]): Map<string, Usage> {
  const uses = new Map<string, Usage>()
  const of = (fact: string): Usage => {
    const known = uses.get(fact) ?? { slides: [], questions: [] }
    uses.set(fact, known)
    return known
  }
  for (const { id: deck, slides } of decks) {
    let number = 0
    for (const slide of slides) {
      if (slide.kind === 'handwritten') number += handwrittenTitles(slide.markdown, slide.file).length
      else {
        number += 1
        for (const fact of slide.facts)
          of(fact).slides.push({ deck, slide: number, title: slide.props.title })
      }
    }
  }
  for (const { id: bank, questions } of banks)
    for (const question of questions)
      for (const { id: fact } of question.facts) of(fact).questions.push({ bank, question: question.id })
  return uses
}
