import { error, sortDiagnostics, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { SlideFault } from './slide-places.ts'

/**
 * Hand-written slides that cannot be compiled, or not be shown whole: all that was found, each once and with
 * its place.
 */
export class SlidesError extends Error {
  readonly faults: readonly SlideFault[]
  readonly diagnostics: readonly Diagnostic[]

  constructor(faults: readonly SlideFault[]) {
    super(`Unexpected faults in ${faults.length} places of hand-written slides, expected none`)
    this.faults = [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
    this.diagnostics = sortDiagnostics(
      this.faults.map(({ file, line, column, message, rule = 'render/deck' }) =>
        error({ file: `slides/${file}`, line, column }, rule, message),
      ),
    )
  }
}
