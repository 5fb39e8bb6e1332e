import type { QuestionCheck } from '../../scripts/questions/checks/check.ts'
import { valueOrder } from '../../scripts/languages/value-order.ts'
import type { ReadItem } from './item.ts'

/** The criteria of Tarrant and others (2006) under the names that the labels have. */
export const criteria = [
  'avoid_negatives',
  'no_all_of_the_above',
  'no_none_of_the_above',
  'no_fill_in_blank',
  'avoid_k_type',
  'ordered_options',
  'equal_length_options',
  'no_absolute_terms',
  'no_vague_terms',
  'avoid_repetition',
  'no_convergence_cues',
  'no_logical_cues',
  'grammatical_consistency',
  'no_extraneous_info',
  'focused_stem',
  'clear_language',
  'plausible_distractors',
  'single_best_answer',
] as const
export type Criterion = (typeof criteria)[number]

/** Rules whose flaw has one name here and there. */
const byRule: Readonly<Record<string, Criterion | readonly Criterion[]>> = {
  'question/negative-stem': 'avoid_negatives',
  'question/blank': 'no_fill_in_blank',
  'question/combination': 'avoid_k_type',
  'question/longest-key': 'equal_length_options',
  'question/vague-words': 'no_vague_terms',
  'question/stem-gives-away': 'avoid_repetition',
  'question/convergence': 'no_convergence_cues',
  'question/grammatical-fit': 'grammatical_consistency',
  'question/parallel-options': 'grammatical_consistency',
  'question/short-distractor': 'plausible_distractors',
  'question/denies-stem': 'plausible_distractors',
  'question/unclear-stem': 'clear_language',
  'question/gratuitous-stem': 'no_extraneous_info',
  'question/unfocused-stem': ['focused_stem', 'clear_language'],
  'question/options-differ': 'single_best_answer',
  // A series of true and false is a criterion of its own in Tarrant and others; the labels count it here.
  'question/true-false': 'single_best_answer',
}

/** The criteria that the rules find an item to fail. */
export function flawsOf(item: ReadItem, checks: readonly QuestionCheck[]): Set<Criterion> {
  const flaws = new Set<Criterion>()
  for (const { rule, message } of checks.flatMap((check) => check(item.banks, item.base))) {
    for (const each of [byRule[rule] ?? []].flat()) flaws.add(each)
    if (rule === 'question/absolute-words') {
      flaws.add('no_absolute_terms')
      // Nobody takes an answer that claims too much.
      if (message.includes('in a distractor of')) flaws.add('plausible_distractors')
    }
    if (rule === 'question/above-options' || rule === 'question/bare-option')
      flaws.add(
        /option "(?:i don|(?:there is )?not enough|(?:it )?cannot)/i.test(message)
          ? 'plausible_distractors'
          : /option "(?:none|neither|no\b|not\b)/i.test(message)
            ? 'no_none_of_the_above'
            : /option "(?:both |only )?\(?[A-F]\b/i.test(message)
              ? namesAllOthers(message, item)
                ? 'no_all_of_the_above'
                : 'avoid_k_type'
              : 'no_all_of_the_above',
      )
  }
  // Here the compiler puts options in order itself; there it has to be done by hand.
  const order = valueOrder(item.options, item.base.language)
  if (order && !inOrder(order, item.options)) flaws.add('ordered_options')
  return flaws
}

/** "A, B and C are correct" where there are four options: all of the above. */
function namesAllOthers(message: string, { options }: ReadItem): boolean {
  const named = /option "([^"]*)"/.exec(message)?.[1] ?? ''
  return new Set(named.toUpperCase().match(/\b[A-F]\b/g)).size >= Math.max(3, options.length - 1)
}

/** Rising or falling; what is no value goes last either way. */
function inOrder(places: readonly number[], options: readonly string[]): boolean {
  const values =
    places.at(-1) === places.length - 1 && !/\d/.test(options.at(-1)!) ? places.slice(0, -1) : places
  return (
    values.every((place, at) => place === at) || values.every((place, at) => place === values.length - 1 - at)
  )
}
