import type { Diagnostic } from './diagnostic.ts'

/**
 * Leaves out what only follows from a file that could not be read: an id that stands in a broken file is not
 * unknown. `follows` gives, for a broken file, the rules that cannot be judged without it.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  follows: (brokenFile: string) => readonly string[],
): Diagnostic[] {
  const broken = new Set(diagnostics.filter(({ rule }) => unreadable.includes(rule)).map(({ at }) => at.file))
  const unjudged = new Set([...broken].flatMap(follows))
  return diagnostics.filter(({ rule }) => !unjudged.has(rule))
}

const unreadable = [
  'source/readable',
  'source/size',
  'source/outside-unit',
  'source/json',
  'source/schema',
  'source/known-key',
]
