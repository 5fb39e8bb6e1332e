import { defaultsOf, type Choice, type Flag, type Values } from '../diagnostics/options.ts'
import { deckPdfs } from '../outputs/deck-pdfs.ts'
import { decks } from '../outputs/decks.ts'
import type { Output } from '../outputs/output.ts'
import { quizzes } from '../outputs/quizzes.ts'
import { siteOutput } from '../outputs/site.ts'
import { worksheets } from '../outputs/worksheets.ts'

const withoutNotes = {
  kind: 'flag',
  does: 'add one-file decks for students, without speaker notes',
} satisfies Flag
const paper = {
  kind: 'choice',
  of: ['a4', 'letter'],
  does: 'paper of handouts and worksheets',
  default: 'a4',
} satisfies Choice<'a4' | 'letter'>

/** Options of what is made without a browser. */
export const pageOptions = { withoutNotes, paper }

/** Options of everything that can be made. */
export const outputOptions = {
  noHandouts: { kind: 'flag', does: 'of decks, the PDF of the slides alone' },
  withoutNotes,
  perClick: { kind: 'flag', does: 'a PDF page for every click step' },
  paper,
} satisfies Record<string, Flag | Choice<'a4' | 'letter'>>

/** What outputs are called, for those who ask for some of them. */
export const outputNames: readonly string[] = ['quizzes', 'decks', 'worksheets', 'deck-pdfs', 'site']

/** What is asked of a build. `pdf` stands for the PDFs of decks, which need a browser; worksheets and keys are made in any case. */
export type Wanted = Values<typeof outputOptions> & { pdf: boolean }

/** What is made unless something else is asked for, without the PDFs of decks. */
export const defaultOutputs: Wanted = { ...defaultsOf(outputOptions), pdf: false }

/** Everything that a build makes, in this order; the site comes last, since it links only what is there. */
export function outputs(
  { pdf, noHandouts, withoutNotes: studentCopies, perClick, paper: size }: Wanted,
  made: () => readonly string[],
): Output[] {
  return [
    quizzes,
    decks({ studentCopies }),
    worksheets({ paper: size }),
    ...(pdf ? [deckPdfs({ paper: size, perClick, handouts: !noHandouts })] : []),
    siteOutput(made),
  ]
}
