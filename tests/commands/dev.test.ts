import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { main } from '../../scripts/commands/main.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { bridgeCopy, emptyFolder } from './bridge.ts'
import { call, listeningIo } from './call.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const patient = { timeout: 60_000, interval: 50 }

/** A preview of a unit that runs until the test ends. */
async function preview(
  folder: string,
  ...more: string[]
): Promise<{ address: string; said: { err: string[] } }> {
  const { io, said, stop } = listeningIo(folder)
  const ended = main(['dev', '--content', 'unit', '--port', '0', ...more], io)
  onTestFinished(async () => {
    stop()
    expect(await ended).toBe(0)
  })
  const address = await vi.waitFor(() => {
    const [, found] = /^Preview +(\S+)$/m.exec(said.out.join('\n')) ?? []
    if (found === undefined) throw new Error(said.err.join('\n'))
    return found
  }, patient)
  return { address, said }
}

test('over http: pages with a listener, and an event that names what an edit changed', async () => {
  const unit = await bridgeCopy()
  const { address } = await preview(unit.folder)
  const index = await (await fetch(address)).text()
  expect(index).toContain('The harbour bridge')
  expect(index).toContain('/__factdeck/events')
  expect(index).toContain('href="learn.html"')
  expect(index).not.toContain('Content-Security-Policy')
  expect((await fetch(`${address}decks/bridge`)).url).toBe(`${address}decks/bridge/`)
  expect((await fetch(`${address}nowhere.html`)).status).toBe(404)

  const events = await fetch(`${address}__factdeck/events?page=index.html`)
  expect(events.headers.get('content-type')).toBe('text/event-stream')
  const told = heard(events)
  await unit.edit('unit/facts/unit.json', (text) => text.replace('a new bridge', 'a very new bridge'))
  expect(await told('changed')).toMatchObject({ paths: ['index.html'] })
  expect(await (await fetch(address)).text()).toContain('a very new bridge')

  // Twice in the time in which the watcher tells of one change.
  for (const word of ['quite', 'rather', 'fairly']) {
    await unit.edit('unit/facts/unit.json', (text) =>
      text.replace(/a \w+ new bridge/, `a ${word} new bridge`),
    )
    await new Promise((waited) => setTimeout(waited, 30))
  }
  await vi.waitFor(
    async () => expect(await (await fetch(address)).text()).toContain('a fairly new bridge'),
    patient,
  )
})

test('an open deck takes an edited fact in place; what is wrong lies over it until it is mended', async () => {
  const unit = await bridgeCopy()
  const { address, said } = await preview(unit.folder)
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  await page.goto(`${address}decks/bridge/#/5?clicks=3`)
  const slide = page.locator('.slidev-page:visible')
  await vi.waitFor(
    async () => expect(await slide.innerText()).toContain('puts the cost of the bridge at'),
    patient,
  )
  await page.evaluate('window.sameDocument = true')

  await unit.edit('unit/facts/cost.json', (text) =>
    text.replace('puts the cost of the bridge', 'puts the price of the bridge'),
  )
  await vi.waitFor(
    async () => expect(await slide.innerText()).toContain('puts the price of the bridge at'),
    patient,
  )
  expect(new URL(page.url()).hash).toBe('#/5?clicks=3')
  expect(await page.evaluate('window.sameDocument')).toBe(true)

  // A busy machine may also look at a file that is written in part, and complain of that for a moment.
  const complaint = page.locator('#__factdeck-complaint')
  await complaint.waitFor({ state: 'detached' })
  const file = join(unit.folder, 'unit/facts/cost.json')
  const sound = await readFile(file, 'utf8')
  await writeFile(file, sound.replace('"status": "reported",', '"status": "reported"'))
  await complaint.filter({ hasText: 'facts/cost.json:15' }).waitFor()
  expect(await complaint.innerText()).toMatchInlineSnapshot(
    `"facts/cost.json:15:7: error: Unexpected "\\"quantities\\": [", expected a comma, a value or a closing bracket [source/json]"`,
  )
  expect(await complaint.getAttribute('role')).toBe('alert')
  expect(await slide.innerText()).toContain('puts the price of the bridge at')

  await writeFile(file, sound)
  await complaint.waitFor({ state: 'detached' })
  expect(said.err).toContain('mended: no errors any more')
  expect(new URL(page.url()).hash).toBe('#/5?clicks=3')
  expect(await page.evaluate('window.sameDocument')).toBe(true)
  expect(faults).toEqual([])
})

