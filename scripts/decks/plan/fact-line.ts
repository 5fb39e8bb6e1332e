import type { FactView } from '../../../contract/fact-view.ts'
import type { FactLine } from '../../../contract/deck.ts'

/** What a slide shows of a fact. */
export function factLine(view: FactView): FactLine {
  const { id, short, statement, status, statusLabel, attribution, citation, when, note } = view
  return {
    id,
    short,
    statement,
    status,
    statusLabel,
    attribution,
    citation,
    ...(when === undefined ? {} : { when }),
    ...(note === undefined ? {} : { note }),
  }
}
