// The second reader's desk: a page on this machine that shows each statement beside its passages and records
// who agreed to what.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Options } from '../diagnostics/options.ts'
import { Fact } from '../facts/fact-schema.ts'
import { createFile, editFile } from '../source/edit-file.ts'
import { editTexts } from '../facts/reviews/edit-texts.ts'
import { noReviews, recordReview } from '../facts/reviews/record-review.ts'
import { Review } from '../facts/reviews/review-schema.ts'
import { templatesFolder } from '../render/open-render.ts'
import { command, type Given } from './command.ts'
import { neededArticles } from './articles.ts'
import { exit, type Io } from './io.ts'
import { openLocalServer } from './local-server.ts'
import { neededArticlesOption, portOption, unitOptions } from './options.ts'
import { openReader } from './open-reader.ts'
import { report } from './report.ts'
import { openDesk, type Desk } from './review-desk.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
  by: { kind: 'text', placeholder: 'NAME', does: 'who reads; can be given on the page', default: undefined },
  ...portOption,
  noOpen: { kind: 'flag', does: 'only print the address' },
} satisfies Options

/**
 * `factdeck review --articles DIR`: opens the page and serves it until it is stopped. Every review is given
 * there, one fact at a time.
 */
export const review = command({
  name: 'review',
  does: 'read statements beside their passages, as a second reader',
  options,
  exits: ['fine', 'content', 'missing'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articles = resolve(io.cwd, neededArticles(args.articles, 'review'))
  const root = resolve(io.cwd, args.content)
  const read = async (): Promise<Desk> =>
    openDesk(root, articles, args, (language) => openReader(language, io.env))
  const first = await read()
  if (!first.base || first.base.facts.size === 0 || first.damaged) {
    report(first.diagnostics, io)
    return exit.content
  }
  report(first.diagnostics.filter(isOfArticles), io)
  // Whoever can guess the port must not read drafts; the address alone lets in.
  const token = randomBytes(16).toString('hex')
  const by = args.by ?? ''
  const server = await openLocalServer(async (request, response, path) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const [, given = '', ...rest] = path.split('/')
    const answer = isToken(given, token)
      ? await answerOf(request, rest.join('/'), { root, read, by })
      : { status: 404, message: 'no such page' }
    send(response, answer)
  }, args.port)
  const address = `${server.address}${token}/`
  io.out(`Second reader  ${address}`)
  io.out('Reviews are kept in facts/reviews.json. Ctrl-C ends.')
  if (!args.noOpen && io.watched) await io.open(address)
  await io.stopped()
  await server.close()
  return exit.fine
}

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

type Answer =
  | { status: number; message: string }
  | { type: string; data: string | Uint8Array }
  | { value: object }

const pages: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '': ['index.html', 'text/html'],
  'review.css': ['review.css', 'text/css'],
  'review.js': ['review.js', 'text/javascript'],
}

interface Served {
  root: string
  /** The unit as it lies on the disk now. */
  read(): Promise<Desk>
  by: string
}

async function answerOf(request: IncomingMessage, path: string, { root, read, by }: Served): Promise<Answer> {
  if (request.method === 'POST') return posted(request, path, root, read)
  if (request.method !== 'GET') return { status: 405, message: 'only pages and reviews' }
  const page = pages[path]
  if (page) return { type: page[1], data: await readFile(join(templatesFolder, 'review', page[0])) }
  const desk = await read()
  if (path === 'desk.json') return { value: { ...desk.overview(), by } }
  const [, id] = /^facts\/([a-z0-9-]+)\.json$/.exec(path) ?? []
  const fact = id === undefined ? undefined : desk.reading(id)
  return fact ? { value: fact } : { status: 404, message: 'No such fact: it was renamed or deleted.' }
}

const Judged = z.strictObject({
  fact: z.string(),
  digest: z.string(),
  by: Review.shape.by,
  verdict: Review.shape.verdict,
  remark: Review.shape.remark,
})
const Edited = z.strictObject({
  fact: z.string(),
  digest: z.string(),
  statement: Fact.shape.statement,
  short: Fact.shape.short,
})

async function posted(
  request: IncomingMessage,
  path: string,
  root: string,
  read: () => Promise<Desk>,
): Promise<Answer> {
  // A browser always says which page posts; only the desk may. What runs no browser gives no reviews.
  if (request.headers.origin === undefined || request.headers['content-type'] !== 'application/json')
    return { status: 403, message: 'Reviews are given on the page, one fact at a time.' }
  const body = await bodyOf(request)
  const schema = path === 'review' ? Judged : path === 'edit' ? Edited : undefined
  const given = schema?.safeParse(body)
  if (!given) return { status: 404, message: 'no such page' }
  if (!given.success) {
    const [issue] = given.error.issues
    return {
      status: 422,
      message: `This cannot be kept: ${[...(issue?.path ?? []), issue?.message].join(': ')}`,
    }
  }
  const { data } = given
  const desk = await read()
  const known = desk.reading(data.fact)
  if (!known) return { status: 404, message: 'No such fact: it was renamed or deleted.' }
  if (known.digest !== data.digest)
    return { status: 409, message: 'The fact was changed while you read it. Read it again as it is now.' }
  return 'verdict' in data ? keep(data, desk, root) : change(data, desk, root)
}

async function keep(data: z.output<typeof Judged>, desk: Desk, root: string): Promise<Answer> {
  if (desk.base?.unit.author === data.by)
    return {
      status: 422,
      message: `${data.by} is the author of this unit: a second reader is somebody else.`,
    }
  const made = Review.safeParse({ ...data, on: today() })
  if (!made.success) return { status: 422, message: made.error.issues[0]?.message ?? 'This cannot be kept.' }
  const file = join(root, 'facts/reviews.json')
  await createFile(file, noReviews)
  const kept = await editFile(file, (text) => recordReview(text, made.data))
  return kept
    ? { value: {} }
    : {
        status: 409,
        message:
          'facts/reviews.json cannot be read; nothing was written. factdeck check says what is wrong with it.',
      }
}

async function change(
  { fact, statement, short }: z.output<typeof Edited>,
  desk: Desk,
  root: string,
): Promise<Answer> {
  const file = desk.fileOf(fact)
  const edited =
    file !== undefined &&
    (await editFile(join(root, file), (text) => editTexts(text, fact, { statement, short })))
  return edited
    ? { value: {} }
    : { status: 409, message: 'The file of this fact cannot be edited; nothing was written.' }
}

/** The day at the reader's place, as ISO 8601 has it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-')
}

/** Far more than a statement and a remark. */
const mostBytes = 20_000

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) return undefined
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

function isToken(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
}

function send(response: ServerResponse, answer: Answer): void {
  if ('data' in answer)
    response.writeHead(200, { 'content-type': `${answer.type}; charset=utf-8` }).end(answer.data)
  else {
    const status = 'status' in answer ? answer.status : 200
    const value = 'status' in answer ? { message: answer.message } : answer.value
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(value))
  }
}

function isOfArticles({ rule }: Diagnostic): boolean {
  return rule === 'fact/article-file' || rule === 'fact/article-digest'
}
