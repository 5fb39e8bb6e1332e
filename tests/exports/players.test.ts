// Packages in players that are not ours: SCORM packages kept and resumed, cmi5 statements received.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Description } from '../../contract/question-description.ts'
import type { Pair } from '../../question-types/match/match-view.ts'
import { playerOf } from '../../question-types/players.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { cmi5, scorm12, scorm2004 } from '../../scripts/outputs/exports/quiz-packages.ts'
import { quizzes } from '../../scripts/outputs/quizzes.ts'
import { exportedQuestions } from '../../scripts/outputs/exports/exported-question.ts'
import type { Output } from '../../scripts/outputs/output.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { madeBy } from '../made-by.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { everyKind, ourUnit } from './contents.ts'

let browser: Browser
let server: Server
let origin: string
let content: Content
/** A question of each kind. */
let kinds: Content
const render = openRender(process.env)
const served = new Map<string, string | Uint8Array>()
const received: { path: string; method: string; body: string }[] = []

/** The files of the first package of an export. */
async function packageOf(output: Output, of = content): Promise<Record<string, Uint8Array>> {
  const [file] = await madeBy([output], of, render)
  return unzipSync(file!.data as Uint8Array)
}

function serveFolder(folder: string, files: Record<string, Uint8Array>): void {
  for (const [path, data] of Object.entries(files)) served.set(`/${folder}/${path}`, data)
}

const library = (path: string): string => readFileSync(join(packageRoot, 'node_modules', path), 'utf8')

