import type { Checked } from '../../../contract/studio.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'

/** Nobody reads more in one go. */
const mostFindings = 300

/** What the checks found, as the page shows it. */
export function checkedFrom(diagnostics: readonly Diagnostic[]): Checked {
  const findings = diagnostics.map(({ severity, at, message, rule, notes }) => ({
    severity,
    file: at.file,
    line: at.line,
    message,
    rule,
    notes: notes.map((note) => note.message),
  }))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors, findings: findings.slice(0, mostFindings) }
}
