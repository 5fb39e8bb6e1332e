import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { askingSentence } from './asking-sentence.ts'
import { everyQuestion } from './check.ts'

/** Longer stems are read for their own sake. */
const mostWords = 30
/** So many words before the sentence that asks are a text, and most of it is not needed. */
const mostBefore = 40

/**
 * The form of an item, whatever it asks (Haladyna, Downing and Rodriguez 2002; the criteria of Tarrant and
 * others 2006): a stem that asks one thing in few words and has no gap in it, options that are answers of
 * their own.
 */
export function itemForm(banks: Banks, base: FactBase): Diagnostic[] {
  const form = base.language.items?.form
  if (!form) return []
  return everyQuestion(banks, base).flatMap(({ value: { id, stem }, place, parts }) => {
    if (parts.picks === 'none') return []
    const at = place.in('stem').location
    const words = stem.split(/\s+/).length
    const before = words - askingSentence(stem).split(/\s+/).length
    const keys = parts.choices.filter(({ right }) => right).length
    const asked = form.count.exec(stem)?.[1]?.toLowerCase()
    const wanted = asked === undefined ? undefined : form.counts[asked]
    return [
      ...(form.blank.test(stem)
        ? [
            warning(
              at,
              'question/blank',
              `Unexpected gap in the stem of "${id}", expected a question that is asked in full`,
            ),
          ]
        : []),
      ...(parts.claims === undefined && form.unfocused.test(stem)
        ? [
            warning(
              at,
              'question/unfocused-stem',
              `Unexpected stem of "${id}" that asks nothing by itself, expected one that can be answered before the options are read`,
            ),
          ]
        : []),
      ...(words > mostWords
        ? [
            warning(
              at,
              'question/long-stem',
              `Unexpected ${words} words in the stem of "${id}", expected at most ${mostWords}, and 20 as a rule`,
            ),
          ]
        : []),
      ...(before > mostBefore
        ? [
            warning(
              at,
              'question/gratuitous-stem',
              `Unexpected ${before} words before the question of "${id}", expected only what is needed to answer it`,
            ),
          ]
        : []),
      ...(wanted !== undefined && wanted !== keys
        ? [
            warning(
              at,
              'question/grammatical-fit',
              `Unexpected "${form.count.exec(stem)![0]}" in the stem of "${id}" that has ${keys} keys, expected the number of keys`,
            ),
          ]
        : []),
      ...(parts.choices.filter(({ text }) => form.verdict.test(text)).length > 1
        ? [
            warning(
              place.in('options').location,
              'question/true-false',
              `Unexpected options of "${id}" that only say yes or no, expected answers, or a question of true and false with a reason`,
            ),
          ]
        : []),
      ...parts.choices.flatMap(({ text, path }) =>
        form.bare.test(text)
          ? [
              warning(
                place.in(...path).location,
                'question/bare-option',
                `Unexpected option "${text}" in "${id}", expected an answer that stands alone`,
              ),
            ]
          : [],
      ),
    ]
  })
}
