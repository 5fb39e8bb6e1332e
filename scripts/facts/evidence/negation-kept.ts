import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { contentStems } from '../../languages/language.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * A "not" that no passage has, and one that the statement drops: where its language has words of negation and
 * no reader that knows what each of them denies. One is dropped where the statement has a word that its
 * passages use only in a sentence that denies something.
 */
export function negationKept(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  { language }: FactBase,
): Diagnostic[] {
  const { negation, openReader } = language
  if (!negation || openReader) return []
  const own = negation.exec(fact.statement)?.[0]
  const sentences = spans.flatMap((span) => span.split(/(?<=[.!?;])\s+/))
  const told = contentStems(sentences.filter((sentence) => !negation.test(sentence)).join('\n'), language)
  const only = Array.from(contentStems(fact.statement, language)).filter((stem) => !told.has(stem))
  const theirs = sentences
    .filter((sentence) => only.some((stem) => contentStems(sentence, language).has(stem)))
    .flatMap((sentence) => negation.exec(sentence)?.[0] ?? [])[0]
  if (own !== undefined && !spans.some((span) => negation.test(span)))
    return [
      warning(
        place.in('statement').location,
        'fact/negation-kept',
        `Unexpected "${own}" in the statement of "${fact.id}", expected none: its passages deny nothing`,
        'say it as the passage does, or pin the words that deny it too',
      ),
    ]
  if (own === undefined && theirs !== undefined)
    return [
      warning(
        place.in('statement').location,
        'fact/negation-kept',
        `Unexpected statement of "${fact.id}" that denies nothing, expected the "${theirs}" of its passage`,
        'say it as the passage does, or pin only the words that the statement rests on',
      ),
    ]
  return []
}
