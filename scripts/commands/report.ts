import { explain } from './explain.ts'
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Io } from './io.ts'

/** Prints all diagnostics and, where there are any, how many. */
export function report(diagnostics: readonly Diagnostic[], io: Io): void {
  for (const diagnostic of diagnostics) io.err(formatDiagnostic(diagnostic))
  if (diagnostics.length === 0) return
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  io.err([count(errors, 'error'), count(diagnostics.length - errors, 'warning')].filter(Boolean).join(', '))
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
