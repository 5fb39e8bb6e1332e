// What the page may ask for and change: a table, one line a path.

import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Change } from '../../../contract/studio.ts'
import { checkedFrom } from './checked.ts'
import { importedArticle } from './importing.ts'
import { modelDistractors, modelFacts, modelQuestions, modelWordings } from './model-drafts.ts'
import { Unanswerable, type Sent, type Served } from './served.ts'
import {
  articleOf,
  Asked,
  factProposal,
  judgeFact,
  judgeQuestion,
  pinned,
  questionProposals,
} from './studio-answers.ts'

const Step = z.union([z.string(), z.int(), z.strictObject({ id: z.string() })])
const Changes = z.strictObject({
  label: z.string().max(200),
  changes: z
    .array(
      z.strictObject({
        file: z.string(),
        path: z.array(Step),
        was: z.unknown().optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(200),
})
const Nothing = z.strictObject({})

interface Route<T = unknown> {
  body: z.ZodType<T>
  answer(body: T, served: Served): Promise<Sent>
}

/** A route as the table holds it; `answer` is checked against the body that stands beside it. */
function route<T>(body: z.ZodType<T>, answer: Route<T>['answer']): Route {
  return { body, answer } as Route
}

/** What came of a change, and the unit after it. */
async function outcome(made: object, { desk }: Served): Promise<Sent> {
  const { unit, recheck } = desk()
  recheck()
  return { status: 'conflicts' in made ? 409 : 200, value: { ...made, state: await unit.state() } }
}

const routes: Readonly<Record<string, Route>> = {
  change: route(Changes, async ({ label, changes }, served) =>
    outcome(await served.desk().unit.apply(label, changes as Change[]), served),
  ),
  undo: route(Nothing, async (_, served) =>
    outcome((await served.desk().unit.undo()) ?? { saved: [] }, served),
  ),
  redo: route(Nothing, async (_, served) =>
    outcome((await served.desk().unit.redo()) ?? { saved: [] }, served),
  ),
  open: route(z.strictObject({ folder: z.string() }), async ({ folder }, served) => {
    await served.move(folder)
    return { value: { state: await served.desk().unit.state() } }
  }),
  import: route(z.strictObject({ name: z.string().max(300), data: z.base64() }), imported),
  check: route(Nothing, async (_, { desk }) => ({ value: checkedFrom(await desk().check()) })),
  'left-out': route(Asked.span, async ({ source, ...span }, { desk }) => {
    const { texts } = await desk().unit.read()
    const { source: _, ...kept } = pinned(source, span, articleOf(source, texts))
    return { value: kept }
  }),
  'propose-fact': route(Asked.passage, async (body, { desk, reader }) => ({
    value: factProposal(body, await desk().unit.read(), await reader()),
  })),
  'judge-fact': route(Asked.fact, async (body, { desk, reader }) => ({
    value: judgeFact(body, await desk().unit.read(), await reader()),
  })),
  'propose-questions': route(Asked.questions, async (body, { desk }) => ({
    value: questionProposals(body, await desk().unit.read()),
  })),
  'judge-question': route(Asked.question, async ({ file, question }, { desk, reader }) => ({
    value: judgeQuestion(file, question, await desk().unit.read(), await reader()),
  })),
  'model-facts': route(z.strictObject({ source: z.string() }), async (body, served) => {
    const value = await modelFacts(body, served)
    served.desk().recheck()
    return { value: { ...value, state: await served.desk().unit.state() } }
  }),
  'model-wordings': route(Asked.fact, async (body, served) => ({ value: await modelWordings(body, served) })),
  'model-questions': route(Asked.bank, async (body, served) => ({
    value: await modelQuestions(body, served),
  })),
  'model-distractors': route(Asked.question, async (body, served) => ({
    value: await modelDistractors(body, served),
  })),
}

/** Answers what the page posts. @throws Unanswerable */
export async function posted(request: IncomingMessage, path: string, served: Served): Promise<Sent> {
  // A browser always says which page posts; only the studio may.
  if (request.headers.origin === undefined || request.headers['content-type'] !== 'application/json')
    throw new Unanswerable(403, 'Changes are made on the page.')
  const given = await bodyOf(request)
  const asked = Object.hasOwn(routes, path) ? routes[path] : undefined
  if (!asked) throw new Unanswerable(404, 'no such page')
  const body = asked.body.safeParse(given)
  if (!body.success)
    throw new Unanswerable(422, `This cannot be read: ${body.error.issues[0]?.message ?? ''}`)
  return asked.answer(body.data, served)
}

async function imported({ name, data }: { name: string; data: string }, served: Served): Promise<Sent> {
  const { unit, recheck } = served.desk()
  const { changes, said } = await importedArticle(name, Buffer.from(data, 'base64'), await unit.read())
  if (changes.length > 0) {
    const made = await unit.apply(`Article ${name}`, changes)
    if ('conflicts' in made)
      throw new Unanswerable(409, 'The unit was changed meanwhile; add the article again.')
    recheck()
  }
  return { value: said }
}

/** An article of 50 MB is refused with its reason; what is larger never gets so far. */
const mostBytes = 80_000_000

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw new Unanswerable(413, 'This file is too large: an article has some pages.')
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw new Unanswerable(422, 'This cannot be read.')
  }
}
