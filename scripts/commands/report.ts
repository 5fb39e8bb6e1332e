import { explain } from './explain.ts'
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Io } from './io.ts'

/** Nobody reads more in one go, and what comes later often follows from what came first. */
const mostShown = 100

/**
 * Prints diagnostics, errors before warnings where they are too many for one go, and how many there are. What several
 * words of one statement ask to be done stands below the last of them.
 */
export function report(diagnostics: readonly Diagnostic[], io: Io): void {
  if (diagnostics.length === 0) return
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  const chosen = new Set([...errors, ...warnings].slice(0, mostShown))
  const shown = diagnostics.filter((diagnostic) => chosen.has(diagnostic))
  for (const [index, diagnostic] of shown.entries()) {
    const next = shown[index + 1]
    const notes = next && askTheSame(diagnostic, next) ? [] : diagnostic.notes
    io.err(formatDiagnostic({ ...diagnostic, notes }))
  }
  const counts = [count(errors.length, 'error'), count(warnings.length, 'warning')].filter(Boolean)
  const rest = diagnostics.length - shown.length
  io.err(`${counts.join(', ')}${rest > 0 ? `; ${rest} of them not shown: mend these first` : ''}`)
}

function askTheSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.rule === other.rule &&
    one.severity === other.severity &&
    JSON.stringify([one.at, one.notes]) === JSON.stringify([other.at, other.notes])
  )
}

/** "3 errors", "1 warning", or nothing for none. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? noun : plural}`
}

/** "3 files"; what several parts have in common counts once. */
export function countFiles(files: readonly { path: string }[]): string {
  return count(new Set(files.map(({ path }) => path)).size, 'file')
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
