import type { HedgeClass, Hedges } from '../../languages/language.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * How a fact leaves as much open as a hedge of that class: in the words of its statement; or only in what is
 * shown beside it, its status and speaker, so that the statement alone claims more; or not at all.
 */
export function hedgeCarrier(
  kind: HedgeClass,
  { statement, status, saidBy }: Pick<Fact, 'statement' | 'status' | 'saidBy'>,
  hedges: Hedges,
): 'statement' | 'status' | undefined {
  const says = (each: HedgeClass): boolean => hedges.carries(statement, each)
  if (says(kind) || (kind === 'likelihood' && says('possibility'))) return 'statement'
  const shown = kind === 'hearsay' && saidBy.length > 0
  return shown || statusCarries[kind].includes(status) ? 'status' : undefined
}

const statusCarries: Record<HedgeClass, readonly Fact['status'][]> = {
  hearsay: ['reported', 'alleged'],
  possibility: ['opinion'],
  likelihood: ['estimated', 'opinion', 'alleged'],
}
