// Compares what was exported with what a reader found, by what the export declares.

import { asOneChoice, type Description } from '../../contract/question-description.ts'
import type { ExportedQuestion } from '../../scripts/outputs/exports/exported-question.ts'
import { reasonsOf } from '../../scripts/outputs/exports/reasons.ts'
import type { Holding, Holds } from '../../scripts/outputs/holding.ts'
import { formOf } from '../../scripts/outputs/holding.ts'
import { comparable } from '../trust/corpus.ts'
import type { ReadQuestion } from './read-question.ts'

/** Blanks at the ends are no part of a text in any format. */
const same = (text: string): string => comparable(text).trim()

/** What is wrong with a question as it was read, in words; nothing where it arrived as declared. */
export function losses(question: ExportedQuestion, read: ReadQuestion | undefined, holds: Holds): string[] {
  const { described } = question
  if (!read) return [`${question.uid}: not found`]
  const found: string[] = []
  const texts = read.texts.map(same).join('\n')
  const expectEqual = (what: string, is: unknown, expected: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(expected))
      found.push(`${question.uid}: ${what} ${JSON.stringify(is)}, expected ${JSON.stringify(expected)}`)
  }
  const held = (what: string, holding: Holding, expected: readonly string[]): void => {
    for (const text of expected)
      // What is left out may be the words of the stem all the same.
      if (holding === 'no' && same(described.prompt).includes(same(text))) continue
      else if (texts.includes(same(text)) !== (holding !== 'no'))
        found.push(`${question.uid}: ${what} ${holding === 'no' ? 'is there' : 'is missing'}: ${text}`)
  }
  const sorted = (list: readonly string[]): string[] => list.map(same).toSorted()

  // In words, a form is asked as another one, but for a verdict, which is a choice then.
  const form = formOf(described)
  if (holds[form] === 'own' || (form === 'verdict' && holds.choice === 'own')) {
    expectEqual('stem', same(read.stem), same(described.prompt))
    switch (described.form) {
      case 'verdict':
      case 'choice': {
        const { choices } = described.form === 'verdict' ? asOneChoice(described) : described
        const line = (each: { text: string; right: boolean; feedback?: string }): string =>
          `${each.right ? '=' : '~'}${same(each.text)}${holds.reasons === 'own' ? `#${same(each.feedback ?? '')}` : ''}`
        expectEqual('options', (read.options ?? []).map(line).toSorted(), choices.map(line).toSorted())
        // Values stand in their order. A system that knows no single places shuffles nothing then.
        const staying = (read.options ?? []).filter(({ stays }) => stays)
        const pinned = choices.filter(({ pin }) => pin)
        if (read.options?.some(({ stays }) => stays !== undefined))
          expectEqual(
            'options in their places',
            staying.map(({ text }) => same(text)),
            (pinned.length > 0 && staying.length === choices.length ? choices : pinned).map(({ text }) =>
              same(text),
            ),
          )
        break
      }
      case 'number':
        expectEqual('range', read.range, { low: described.low, high: described.high })
        break
      case 'order':
        expectEqual(
          'items',
          read.items?.map(same),
          described.items.map(({ text }) => same(text)),
        )
        break
      case 'match':
        expectEqual(
          'pairs',
          sorted((read.pairs ?? []).map((pair) => pair.join(' -> '))),
          sorted([
            ...described.pairs.map(({ left, right }) => `${left} -> ${right}`),
            ...described.spare.map(({ text }) => ` -> ${text}`),
          ]),
        )
        break
      case 'text':
        expectEqual('accepted', sorted(read.accepted ?? []), sorted(described.accepted))
        break
      case 'cloze':
        expectEqual(
          'gaps',
          read.gaps,
          described.text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.accepted])),
        )
    }
  } else {
    held('stem', 'words', [described.prompt])
    held('key', 'words', [described.key])
    held('choice', 'words', choicesOf(described))
  }

  const because = reasonsOf(described).map((reason) => reason.because)
  const placed = form === 'choice' || form === 'choices' || form === 'verdict'
  if (holds.reasons === 'words' || (holds.reasons === 'own' && !placed)) held('reason', 'words', because)
  if (holds.reasons === 'no') held('reason', 'no', because)
  held(
    'feedback',
    holds.reasons === 'no' ? 'no' : 'words',
    described.feedback === '' ? [] : [described.feedback],
  )
  if (question.hint !== '') {
    if (holds.hint === 'own') expectEqual('hint', same(read.hint ?? ''), same(question.hint))
    else held('hint', holds.hint, [question.hint])
  }
  held(
    'fact',
    holds.facts,
    question.facts.map(({ statement }) => statement),
  )
  held(
    'status',
    holds.status,
    question.facts.map(({ status }) => status),
  )
  held(
    'source',
    holds.sources,
    question.facts.map(({ source }) => source),
  )
  if (holds.tags === 'own') expectEqual('tags', sorted(read.tags ?? []), sorted(question.tags))
  if (holds.tags === 'words') held('level', 'words', [question.levelWord, question.objective])
  if (holds.tags === 'no' && read.tags) found.push(`${question.uid}: tags are there`)
  if (holds.id === 'no') {
    if (read.id !== undefined) found.push(`${question.uid}: an id is there`)
  } else expectEqual('id', read.id, question.uid)
  return found
}

function choicesOf(described: Description): string[] {
  switch (described.form) {
    case 'choice':
      return described.choices.map(({ text }) => text)
    case 'order':
      return described.items.map(({ text }) => text)
    case 'match':
      return [
        ...described.pairs.flatMap(({ left, right }) => [left, right]),
        ...described.spare.map(({ text }) => text),
      ]
    default:
      return []
  }
}
