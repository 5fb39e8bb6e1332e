// Claims with their reasons, and who says so below each, where all of it can be read; else the claims alone, and
// the notes have the reasons.

import type { Layouts } from '../deck.ts'
import { fitSaid, saidLine, saidLines } from './footer.ts'
import { bodyHeight } from './frame.ts'
import { textHeight } from './text.ts'

type Columns = Layouts['verdict']['columns']

export interface VerdictPlan {
  /** Type sizes, px. */
  claim: number
  why: number
  /** Reasons; who says so below each; without them the footer says so for all. */
  reasons: boolean
  said: boolean
}

/** Width of a column, px. */
const width = 340

const plans: readonly VerdictPlan[] = [
  { claim: 38, why: 30, reasons: true, said: true },
  { claim: 26, why: 24, reasons: true, said: true },
  { claim: 26, why: 24, reasons: true, said: false },
]

/** Sets a slide of these claims. */
export function planVerdict(heading: string, columns: Columns): VerdictPlan {
  return (
    plans.find((each) => heightOf(each, columns) <= bodyHeight(heading, each.said ? 0 : undefined)) ?? {
      ...plans.at(-1)!,
      reasons: false,
    }
  )
}

/** Who says so below a claim, in two lines at most. */
export function saidOfClaim({ facts }: Columns[number]['items'][number]): string {
  return fitSaid([...new Set(facts.map(({ said }) => said))].join('; '), width, 2)
}

function heightOf({ claim, why, reasons, said }: VerdictPlan, columns: Columns): number {
  return Math.max(
    ...columns.map(({ items }) =>
      items.reduce(
        (sum, item) =>
          sum +
          textHeight(item.claim, claim, width, 1.15, 'serif') +
          (reasons ? textHeight(item.why, why, width, 1.2) : 0) +
          (said ? saidLines(saidOfClaim(item), width, 2) * saidLine + 8 : 0) +
          34,
        62,
      ),
    ),
  )
}