test('a page that was opened while nothing could be made comes to life when the content is mended', async () => {
  const unit = await bridgeCopy()
  const file = join(unit.folder, 'unit/facts/unit.json')
  const sound = await readFile(file, 'utf8')
  await writeFile(file, '{')
  const { address } = await preview(unit.folder)
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(address)
  const complaint = page.locator('#__factdeck-complaint')
  await complaint.waitFor()
  expect(await complaint.innerText()).toContain('facts/unit.json:1:1: error')
  await writeFile(file, sound)
  await page.getByRole('heading', { name: 'The harbour bridge' }).waitFor()
  await complaint.waitFor({ state: 'detached' })
})

test('a folder without content is a complaint, not an end', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'unit'))
  const { address, said } = await preview(folder)
  expect(said.err[0]).toContain('[source/content]')
  expect((await fetch(address)).status).toBe(503)
})

test('with --articles what the evidence does not bear lies over the new pages, until it does', async () => {
  const unit = await bridgeCopy()
  const { address, said } = await preview(unit.folder, '--articles', 'articles')
  const index = await fetch(`${address}__factdeck/events?page=facts.html`)
  const told = heard(index)
  const figure = (from: string, to: string): Promise<void> =>
    unit.edit('unit/facts/cost.json', (text) =>
      text.replace(`cost more than ${from} million`, `cost more than ${to} million`),
    )
  await figure('40', '41')
  expect(await told('changed')).toMatchObject({ paths: ['facts.html'] })
  const complained = async (of: string): Promise<void> => {
    while (!String(await told('complaint')).includes(of));
  }
  await complained('[fact/figure-in-evidence]')
  expect(await (await fetch(`${address}facts.html`)).text()).toContain('more than 41 million')
  await figure('41', '40')
  while (((await told('complaint')) as string[]).length > 0);
  // An article that was changed is another article.
  await unit.edit('articles/bridge.txt', (text) => text.replace('12,000', '13,000'))
  await complained('[fact/article-digest]')
  await rm(join(unit.folder, 'articles'), { recursive: true })
  await unit.edit('unit/facts/unit.json', (text) => text.replace('a new bridge', 'a very new bridge'))
  await vi.waitFor(() => expect(said.err.at(-1)).toMatch(/Unexpected --articles/), patient)
})

test('a folder of articles that is not there is wrong usage, said before anything starts', async () => {
  const { folder } = await bridgeCopy()
  const { code, out, err } = await call(['dev', '--content', 'unit', '--articles', 'nowhere'], folder)
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(err[0]).toMatch(/Unexpected --articles ".*nowhere", expected the folder/)
})

test('what is saved twice in an instant is shown as it was saved last', async () => {
  const unit = await bridgeCopy()
  const { address } = await preview(unit.folder)
  const told = heard(await fetch(`${address}__factdeck/events?page=index.html`))
  let old = 'a new bridge'
  for (const word of ['old', 'red', 'long', 'wide', 'fine']) {
    await unit.edit('unit/facts/unit.json', (text) => text.replace(old, 'a first bridge'))
    await told('changed')
    old = `a ${word} bridge`
    await unit.edit('unit/facts/unit.json', (text) => text.replace('a first bridge', old))
    // A slow machine may tell of the first save twice.
    await vi.waitFor(async () => expect(await (await fetch(address)).text()).toContain(old), patient)
  }
})

test('a folder that goes and comes back, as when branches are switched, is seen again', async () => {
  const unit = await bridgeCopy()
  const { said } = await preview(unit.folder)
  const folder = join(unit.folder, 'unit/questions')
  await rename(folder, `${folder}-away`)
  await vi.waitFor(() => expect(said.err.at(-1)).toBe('1 error, 1 warning'), patient)
  await rename(`${folder}-away`, folder)
  await vi.waitFor(() => expect(said.err).toContain('mended: no errors any more'), patient)
})

/** Reads an event stream; the returned function gives the data of the next event of a name. */
function heard(response: Response): (name: string) => Promise<unknown> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader.cancel())
  let text = ''
  return async (name) => {
    for (;;) {
      const found = new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text)
      if (found?.[1] !== undefined) {
        text = text.slice(found.index + found[0].length)
        return JSON.parse(found[1])
      }
      const { done, value } = await reader.read()
      if (done) throw new Error(`the stream ended before "${name}"`)
      text += value
    }
  }
}