beforeAll(async () => {
  const unit = await ourUnit()
  content = { ...unit, banks: unit.banks.slice(0, 1) }
  served.set('/scorm12.js', library('scorm-again/dist/scorm12.min.js'))
  served.set('/scorm2004.js', library('scorm-again/dist/scorm2004.min.js'))
  for (const version of ['12', '2004'])
    served.set(
      `/lms${version}.html`,
      `<!doctype html><meta charset="utf-8"><script src="scorm${version}.js"></script>`,
    )
  kinds = await everyKind()
  serveFolder('scorm12', await packageOf(scorm12))
  serveFolder('scorm2004', await packageOf(scorm2004))
  serveFolder('kinds-scorm12', await packageOf(scorm12, kinds))
  serveFolder('kinds-scorm2004', await packageOf(scorm2004, kinds))
  serveFolder('cmi5', await packageOf(cmi5))
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://x')
    const data = served.get(pathname)
    if (pathname.startsWith('/lrs/')) {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        received.push({ path: request.url!, method: request.method!, body: Buffer.concat(pieces).toString() })
        const state = pathname.endsWith('/state') && request.method === 'GET'
        response.writeHead(state ? 404 : 200, { 'content-type': 'application/json' })
        response.end(pathname.endsWith('/fetch') ? '{"auth-token":"dG9rZW4="}' : '[]')
      })
      return
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
    response.writeHead(data === undefined ? 404 : 200, { 'content-type': type })
    response.end(data)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Answers the first question of a quiz in practice with its first option. */
async function answerOne(page: Page): Promise<void> {
  const quiz = page.frameLocator('iframe').frameLocator('iframe')
  await quiz.locator('.mode .primary').first().click()
  await quiz.locator('body').press('a')
  await quiz.locator('body').press('Enter')
}

const versions = [
  { version: '12', api: 'API', make: 'Scorm12API', most: 4096, response: 'student_response' },
  { version: '2004', api: 'API_1484_11', make: 'Scorm2004API', most: 64_000, response: 'learner_response' },
]
type Version = (typeof versions)[number]

interface Told {
  id: string
  type: string
  result: string
  latency: string
  correct_responses: Record<string, { pattern: string }>
  [response: string]: unknown
}

/** Opens the package in `folder` beside a system that has kept `saved`. */
async function openIn({ version, api, make }: Version, page: Page, folder: string, saved?: unknown) {
  await page.goto(`${origin}/lms${version}.html`)
  await page.evaluate(
    ([name, maker, cmi, src]) => {
      const scope = globalThis as never as Record<string, any>
      const made = new scope[maker]({ autocommit: false, logLevel: 5 })
      if (cmi) made.loadFromJSON(cmi)
      // What is told, and what of it the system refuses.
      scope['refused'] = []
      scope['calls'] = []
      for (const call of ['LMSSetValue', 'SetValue', 'LMSFinish', 'Terminate']) {
        const told = made[call]?.bind(made)
        made[call] &&= (...given: string[]) => {
          const answer = told(...given)
          scope['calls'].push([call, ...given])
          if (String(answer) !== 'true') scope['refused'].push(given)
          return answer
        }
      }
      Object.assign(globalThis, { [name]: made })
      const frame = document.createElement('iframe')
      frame.style.cssText = 'width:1000px;height:700px'
      frame.src = `${src}/index.html`
      document.body.append(frame)
    },
    [api, make, saved, folder] as const,
  )
}

/** What the system has been told. */
function cmiOf({ api }: Version, page: Page): Promise<Record<string, any>> {
  return page.evaluate(
    (name) =>
      JSON.parse(JSON.stringify((globalThis as never as Record<string, { cmi: unknown }>)[name]!.cmi)),
    api,
  )
}

async function interactionsOf(version: Version, page: Page): Promise<Told[]> {
  const { interactions } = await cmiOf(version, page)
  return Object.values((interactions as { childArray?: Told[] }).childArray ?? interactions) as Told[]
}

const scopeOf = (page: Page, name: string): Promise<string[][]> =>
  page.evaluate((of) => (globalThis as never as Record<string, string[][]>)[of]!, name)

test.each(versions)(
  'a SCORM $version system keeps progress, score and answers, and gives them back',
  async (version) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openIn(version, page, `scorm${version.version}`)
    await answerOne(page)
    await expect
      .poll(async () => String((await cmiOf(version, page))['suspend_data'] ?? '').length)
      .toBeGreaterThan(50)
    const saved = await cmiOf(version, page)
    expect(String(saved['suspend_data']).length).toBeLessThan(version.most)
    const score = ((saved['core'] as Record<string, unknown>)?.['score'] ?? saved['score']) as { raw: string }
    expect(Number(score.raw)).toBeGreaterThanOrEqual(0)
    const [told] = await interactionsOf(version, page)
    expect(told).toMatchObject({ id: content.banks[0]!.questions[0]!.id, type: 'choice' })
    expect(told![version.response]).toMatch(/^[a-d]$/)
    expect(told!['latency']).toMatch(/\d/)
    expect(told!.result === 'correct').toBe(told![version.response] === told!.correct_responses['0']!.pattern)

    // The page is left as phones leave one: nothing tells of it but "pagehide".
    await page.evaluate(() => document.querySelector('iframe')!.remove())
    const calls = await scopeOf(page, 'calls')
    expect(calls.map(([call, name]) => `${call} ${name}`)).toContain(
      version.version === '12' ? 'LMSSetValue cmi.core.session_time' : 'SetValue cmi.session_time',
    )
    expect(calls.at(-1)![0]).toMatch(/LMSFinish|Terminate/)
    expect(await scopeOf(page, 'refused')).toEqual([])

    // Another device: nothing but what the system has kept.
    await page.evaluate(() => localStorage.clear())
    await openIn(version, page, `scorm${version.version}`, saved)
    await expect
      .poll(() =>
        page.evaluate(() => {
          const kept = Object.entries(localStorage).find(([key]) => key.startsWith('factdeck-quiz/'))
          return kept ? Object.keys(JSON.parse(kept[1]).questions).length : 0
        }),
      )
      .toBe(1)
    await context.close()
  },
)

/** A right answer as the player has it. */
function rightAnswer(described: Description, view: { pairs?: Pair[] }): unknown {
  switch (described.form) {
    case 'choice':
      return described.choices.flatMap(({ right, name }) => (right ? Number(name) : []))
    case 'verdict':
      return { verdict: described.right, reason: Number(described.reasons.find(({ right }) => right)!.name) }
    case 'number':
      return { text: `${described.value}`, values: [described.value] }
    case 'order':
      return described.items.map(({ name }) => Number(name))
    case 'match':
      return Object.fromEntries(view.pairs!.map(({ index, right }) => [index, right]))
    case 'text':
      return [described.accepted[0]]
    case 'cloze':
      return described.text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.accepted[0]]))
  }
}

