// The studio: a page on this machine in which a unit is written, from articles to facts, questions and
// lessons.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative, resolve } from 'node:path'
import { lookup } from 'mrmime'
import { z } from 'zod'
import type { Change, Checked } from '../../contract/studio.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Reading } from '../source/content-folder.ts'
import { loadContent } from './load-content.ts'
import type { Options } from '../diagnostics/options.ts'
import { once } from '../render/once.ts'
import { openRender, packageRoot, templatesFolder } from '../render/open-render.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { openLocalServer } from './local-server.ts'
import { articlesOption, portOption, unitOptions } from './options.ts'
import type { Reader } from '../languages/reading.ts'
import { openReader } from './open-reader.ts'
import { queuedRuns } from './queued-runs.ts'
import { explain, faultText } from './explain.ts'
import { importedArticle } from './studio/importing.ts'
import { openLessonPages, type LessonPages } from './studio/lesson-pages.ts'
import {
  articleOf,
  articleView,
  Asked,
  factProposal,
  judgeFact,
  judgeQuestion,
  pinned,
  questionProposals,
  Unanswerable,
} from './studio/studio-answers.ts'
import { openStudioUnit, type StudioUnit } from './studio/studio-unit.ts'
import { watchFolders } from './watch-folders.ts'

const options = {
  ...unitOptions,
  articles: {
    ...articlesOption.articles,
    does: 'where the article texts are, or are put; articles/ of the unit where left out',
  },
  ...portOption,
  noOpen: { kind: 'flag', does: 'only print the address' },
} satisfies Options

