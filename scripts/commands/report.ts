import { explain } from './explain.ts'
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Io } from './io.ts'

/** Nobody reads more in one go, and what comes later often follows from what came first. */
const mostShown = 100

/** Prints diagnostics, errors before warnings where they are too many for one go, and how many there are. */
export function report(diagnostics: readonly Diagnostic[], io: Io): void {
  if (diagnostics.length === 0) return
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  const shown = new Set([...errors, ...warnings].slice(0, mostShown))
  for (const diagnostic of diagnostics) if (shown.has(diagnostic)) io.err(formatDiagnostic(diagnostic))
  const counts = [count(errors.length, 'error'), count(warnings.length, 'warning')].filter(Boolean)
  const rest = diagnostics.length - shown.size
  io.err(`${counts.join(', ')}${rest > 0 ? `; ${rest} of them not shown: mend these first` : ''}`)
}

/** "3 errors", "1 warning", or nothing for none. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? noun : plural}`
}

/** Says each failure once; one that only a fault of our own can cause is thrown on. Returns the exit code. */
export function tellFailures(failures: readonly unknown[], io: Io): number {
  const explained = failures.map((thrown) => {
    const explanation = explain(thrown)
    if (!explanation) throw thrown
    return explanation
  })
  for (const text of new Set(explained.map((each) => each.text))) io.err(text)
  // What is wrong with the content comes before the call, and the call before what the machine lacks.
  return Math.min(...explained.map(({ code }) => code))
}

/** What must be known of an output that holds words of the articles. */
export function noteOfPassages(out: string, io: Io): void {
  io.err(`note: ${out}/facts.html shows words of the articles: do not publish ${out} and do not pass it on`)
}
