import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'

/** A text of a fact that is shown beside its statement. */
export interface BesideText {
  /** What it is, for a message. */
  kind: string
  text: string
  path: readonly (string | number)[]
}

/** Something that a text of a fact says and its evidence does not. */
export interface Finding {
  severity: 'error' | 'warning'
  rule: string
  /** The text that it is about. */
  key: 'statement' | 'short' | BesideText
  /** The words that it is about, in UTF-16 units; the whole text where it is about something that lacks. */
  start: number
  end: number
  /** "Unexpected X, expected Y". */
  message: string
  notes: readonly string[]
}

/** Rules whose findings an excuse covers that names no rule: those that look for single words. */
const wordRules: ReadonlySet<string> = new Set([
  'fact/figure-in-evidence',
  'fact/date-in-evidence',
  'fact/name-in-evidence',
  'fact/word-in-evidence',
])

/**
 * The findings that no entry of `notInEvidence` excuses, as diagnostics, and what is wrong with the entries
 * themselves: one that excuses nothing is not needed. An entry excuses what overlaps its words: figures,
 * dates, names and single words, or, with `rule`, the findings of that rule.
 * @param beside the texts shown beside the statement, whose words may be excused too.
 * @param others what other rules say of the fact: an entry with `rule` excuses that whatever words it names.
 */
export function exceptExcused(
  { value: fact, place }: Entry<Fact>,
  findings: readonly Finding[],
  others: readonly Diagnostic[],
  beside: readonly BesideText[],
): Diagnostic[] {
  const needed = new Set<number>()
  const excused = ({ rule, key, start, end }: Finding): boolean => {
    let any = false
    for (const [index, excuse] of fact.notInEvidence.entries()) {
      if (excuse.rule === undefined ? !wordRules.has(rule) : excuse.rule !== rule) continue
      if (!covers(excuse.text, textOf(fact, key), start, end)) continue
      needed.add(index)
      any = true
    }
    return any
  }
  const diagnostics = findings
    .filter((finding) => !excused(finding))
    .map(({ severity, rule, key, start, end, message, notes }): Diagnostic => ({
      ...(severity === 'error' ? error : warning)(
        place.in(...(typeof key === 'string' ? [key] : key.path)).location,
        rule,
        message,
        ...notes,
      ),
      ...(start > 0 || end < textOf(fact, key).length ? { words: { start, end } } : {}),
    }))
  for (const other of others) {
    const excuses = fact.notInEvidence.flatMap(({ rule }, index) => (rule === other.rule ? index : []))
    for (const index of excuses) needed.add(index)
    if (excuses.length === 0) diagnostics.push(other)
  }
  for (const [index, { text, rule }] of fact.notInEvidence.entries()) {
    if (![fact.statement, fact.short, ...beside.map((each) => each.text)].some((each) => each.includes(text)))
      diagnostics.push(
        error(
          place.in('notInEvidence', index, 'text').location,
          'fact/excuse-in-statement',
          `Unexpected excuse for "${text}", expected words of the statement of "${fact.id}"`,
          'copy the words from the statement letter by letter, or take the excuse out',
        ),
      )
    else if (!needed.has(index))
      diagnostics.push(
        warning(
          place.in('notInEvidence', index).location,
          'fact/excuse-needed',
          rule === undefined
            ? `Unexpected excuse for "${text}", expected none: nothing in it is missing from the evidence`
            : `Unexpected excuse of "${text}" from ${rule}, expected none: that rule finds nothing there`,
          'take it out of "notInEvidence"; factdeck check --articles DIR --fix does so',
        ),
      )
  }
  return diagnostics
}

/** Whether the words of an excuse touch a stretch of a text. */
export function covers(words: string, text: string, start: number, end: number): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at < end && start < at + words.length) return true
  return false
}

function textOf(fact: Fact, key: Finding['key']): string {
  return typeof key === 'string' ? fact[key] : key.text
}
