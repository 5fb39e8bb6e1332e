import type { FactBase } from '../facts/fact-base.ts'
import { comparedIn, languageName, notLookedAt } from '../languages/abilities.ts'
import { count } from './report.ts'

/** What no rule looked at, since the language of the unit has no words for it; nothing for English. */
export function whatWasNotRead({ language }: FactBase): string[] {
  const missing = notLookedAt(language)
  if (missing.length === 0) return []
  return [
    `The unit is in ${languageName(language.tag)}. For want of rules for that language, these were not looked at: ${missing.join('; ')}.`,
  ]
}

/** What a check without errors has shown, and no more. */
export function whatWasCompared({ facts, language }: FactBase, withArticles: boolean): string {
  return withArticles
    ? `No errors. Compared with the passages of ${count(facts.size, 'statement')}: ${comparedIn(language).join(', ')}. Whether a statement means what its passages mean is for a second reader to say.`
    : `No errors. ${facts.size === 1 ? 'Its statement was' : `The ${facts.size} statements were`} not compared with the articles: give their texts with --articles DIR.`
}
