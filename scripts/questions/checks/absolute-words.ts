import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { ItemWords } from '../../languages/language.ts'
import { wholeWords } from '../../languages/word-pattern.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import type { PathSegment } from '../../source/json-document.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/**
 * Absolute words mark distractors and claims that are false, whatever the question is (Haladyna, Downing and
 * Rodriguez 2002). A word that the facts themselves use, or every option has, may stand.
 */
export function absoluteWords(banks: Banks, base: FactBase): Diagnostic[] {
  return wordsIn(banks, base, base.language.items?.absolute, 'question/absolute-words')
}

/** Vague words mark keys, in the same way. */
export function vagueWords(banks: Banks, base: FactBase): Diagnostic[] {
  return wordsIn(banks, base, base.language.items?.vague, 'question/vague-words')
}

function wordsIn(banks: Banks, base: FactBase, cue: RegExp | undefined, rule: string): Diagnostic[] {
  const { items } = base.language
  if (!cue || !items) return []
  const found = (text: string): Set<string> =>
    items.above.test(text) || items.form?.bare.test(text)
      ? new Set()
      : new Set(Array.from(text.matchAll(cue), ([word]) => word.trim().toLowerCase()))
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const facts = question.facts
      .flatMap((id) => base.facts.get(id)?.value ?? [])
      .flatMap(({ statement, short }) => [statement, short])
      .join('\n')
    const options = parts.choices.map(({ text, right, path }) => ({ words: found(text), right, path }))
    const tells = (word: string): boolean =>
      !wholeWords(word).test(facts) && !options.every(({ words }) => words.has(word))
    const warn = (path: readonly PathSegment[], word: string, where: string): Diagnostic =>
      warning(
        place.in(...path).location,
        rule,
        `Unexpected "${word}" in ${where} of "${question.id}", expected wording that does not tell keys from distractors`,
      )
    return [
      ...(isClaim(question.stem, parts, items)
        ? [...found(question.stem)].filter(tells).map((word) => warn(['stem'], word, 'the claim'))
        : []),
      ...options.flatMap(({ words, right, path }) =>
        [...words].filter(tells).map((word) => warn(path, word, right ? 'a key' : 'a distractor')),
      ),
    ]
  })
}

/** Whether the stem claims something that is to be judged or completed. */
function isClaim(stem: string, { claims, choices }: QuestionParts, { form }: ItemWords): boolean {
  return (
    claims !== undefined ||
    (form !== undefined && (form.blank.test(stem) || choices.some(({ text }) => form.verdict.test(text))))
  )
}
