import { decks } from '../outputs/decks.ts'
import type { Output } from '../outputs/output.ts'
import { quizzes } from '../outputs/quizzes.ts'
import { siteOutput } from '../outputs/site.ts'
import { worksheets } from '../outputs/worksheets.ts'

/** What is asked of a build. */
export interface Wanted {
  pdf: boolean
  student: boolean
  paper: 'a4' | 'letter'
}

/** Everything that a build makes, in this order; the site comes last, since it links only what is there. */
export function outputs({ pdf, student, paper }: Wanted, made: () => readonly string[]): Output[] {
  return [
    quizzes,
    decks({ studentCopies: student }),
    ...(pdf ? [worksheets({ paper })] : []),
    siteOutput(made),
  ]
}
