// Packages in players that are not ours: SCORM packages kept and resumed, cmi5 statements received.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { cmi5, scorm12, scorm2004 } from '../../scripts/outputs/exports/quiz-packages.ts'
import { quizzes } from '../../scripts/outputs/quizzes.ts'
import type { Output } from '../../scripts/outputs/output.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { madeBy } from '../made-by.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { ourUnit } from './contents.ts'

let browser: Browser
let server: Server
let origin: string
let content: Content
const served = new Map<string, string | Uint8Array>()
const received: { path: string; method: string; body: string }[] = []

/** The files of the first package of an export. */
async function packageOf(output: Output): Promise<Record<string, Uint8Array>> {
  const [file] = await madeBy([output], content, openRender(process.env))
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
  serveFolder('scorm12', await packageOf(scorm12))
  serveFolder('scorm2004', await packageOf(scorm2004))
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
  { version: '12', api: 'API', make: 'Scorm12API', most: 4096, status: 'core.lesson_status' },
  { version: '2004', api: 'API_1484_11', make: 'Scorm2004API', most: 64_000, status: 'completion_status' },
]

test.each(versions)(
  'a SCORM $version system keeps progress, score and answers, and gives them back',
  async ({ version, api, make, most }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const open = async (saved: unknown): Promise<void> => {
      await page.goto(`${origin}/lms${version}.html`)
      await page.evaluate(
        ([name, maker, cmi, folder]) => {
          const scope = globalThis as never as Record<string, never>
          const made = new (scope[maker as string] as never as new (settings: object) => {
            loadFromJSON(json: unknown): void
          })({ autocommit: false, logLevel: 5 })
          if (cmi) made.loadFromJSON(cmi)
          Object.assign(globalThis, { [name as string]: made })
          const frame = document.createElement('iframe')
          frame.style.cssText = 'width:1000px;height:700px'
          frame.src = `${folder as string}/index.html`
          document.body.append(frame)
        },
        [api, make, saved, `scorm${version}`] as const,
      )
    }
    const cmi = (): Promise<Record<string, unknown>> =>
      page.evaluate(
        (name) =>
          JSON.parse(JSON.stringify((globalThis as never as Record<string, { cmi: unknown }>)[name]!.cmi)),
        api,
      )
    await open(undefined)
    await answerOne(page)
    await expect
      .poll(async () => String((await cmi())['suspend_data'] ?? '').length, { timeout: 20_000 })
      .toBeGreaterThan(50)
    const saved = await cmi()
    expect(String(saved['suspend_data']).length).toBeLessThan(most)
    const score = ((saved['core'] as Record<string, unknown>)?.['score'] ?? saved['score']) as { raw: string }
    expect(Number(score.raw)).toBeGreaterThanOrEqual(0)
    expect(JSON.stringify(saved['interactions'])).toMatch(/"result":"(?:correct|wrong|incorrect)"/)

    // Another device: nothing but what the system has kept.
    await page.evaluate(() => localStorage.clear())
    await open(saved)
    await expect
      .poll(
        () =>
          page.evaluate(() => {
            const kept = Object.entries(localStorage).find(([key]) => key.startsWith('factdeck-quiz/'))
            return kept ? Object.keys(JSON.parse(kept[1]).questions).length : 0
          }),
        { timeout: 20_000 },
      )
      .toBe(1)
    await context.close()
  },
)

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
  await expect.poll(verbs, { timeout: 20_000 }).toEqual(['initialized', 'answered'])
  await page.goto('about:blank')
  await expect.poll(verbs, { timeout: 20_000 }).toContain('terminated')
  expect(received.some(({ path, method }) => path.includes('stateId=resume') && method === 'PUT')).toBe(true)
  await page.close()
})

test('the page in a package is the quiz page to the byte', async () => {
  const [page] = await madeBy([quizzes], content, openRender(process.env))
  for (const output of [scorm12, scorm2004, cmi5])
    expect(strFromU8((await packageOf(output))['quiz.html']!)).toBe(page!.data)
})
