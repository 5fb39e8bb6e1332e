// The page of all quizzes of a unit, in a browser: from a folder and from a server, together with the pages
// of the single quizzes.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { serve } from '../theme/serve.ts'
import { buildLearnUnit } from './learn-unit.ts'
import { offences } from './offences.ts'
import { violations } from './violations.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let folder: string
let address: string

const served = async (url: string) => readFile(join(folder, 'made', decodeURIComponent(url.slice(1))))

beforeAll(async () => {
  folder = await buildLearnUnit('learn,quizzes,site')
  server = await serve(join(folder, 'made'))
  address = server.url.replace(/\/$/, '')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** Answers the open question, whatever it asks, and goes on. */
async function answer(page: Page): Promise<void> {
  const card = page.locator('fieldset.question')
  const radios = card.locator('input[type=radio]')
  if ((await radios.count()) > 0) await radios.first().check()
  if ((await card.locator('.step').count()) === 2)
    await card.locator('.step').nth(1).locator('input').first().check()
  const boxes = card.locator('input[type=checkbox]')
  if ((await boxes.count()) > 0) await boxes.first().check()
  for (const field of await card.locator('input[type=text]').all()) await field.fill('40')
  for (const list of await card.locator('select').all()) await list.selectOption({ index: 1 })
  if ((await card.locator('.handle').count()) > 0)
    await card.getByRole('button').locator('visible=true').nth(1).click()
  const go = page.locator('.session .actions .primary')
  await go.click()
  await page.locator('.outcome').waitFor()
  await go.click()
}

test('asks over all quizzes, records with each, and says what is due and would be known', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  // Of all orders one in fifty has every stem once before any comes twice.
  await page.addInitScript(() => {
    Math.random = () => 0.5
  })
  const found = offences(page)
  await page.goto(`${address}/learn.html`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await violations(page)).toEqual([])

  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Exam on').fill(tomorrow)
  await page.getByLabel('Exam on').blur()
  const review = page.getByRole('button', { name: "Start today's review" })
  await review.click()
  expect(await page.locator('.count').innerText()).toBe('Question 1 of 16')
  const stems: string[] = []
  for (let n = 0; n < 16; n++) {
    stems.push(await page.locator('fieldset.question > legend').innerText())
    await answer(page)
  }
  // Interleaved: each stem comes twice, and not the one quiz after the other.
  expect(new Set(stems).size).toBe(8)
  expect(new Set(stems.slice(0, 8)).size).toBeLessThan(8)
  await page.getByRole('button', { name: 'Back to the start' }).click()
  expect(await page.locator('.learn').innerText()).toMatch(
    /Of 8 met, (?:[0-7] to )?8 would be recalled today/,
  )
  expect(await page.locator('.learn').innerText()).toContain('You studied on 1 of the last 14 days.')
  expect(await violations(page)).toEqual([])

  // The pages of the quizzes have it too, and the other way round.
  const single = await context.newPage()
  await single.goto(`${address}/quizzes/again.html`)
  expect(await single.getByLabel('Exam on').inputValue()).toBe(tomorrow)
  await single.getByRole('button', { name: 'Details' }).click()
  const asked = single.locator('.standings')
  expect(await asked.innerText()).not.toContain('Not met yet')
  await single.getByRole('button', { name: 'Reset progress' }).click()
  await single.locator('dialog button').first().click()
  await expect.poll(() => page.locator('.learn').innerText()).toContain('8 not met yet')
  expect(await page.locator('.learn').innerText()).toMatch(/Of 8 met/)

  // Every fact leads to its place among all facts.
  await page.getByRole('button', { name: /Practise.*Once more/ }).click()
  await page.locator('fieldset.question input').first().check()
  await page.locator('.session .actions .primary').click()
  expect(await page.locator('.facts .source a').first().getAttribute('href')).toBe('facts.html#mayor-cost')
  expect(found.filter((each) => !each.startsWith('request'))).toEqual([])
  await context.close()
})

/** What the device keeps of a quiz whose answers said to be very sure. */
const kept = (bank: string, seen: number, right: number) => [
  `factdeck-quiz/The harbour bridge/${bank}`,
  JSON.stringify({
    format: 'factdeck-quiz-progress',
    version: 1,
    bank,
    questions: {},
    calibration: { 3: { seen, right } },
    attempts: [],
  }),
]

test('sums up how well one judges oneself over all quizzes, and says what to do next', async () => {
  const page = await browser.newPage()
  await page.addInitScript(
    (all) => all.forEach(([key, text]) => localStorage.setItem(key!, text!)),
    [kept('cost', 6, 5), kept('again', 4, 3), kept('_learn', 0, 0)],
  )
  await page.goto(`${address}/learn.html`)
  expect(await page.locator('.mode').innerText()).toMatch(/What to do next\s+Meet new questions: /)
  // What was begun is to be ended, as practice here or in the page of the quiz; the index and all facts are one step away.
  expect(
    await page.locator('.learn a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['quizzes/cost.html', 'quizzes/again.html', 'index.html', 'facts.html'])
  await page.getByRole('button', { name: 'Details' }).click()
  expect(await page.locator('.calibration tbody tr').last().locator('td').allInnerTexts()).toEqual([
    '10',
    '80%',
    '80% to 100%',
    'well calibrated',
  ])
  await page.close()
})

test('takes an answer back before it is checked, and reads a question aloud', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  // A device with one voice, which says what it is given to say.
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    class Utterance extends EventTarget {
      readonly text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => [{ lang: 'en-GB' }],
        cancel: () => {},
        speak: ({ text }: Utterance) => said.push(text),
      },
    })
  })
  await page.goto(`${address}/learn.html`)
  await page.locator('.ways button').first().click()
  const options = page.locator('.session .option input')
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  await options.nth(0).check()
  await options.nth(1).check()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await options.nth(0).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await page.locator('.session .option input:checked').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('LEGEND')
  await page.getByRole('button', { name: 'Read aloud' }).click()
  const stem = await page.locator('.session legend').innerText()
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect((await said()).at(-1)).toContain(stem)
  expect(await page.getByRole('button', { name: 'Read aloud' }).getAttribute('aria-pressed')).toBe('true')
  expect(await violations(page)).toEqual([])

  // What is typed into a field is one step, and gone from the field when it is taken back.
  const field = page.locator('.session .numeric input')
  while ((await field.count()) === 0) await answer(page)
  await field.pressSequentially('40 mill')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await field.inputValue()).toBe('')
  expect(await field.getAttribute('aria-invalid')).toBe('false')
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  await field.pressSequentially('41')
  expect(await field.inputValue()).toBe('41')
  await context.close()
})

