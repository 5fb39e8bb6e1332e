import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { wholeWords } from '../../languages/word-pattern.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/**
 * Absolute words mark distractors, whatever the question is (Haladyna, Downing and Rodriguez 2002). A word
 * that the facts themselves use may stand.
 */
export function absoluteWords(banks: Banks, base: FactBase): Diagnostic[] {
  return wordsIn(banks, base, base.language.items?.absolute, 'question/absolute-words')
}

/** Vague words mark keys, in the same way. */
export function vagueWords(banks: Banks, base: FactBase): Diagnostic[] {
  return wordsIn(banks, base, base.language.items?.vague, 'question/vague-words')
}

function wordsIn(banks: Banks, base: FactBase, cue: RegExp | undefined, rule: string): Diagnostic[] {
  if (!cue) return []
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const facts = question.facts
      .flatMap((id) => base.facts.get(id)?.value ?? [])
      .flatMap(({ statement, short }) => [statement, short])
      .join('\n')
    return parts.choices.flatMap(({ text, path }) => {
      if (base.language.items?.above.test(text) || base.language.items?.form?.bare.test(text)) return []
      const words = Array.from(text.matchAll(cue), ([word]) => word.trim().toLowerCase()).filter(
        (word) => !wholeWords(word).test(facts),
      )
      return [...new Set(words)].map((word) =>
        warning(
          place.in(...path).location,
          rule,
          `Unexpected "${word}" in an option of "${question.id}", expected wording that does not tell keys from distractors`,
        ),
      )
    })
  })
}
