import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { PathSegment } from '../../source/json-document.ts'
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
    const found: Diagnostic[] = []
    const say = (at: readonly PathSegment[], rule: string, what: string, help: string): void => {
      found.push(warning(place.in(...at).location, rule, `Unexpected ${what}, expected ${help}`))
    }
    const texts = parts.choices.map(({ text }) => text)
    const claims = parts.claims !== undefined
    const gap = form.blank.test(stem)
    const verdicts = texts.filter((text) => form.verdict.test(text)).length
    if (gap) say(['stem'], 'question/blank', `gap in the stem of "${id}"`, 'a question that is asked in full')
    if (!claims && verdicts < 2 && form.unfocused.test(stem))
      say(
        ['stem'],
        'question/unfocused-stem',
        `stem of "${id}" that asks nothing by itself`,
        'one that can be answered before the options are read',
      )
    if (!claims && form.unclear.some((sign) => sign.test(stem)))
      say(
        ['stem'],
        'question/unclear-stem',
        `form of the stem of "${id}"`,
        'the form of a question before a question mark, and no choice of words ("good/bad")',
      )
    const words = wordsOf(stem)
    if (words > mostWords)
      say(
        ['stem'],
        'question/long-stem',
        `${words} words in the stem of "${id}"`,
        `at most ${mostWords}, and 20 as a rule`,
      )
    const before = words - wordsOf(askingSentence(stem))
    // A text with gaps, and statements that the options number, are what is asked about.
    if (before > mostBefore && !gap && !form.numbered.test(stem))
      say(
        ['stem'],
        'question/gratuitous-stem',
        `${before} words before the question of "${id}"`,
        'only what is needed to answer it',
      )
    const [count, asked] = form.count.exec(stem) ?? []
    const keys = parts.choices.filter(({ right }) => right).length
    if (asked !== undefined && (form.counts[asked.toLowerCase()] ?? keys) !== keys)
      say(
        ['stem'],
        'question/grammatical-fit',
        `"${count}" in the stem of "${id}" that has ${keys} keys`,
        'the number of keys',
      )
    const verdict = !claims && form.asksVerdict.test(stem)
    if (verdicts > 1 || verdict)
      say(
        verdicts > 1 ? ['options'] : ['stem'],
        'question/true-false',
        verdicts > 1
          ? `options of "${id}" that only say yes or no`
          : `stem of "${id}" that asks whether it is true or false`,
        'answers, or a question of true and false with a reason',
      )
    for (const { text, path, right } of parts.choices) {
      if (form.bare.test(text))
        say(path, 'question/bare-option', `option "${text}" in "${id}"`, 'an answer that stands alone')
      else if (!right && form.deniesStem.test(text))
        say(
          path,
          'question/denies-stem',
          `distractor "${text}" of "${id}"`,
          'an answer, not a denial of what is asked',
        )
    }
    return found
  })
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length
}
