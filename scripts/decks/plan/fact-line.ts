import type { FactView } from '../../../contract/fact-view.ts'
import type { FactLine } from '../../../contract/deck.ts'

/** What a slide shows of a fact. */
export function factLine(view: FactView): FactLine {
  const { id, short, statement, status, statusLabel, said, text, when } = view
  return {
    id,
    short,
    statement,
    status,
    statusLabel,
    said,
    text,
    ...(when === undefined ? {} : { when }),
  }
}
