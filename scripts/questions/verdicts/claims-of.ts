import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { KeyWords } from '../../languages/language.ts'
import type { Reader } from '../../languages/reading.ts'
import type { ReadQuestion } from '../checks/check.ts'
import { isSaid } from './claim-said.ts'
import { judgeVerdict } from './index.ts'
import { readClaim } from './read-claim.ts'

/**
 * What speaks against the verdict of a question that claims something, and against the answers of one with gaps: a
 * text with its right answers is a claim that is true, with a mistake in their place one that is false.
 */
export function judgeClaims(
  { value: question, place, parts }: ReadQuestion,
  base: FactBase,
  words: KeyWords,
  reader?: Reader,
): Diagnostic[] {
  const stated =
    parts.claims === undefined
      ? undefined
      : readClaim(
          question,
          {
            // Called true, "It follows that" claims something by itself.
            ...(parts.claims ? { text: question.stem } : withoutInference(question.stem, words)),
            beside: '',
            called: parts.claims,
            named: `claim of "${question.id}", which is called ${parts.claims}`,
            path: ['stem'],
          },
          base,
          words,
          reader,
        )
  return [
    ...(stated ? judgeVerdict(stated, place) : []),
    ...(parts.written ?? []).flatMap(({ filled, choices }, gap): Diagnostic[] =>
      filled
        ? choices.flatMap(({ text, right, path }): Diagnostic[] => {
            // With the right answers the text is the same for each of its gaps.
            if (right && gap > 0) return []
            const named = `text of "${question.id}" with "${text}" filled in`
            const claim = readClaim(
              question,
              { text: filled(text), beside: question.stem, called: right, named, path },
              base,
              words,
              reader,
            )
            if (!claim) return []
            if (right) return judgeVerdict(claim, place)
            return isSaid(claim)
              ? [
                  error(
                    place.in(...path).location,
                    'question/mistake-wrong',
                    `Unexpected "${text}" among the mistakes of "${question.id}", expected an answer with which the text is false: so fact "${claim.near.id}" says it`,
                    'take it among the accepted answers, or delete it',
                  ),
                ]
              : []
          })
        : [],
    ),
  ]
}

/** A claim without the words that tell it as what follows. */
function withoutInference(stem: string, { infers }: KeyWords): { text: string; inferred: boolean } {
  const text = stem.replace(infers, '')
  return { text, inferred: text !== stem }
}
