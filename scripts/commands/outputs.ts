import { deckPdfs } from '../outputs/deck-pdfs.ts'
import { decks } from '../outputs/decks.ts'
import type { Output } from '../outputs/output.ts'
import { quizzes } from '../outputs/quizzes.ts'
import { siteOutput } from '../outputs/site.ts'
import { worksheets } from '../outputs/worksheets.ts'

/** What is asked of a build. */
export interface Wanted {
  /** The PDFs of decks, which need a browser. Worksheets and keys are made in any case. */
  pdf: boolean
  /** With notes or lines, beside the PDFs of slides. */
  handouts: boolean
  studentCopies: boolean
  perClick: boolean
  paper: 'a4' | 'letter'
}

/** What outputs are called, for those who ask for some of them. */
export const outputNames: readonly string[] = ['quizzes', 'decks', 'worksheets', 'deck-pdfs', 'site']

/** Everything that a build makes, in this order; the site comes last, since it links only what is there. */
export function outputs(
  { pdf, handouts, studentCopies, perClick, paper }: Wanted,
  made: () => readonly string[],
): Output[] {
  return [
    quizzes,
    decks({ studentCopies }),
    worksheets({ paper }),
    ...(pdf ? [deckPdfs({ paper, perClick, handouts })] : []),
    siteOutput(made),
  ]
}
