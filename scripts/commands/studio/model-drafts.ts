// What the page may ask a language model for. Whatever comes back is judged before it is answered: passages
// are located, sentences and questions go through the checks, and nothing is saved as anything but a draft.

import type { z } from 'zod'
import type {
  Change,
  JudgedSentence,
  ModelDistractor,
  ModelFacts,
  ModelQuestions,
} from '../../../contract/studio.ts'
import { choiceFrom } from '../../../question-types/choice/draft-choice.ts'
import { usedPassages } from '../../drafts/distil.ts'
import { askForFacts, factsFrom, partToAsk } from '../../drafts/model/facts-from-model.ts'
import type { Model } from '../../drafts/model/model.ts'
import {
  askForDistractors,
  askForQuestions,
  distractorsFrom,
  questionsFrom,
} from '../../drafts/model/questions-from-model.ts'
import { askForWordings, wordingsFrom } from '../../drafts/model/wording-from-model.ts'
import type { Drafting } from '../../drafts/propose-fact.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import type { FactId, SourceId } from '../../facts/ids.ts'
import { draftFileOf, judgedSentence } from './drafts-view.ts'
import { judgeQuestion } from './judge-question.ts'
import { Unanswerable, type Served } from './served.ts'
import { articleOf, pinned, takenQuestions, type Asked } from './studio-answers.ts'
import type { ReadUnit } from './studio-unit.ts'

type Body<Name extends keyof typeof Asked> = z.output<(typeof Asked)[Name]>

function modelOf({ model }: Served): Model {
  if (model) return model
  throw new Unanswerable(404, 'No model is set: FACTDECK_MODEL_URL and FACTDECK_MODEL_NAME name one.')
}

/** Asks for facts of the next open part of an article and keeps them as drafts. */
export async function modelFacts({ source: id }: { source: string }, served: Served): Promise<ModelFacts> {
  const model = modelOf(served)
  const { unit } = served.desk()
  const read = await unit.read()
  const article = articleOf(id, read.texts)
  const before = draftFileOf(id, read)
  const reader = await served.reader()
  const source = read.base.sources.get(id as SourceId)!.value
  const drafting: Drafting = {
    base: read.base,
    source,
    article,
    taken: new Set(before?.drafts.map(({ fact }) => fact.id)),
    ...(reader ? { reader } : {}),
  }
  const part = partToAsk(drafting, usedPassages(drafting, before))
  if (!part)
    throw new Unanswerable(422, 'No claim of this article is open: all are covered, drafted or left out.')
  const text = article.span(part.start, part.end)
  const answer = await model.ask(askForFacts(text, read.base.unit.language))
  const { drafts, refused } = factsFrom(answer, model, drafting, read.copied)
  if (drafts.length > 0) {
    const made = await unit.apply(`Drafts by ${model.name}`, [added(id, drafts, read)])
    if ('conflicts' in made)
      throw new Unanswerable(409, 'The drafts were changed while the model was asked; ask again.')
  }
  return { made: drafts.length, sent: text.split(/\s+/).length, refused }
}

/** Drafts behind those that a file has, or a new file of them. */
function added(id: string, drafts: readonly object[], { drafts: files, base }: ReadUnit): Change {
  const file = `drafts/${id}.json`
  const [, there] = (files.find(([name]) => name === file) ?? []) as [string?, { drafts?: unknown[] }?]
  if (!there)
    return {
      file,
      path: [],
      value: {
        $schema: '../schemas/drafts.schema.json',
        source: id,
        sha256: base.sources.get(id as SourceId)!.value.sha256,
        drafts,
      },
    }
  const was = there.drafts ?? []
  return { file, path: ['drafts'], was, value: [...was, ...drafts] }
}

/** Other wordings of what a fact says, each with its verdict. */
export async function modelWordings({ draft, pin }: Body<'fact'>, served: Served): Promise<JudgedSentence[]> {
  const model = modelOf(served)
  const read = await served.desk().unit.read()
  const article = articleOf(pin.source, read.texts)
  const evidence = pin.passages.map((span) => pinned(pin.source, span, article))
  const { statement = '' } = draft as { statement?: string }
  const passages = evidence.map(({ start, end }) => article.passage(start, end))
  const answer = await model.ask(askForWordings({ passages, statement }, read.base.unit.language))
  const reader = await served.reader()
  return wordingsFrom(answer, model).map((each) =>
    judgedSentence({ ...(draft as unknown as Fact), statement: each, evidence }, read, reader),
  )
}

/** Questions of a fact, each with what the checks say of it. */
export async function modelQuestions(
  { fact: id, objective, file }: Body<'bank'>,
  served: Served,
): Promise<ModelQuestions> {
  const model = modelOf(served)
  const read = await served.desk().unit.read()
  const reader = await served.reader()
  const answer = await model.ask(askForQuestions(factOf(id, read), read.base))
  const { questions, refused } = questionsFrom(answer, model, {
    fact: id as FactId,
    base: read.base,
    objective,
    taken: takenQuestions(read),
  })
  return {
    refused,
    questions: questions.map((each) => {
      const question = { ...choiceFrom(each) }
      return { shape: 'model', question, lacks: 0, findings: judgeQuestion(file, question, read, reader) }
    }),
  }
}

/** Wrong answers for a question that somebody is writing, each with what the checks would say of it there. */
export async function modelDistractors(
  { file, question }: Body<'question'>,
  served: Served,
): Promise<ModelDistractor[]> {
  const model = modelOf(served)
  const read = await served.desk().unit.read()
  const {
    stem = '',
    facts = [],
    options = [],
  } = (question ?? {}) as {
    stem?: string
    facts?: string[]
    options?: { text?: string }[]
  }
  const reader = await served.reader()
  const shown = options.flatMap(({ text }) => text ?? [])
  const answer = await model.ask(askForDistractors(stem, shown, factOf(facts[0] ?? '', read), read.base))
  return distractorsFrom(answer, model, read.base).map((option) => ({
    option: { ...option },
    findings: judgeQuestion(
      file,
      { ...(question as object), options: [...options, option] },
      read,
      reader,
    ).filter(({ path }) => path[0] === 'options' && path[1] === options.length),
  }))
}

function factOf(id: string, { base }: ReadUnit): Fact {
  const fact = base.facts.get(id as FactId)?.value
  if (!fact) throw new Unanswerable(422, 'Save the fact first: a question rests on one.')
  return fact
}