test.each(versions)('a SCORM $version system is told answers of every kind of question', async (version) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openIn(version, page, `kinds-scorm${version.version}`)
  const [bank] = kinds.banks
  const questions = exportedQuestions(bank!)
  const quiz = page.frameLocator('iframe').frameLocator('iframe').locator('body')
  await quiz.locator('.mode .primary').first().waitFor()
  const key = `factdeck-quiz/${bank!.unit}/${bank!.id}`
  for (const [n, { id, described }] of questions.entries()) {
    const view = bank!.questions[n]!
    const given = rightAnswer(described, view as never)
    // That the player grades it as right shows that it means the same by it.
    expect([view.kind, playerOf(view).grade(view as never, given)]).toEqual([view.kind, 1])
    await quiz.evaluate(
      (_, [event, storage, kept]) => {
        dispatchEvent(new CustomEvent('factdeck-answer', { detail: event }))
        localStorage.setItem(storage as string, kept as string)
      },
      [
        [id, given],
        key,
        JSON.stringify({
          questions: Object.fromEntries(
            questions.slice(0, n + 1).map((each) => [each.id, { seen: 1, right: 1, lastRight: true }]),
          ),
        }),
      ] as const,
    )
    await expect.poll(async () => (await interactionsOf(version, page)).length).toBe(n + 1)
  }
  expect(await scopeOf(page, 'refused')).toEqual([])
  const told = await interactionsOf(version, page)
  expect(
    told.map(({ id, type, correct_responses: right, ...rest }) =>
      [id, type, rest[version.response], ...Object.values(right).map(({ pattern }) => pattern)].join(' | '),
    ),
  ).toMatchSnapshot()
  await context.close()
})

test('a cmi5 launch sends statements and progress to the record store', async () => {
  const page = await browser.newPage()
  const launch = new URLSearchParams({
    endpoint: `${origin}/lrs/`,
    fetch: `${origin}/lrs/fetch`,
    actor: JSON.stringify({ account: { homePage: 'http://example.org', name: 'ada' } }),
    registration: '00000000-0000-4000-8000-000000000000',
    activityId: 'urn:example:quiz',
  })
  served.set(
    '/cmi5.html',
    `<!doctype html><iframe src="cmi5/index.html?${launch.toString().replaceAll('&', '&amp;')}" style="width:1000px;height:700px"></iframe>`,
  )
  await page.goto(`${origin}/cmi5.html`)
  await answerOne(page)
  const verbs = (): string[] =>
    received.flatMap(({ path, method, body }) =>
      path.includes('/statements') && method === 'POST'
        ? [(JSON.parse(body) as { verb: { id: string } }).verb.id.split('/').at(-1)!]
        : [],
    )
  await expect.poll(verbs).toEqual(['initialized', 'answered'])
  const answered = received.find(({ body }) => body.includes('/answered'))!.body
  expect(JSON.parse(answered)).toMatchObject({
    object: {
      definition: { interactionType: 'choice', correctResponsesPattern: [expect.stringMatching(/^[a-d]$/)] },
    },
    result: { response: expect.stringMatching(/^[a-d]$/), duration: expect.stringMatching(/^PT[\d.]+S$/) },
  })
  await page.goto('about:blank')
  await expect.poll(verbs).toContain('terminated')
  await expect
    .poll(() => received.some(({ path, method }) => path.includes('stateId=resume') && method === 'PUT'))
    .toBe(true)
  await page.close()
})

test('the page in a package is the quiz page to the byte', async () => {
  const [page] = await madeBy([quizzes], content, render)
  for (const output of [scorm12, scorm2004, cmi5])
    expect(strFromU8((await packageOf(output))['quiz.html']!)).toBe(page!.data)
})
