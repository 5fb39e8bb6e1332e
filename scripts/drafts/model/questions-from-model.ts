import { z } from 'zod'
import type { DraftChoice, DraftOption } from '../../../question-types/choice/draft-choice.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import type { FactId } from '../../facts/ids.ts'
import { unusedName } from '../../facts/names.ts'
import type { Refusal } from './facts-from-model.ts'
import { answerOf, question, Said, type ChatMessage, type Model } from './model.ts'

const Option = z.object({ text: Said, because: Said, trueOf: Said.optional() })

const Questions = z.object({
  questions: z
    .array(z.object({ stem: Said, options: z.array(Option.extend({ right: z.boolean() })).max(8) }))
    .max(12),
})

const Distractors = z.object({ options: z.array(Option).max(12) })

/** The fact with those near it, for a model to draw wrong answers from. */
function materialOf(fact: Fact, base: FactBase): string {
  const sources = new Set(fact.evidence.map(({ source }) => source))
  const near = [...base.facts.values()]
    .map(({ value }) => value)
    .filter(({ id, evidence }) => id !== fact.id && evidence.some(({ source }) => sources.has(source)))
    .slice(0, 12)
  return [
    `Fact: ${fact.statement}`,
    ...near.map(({ id, statement }) => `Other fact "${id}": ${statement}`),
  ].join('\n')
}

export function askForQuestions(fact: Fact, base: FactBase): ChatMessage[] {
  return question(
    `Write two questions that the fact answers, in the language "${base.unit.language}". Each stands alone, has three short options of which exactly one is right, and for every option "because": why it is right, or which true thing makes it tempting and why it is still wrong. Take wrong answers from other facts where they fit, with "trueOf" as the id of that fact. Shape: {"questions": [{"stem": "...?", "options": [{"text": "...", "right": true, "because": "..."}, {"text": "...", "right": false, "because": "...", "trueOf": "id"}]}]}`,
    materialOf(fact, base),
  )
}

/**
 * Single choices from what a model answered. One with no right answer or with several makes none. Pure.
 * @param taken ids in use
 */
export function questionsFrom(
  answer: string,
  model: Pick<Model, 'name'>,
  {
    fact,
    base,
    objective,
    taken,
  }: { fact: FactId; base: FactBase; objective: string; taken: ReadonlySet<string> },
): { questions: DraftChoice[]; refused: Refusal[] } {
  const { questions } = answerOf(answer, Questions, model)
  const used = new Set(taken)
  const made: DraftChoice[] = []
  const refused: Refusal[] = []
  for (const { stem, options } of questions) {
    const [key, ...others] = options.filter(({ right }) => right)
    const wrong = options.filter(({ right }) => !right)
    if (!key || others.length > 0 || wrong.length === 0) {
      refused.push({
        statement: stem,
        why: key
          ? others.length > 0
            ? 'it calls several options right'
            : 'it has no wrong option'
          : 'it calls no option right',
      })
      continue
    }
    const id = unusedName(`${fact}-asked`, used)
    used.add(id)
    made.push({
      id,
      stem,
      facts: [fact],
      key: { text: key.text, because: key.because },
      distractors: wrong.slice(0, 3).map((option) => optionFrom(option, base)),
      level: 'understand',
      objective,
    })
  }
  return { questions: made, refused }
}

/** "trueOf" of a fact that nobody knows is left out. */
function optionFrom({ text, because, trueOf }: z.output<typeof Option>, base: FactBase): DraftOption {
  return { text, because, ...(trueOf !== undefined && base.facts.has(trueOf as FactId) ? { trueOf } : {}) }
}

export function askForDistractors(
  stem: string,
  shown: readonly string[],
  fact: Fact,
  base: FactBase,
): ChatMessage[] {
  return question(
    `Write four wrong answers to the question, in the language "${base.unit.language}", as short as the options that it has. Each is tempting and plainly false. "because" says which true thing makes it tempting and why it is still wrong; "trueOf" is the id of the other fact of which it is true, where there is one. Shape: {"options": [{"text": "...", "because": "...", "trueOf": "id"}]}`,
    [`Question: ${stem}`, ...shown.map((each) => `Option: ${each}`), materialOf(fact, base)].join('\n'),
  )
}

export function distractorsFrom(answer: string, model: Pick<Model, 'name'>, base: FactBase): DraftOption[] {
  const { options } = answerOf(answer, Distractors, model)
  return options
    .filter(({ text }) => text !== '')
    .slice(0, 6)
    .map((option) => optionFrom(option, base))
}