/** `factdeck studio`: opens the page and serves it until it is stopped. */
export const studio = command({
  name: 'studio',
  does: 'write a unit in the browser, from articles to slides',
  options,
  exits: ['fine'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const render = openRender(io.env)
  const journals = join(resolve(packageRoot, io.env['FACTDECK_CACHE'] ?? '.cache'), 'studio')
  const listeners = new Set<ServerResponse>()
  const tell = (event: string, data: unknown): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const open = async (content: string, given?: string): Promise<Desk> => {
    const root = resolve(io.cwd, content)
    const articles = given === undefined ? join(root, 'articles') : resolve(io.cwd, given)
    const shown = { root: content, articles: relative(io.cwd, articles) || '.', cwd: io.cwd }
    const unit = await openStudioUnit({ root, articles, shown, journals, reading: args })
    const lessons = openLessonPages(root, render, args)
    const checks = queuedRuns(async () => {
      try {
        desk.version = (await unit.read()).version
        const { diagnostics, decks } = await lessons.plan()
        desk.checked = checkedFrom(diagnostics)
        tell('checked', { ...desk.checked, decks })
        desk.decks = decks
      } catch (thrown) {
        io.err(explain(thrown)?.text ?? faultText(thrown))
      }
    })
    const desk: Desk = {
      unit,
      lessons,
      version: '',
      checked: undefined,
      decks: [],
      recheck: () => checks.ask('content'),
      async close() {
        await Promise.all(watched.map((each) => each.close()))
        await checks.idle()
        await unit.close()
      },
    }
    const noticed = {
      changed() {
        unit.changed()
        void unit.read().then(
          ({ version }) => {
            tell('changed', { version })
            if (version !== desk.version) desk.recheck()
          },
          () => {},
        )
      },
      failed: (thrown: unknown) =>
        io.err(
          `factdeck: error: Unexpected end of watching, expected folders that can be watched: ${String(thrown)}; start studio again`,
        ),
    }
    const watched = await Promise.all([
      watchFolders([root], { ...noticed, only: ['facts', 'questions', 'slides', 'drafts'] }),
      watchFolders([articles], { ...noticed, depth: 0 }),
    ])
    desk.recheck()
    return desk
  }
  let desk = await open(args.content, args.articles)
  const served: Served = {
    desk: () => desk,
    async move(content) {
      const before = desk
      desk = await open(content)
      await before.close()
    },
    page: once(() => render.studioPage()),
    reader: async () => openReader((await desk.unit.read()).base.unit.language, io.env),
    listeners,
    reading: args,
  }
  const token = randomBytes(16).toString('hex')
  const server = await openLocalServer(async (request, response, path) => {
    const [, given = '', ...rest] = path.split('/')
    if (!isToken(given, token)) send(response, { status: 404, value: { message: 'no such page' } })
    else await answer(request, response, rest.join('/'), served)
  }, args.port)
  // The first time it is bundled: better before somebody waits for a page.
  await served.page()
  const address = `${server.address}${token}/`
  io.out(`Studio  ${address}`)
  io.out('Every change is saved at once. Ctrl-C ends.')
  if (!args.noOpen && io.watched) await io.open(address)
  // Slow to open, and wanted with the first sentence.
  void served.reader().catch(() => {})
  await io.stopped
  for (const listener of listeners) listener.end()
  await server.close()
  await desk.close()
  await render.close()
  return exit.fine
}

/** Nobody reads more in one go. */
const mostFindings = 300

function checkedFrom(diagnostics: readonly Diagnostic[]): Checked {
  const findings = diagnostics.map(({ severity, at, message, rule, notes }) => ({
    severity,
    file: at.file,
    line: at.line,
    message,
    rule,
    notes: notes.map((note) => note.message),
  }))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors, findings: findings.slice(0, mostFindings) }
}

interface Desk {
  unit: StudioUnit
  lessons: LessonPages
  /** Of the files that were checked last. */
  version: string
  checked: Checked | undefined
  decks: Awaited<ReturnType<LessonPages['plan']>>['decks']
  recheck(): void
  close(): Promise<void>
}

interface Served {
  desk(): Desk
  /** Goes on with another unit. */
  move(content: string): Promise<void>
  page(): Promise<{ js: string; css: string }>
  reader(): Promise<Reader | undefined>
  listeners: Set<ServerResponse>
  reading: Pick<Reading, 'followLinks'>
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const headers = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  served: Served,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const preview = /^preview\/(.+)$/.exec(path)?.[1]
  if (preview !== undefined && request.method === 'GET') {
    // Pages of decks state their own policy; only the studio may show them in a frame.
    response.setHeader('content-security-policy', "frame-ancestors 'self'")
    const file = await served.desk().lessons.file(preview)
    if (file) response.writeHead(200, { 'content-type': typeOf(preview) }).end(file.data)
    else send(response, { status: 404, value: { message: 'There is no such slide yet.' } })
    return
  }
  response.setHeader('content-security-policy', policy)
  try {
    if (request.method === 'GET') await got(request, response, path, served)
    else if (request.method === 'POST') send(response, await posted(request, path, served))
    else throw new Unanswerable(405, 'only pages and changes')
  } catch (thrown) {
    if (thrown instanceof Unanswerable)
      send(response, { status: thrown.status, value: { message: thrown.message } })
    else if (thrown instanceof RangeError) send(response, { status: 422, value: { message: thrown.message } })
    else throw thrown
  }
}

async function got(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { desk, page, listeners }: Served,
): Promise<void> {
  const { unit, checked, decks } = desk()
  if (path === '') {
    const text = await readFile(join(templatesFolder, 'studio/index.html'))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
  } else if (path === 'studio.js' || path === 'studio.css') {
    const { js, css } = await page()
    response.writeHead(200, { 'content-type': typeOf(path) }).end(path === 'studio.js' ? js : css)
  } else if (path === 'state.json') {
    send(response, { value: { state: await unit.state(), checked: checked && { ...checked, decks } } })
  } else if (path === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  } else {
    const [, id] = /^articles\/([a-z0-9-]+)\.json$/.exec(path) ?? []
    if (id === undefined) throw new Unanswerable(404, 'no such page')
    send(response, { value: articleView(id, await unit.read()) })
  }
}

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

async function posted(request: IncomingMessage, path: string, served: Served): Promise<Sent> {
  // A browser always says which page posts; only the studio may.
  if (request.headers.origin === undefined || request.headers['content-type'] !== 'application/json')
    throw new Unanswerable(403, 'Changes are made on the page.')
  const body = await bodyOf(request)
  const { desk } = served
  const { unit, recheck } = desk()
  const { reader } = served
  const asked = <T>(schema: z.ZodType<T>): T => {
    const given = schema.safeParse(body)
    if (given.success) return given.data
    throw new Unanswerable(422, `This cannot be read: ${given.error.issues[0]?.message ?? ''}`)
  }
  const outcome = async (made: object): Promise<Sent> => {
    recheck()
    return { status: 'conflicts' in made ? 409 : 200, value: { ...made, state: await unit.state() } }
  }
  switch (path) {
    case 'change': {
      const { label, changes } = asked(Changes)
      return outcome(await unit.apply(label, changes as Change[]))
    }
    case 'undo':
      return outcome((await unit.undo()) ?? { saved: [] })
    case 'redo':
      return outcome((await unit.redo()) ?? { saved: [] })
    case 'open':
      await served.move(asked(z.strictObject({ folder: z.string() })).folder)
      return { value: { state: await desk().unit.state() } }
    case 'judge-fact':
      return { value: judgeFact(asked(Asked.fact), await unit.read(), await reader()) }
    case 'propose-fact':
      return { value: factProposal(asked(Asked.passage), await unit.read(), await reader()) }
    case 'left-out': {
      const { source, ...span } = asked(Asked.span)
      const { source: _, ...kept } = pinned(source, span, articleOf(source, (await unit.read()).texts))
      return { value: kept }
    }
    case 'check': {
      const root = unit.root
      const { diagnostics } = await loadContent(
        root,
        existsSync(unit.articles) ? unit.articles : undefined,
        served.reading,
      )
      return { value: checkedFrom(diagnostics) }
    }
    case 'import': {
      const { name, data } = asked(z.strictObject({ name: z.string().max(300), data: z.base64() }))
      const { changes, said } = await importedArticle(name, Buffer.from(data, 'base64'), await unit.read())
      if (changes.length > 0) {
        const made = await unit.apply(`Article ${name}`, changes)
        if ('conflicts' in made)
          throw new Unanswerable(409, 'The unit was changed meanwhile; add the article again.')
        recheck()
      }
      return { value: said }
    }
    case 'judge-question': {
      const { file, question } = asked(Asked.question)
      return { value: judgeQuestion(file, question, await unit.read()) }
    }
    case 'propose-questions':
      return { value: questionProposals(asked(Asked.questions), await unit.read()) }
    default:
      throw new Unanswerable(404, 'no such page')
  }
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

function isToken(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
}

interface Sent {
  status?: number
  value: unknown
}

function send(response: ServerResponse, { status = 200, value }: Sent): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function typeOf(path: string): string {
  const type = lookup(path.endsWith('/') ? 'index.html' : path) ?? 'application/octet-stream'
  return /^text\/|javascript/.test(type) ? `${type}; charset=utf-8` : type
}