test('takes what it saved as a file, and the file of one quiz', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${address}/quizzes/cost.html`)
  await page.getByRole('button', { name: 'Start practice' }).click()
  await answer(page)
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  const saved = async (): Promise<string> => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save progress as a file' }).click()
    return readFile(await (await waiting).path(), 'utf8')
  }
  const one = await saved()
  const other = await browser.newContext({ reducedMotion: 'reduce' })
  const fresh = await other.newPage()
  await fresh.goto(`${address}/learn.html`)
  await fresh.getByRole('button', { name: 'Details' }).click()
  const take = (text: string) =>
    fresh
      .locator('input[type=file]')
      .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const said = () => fresh.locator('.aside').last().innerText()
  await take('{"format":"other"}')
  await expect.poll(said).toContain('nothing was taken over')
  await take(one)
  await expect.poll(said).toBe('Loaded: 1 question.')
  await page.goto(`${address}/learn.html`)
  await page.getByRole('button', { name: 'Details' }).click()
  const both = await saved()
  // The page says the same of it: from nothing again.
  await fresh.reload()
  await fresh.getByRole('button', { name: 'Details' }).click()
  await take(both)
  await expect.poll(said).toBe('Loaded: 1 question.')
  await context.close()
  await other.close()
})

test('works offline once it was served, tells of a newer version, and needs nothing from a folder', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${address}/learn.html`)
  await page.getByText('This page works offline on this device now.').waitFor()
  const manifest = JSON.parse((await served('/learn.webmanifest')).toString()) as { icons: { src: string }[] }
  expect((await served(`/${manifest.icons[0]!.src}`)).toString()).toContain('<svg')
  const viewer = await browser.newPage()
  for (const { src } of manifest.icons.slice(1)) {
    const png = await served(`/${src}`)
    const size = await viewer.evaluate(
      async (data) => {
        const image = new Image()
        image.src = data
        await image.decode()
        return image.naturalWidth
      },
      `data:image/png;base64,${png.toString('base64')}`,
    )
    expect(src).toContain(String(size))
  }
  await viewer.close()
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'The harbour bridge' }).waitFor()
  await context.setOffline(false)

  const worker = join(folder, 'made/learn-worker.js')
  const before = await readFile(worker, 'utf8')
  await writeFile(worker, before.replace(/"revision":"\w+"/, '"revision":"newer"'))
  await page.reload()
  await page.getByText('A newer version of this page is ready.').waitFor()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
  await page.getByRole('heading', { level: 1 }).waitFor()
  await context.close()

  const local = await browser.newPage()
  const found = offences(local)
  await local.goto(`file://${join(folder, 'made/learn.html')}`)
  await local.getByRole('heading', { level: 1 }).waitFor()
  expect(found).toEqual([])
  await local.close()
})

test('every file of it is in the tree, and the index leads there', async () => {
  expect((await readdir(join(folder, 'made'))).filter((name) => name.startsWith('learn'))).toEqual([
    'learn-icon-192.png',
    'learn-icon-512.png',
    'learn-icon.svg',
    'learn-worker.js',
    'learn.html',
    'learn.webmanifest',
  ])
  expect((await served('/index.html')).toString()).toContain('href="learn.html"')
  const html = (await served('/learn.html')).toString()
  expect(html).toContain('<a href="quizzes/again.html">Once more</a>')
  // Of 16 questions; the bench has the figure of a real unit.
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(90_000)
})
