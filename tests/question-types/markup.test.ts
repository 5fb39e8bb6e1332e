// The little Markdown of texts in every output that shows them.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { call } from '../commands/call.ts'
import { pageTexts } from '../print/pdf.ts'
import { offences } from '../quiz/offences.ts'
import { writeEveryType } from './every-type.ts'
import { markedEnd, plan, writeMarkedUnit } from './marked-unit.ts'

let folder: string
let browser: Browser
const made = (path: string): string => join(folder, 'made', path)
const read = (path: string) => readFile(made(path), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-marked-'))
  await writeMarkedUnit(join(folder, 'unit'))
  const only =
    'learn,quizzes,site,decks,worksheets,moodle,canvas,qti21,qti3,anki-text,h5p,olx,epub,quarto,gift'
  const built = await call(['build', '--only', only, '--content', 'unit', '--out', 'made'], folder)
  expect(built).toMatchObject({ code: 0 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** The text of all files of an archive. */
async function archive(path: string): Promise<string> {
  return Object.entries(unzipSync(await readFile(made(path))))
    .filter(([name]) => /\.(?:xml|xhtml|json|opf)$/.test(name))
    .map(([, data]) => Buffer.from(data).toString('utf8'))
    .join('\n')
}

/** What of the stem has markup, in HTML. */
const formula = '<msup><mi>c</mi><mi>x</mi></msup>'
const picture = 'alt="a red square"'

test.each(['quizzes/cost.html', 'learn.html', 'facts.html'])(
  '%s shows it without the player',
  async (path) => {
    const html = await read(path)
    expect(html).toContain('had <em>reportedly</em> cost')
    expect(html).toContain(formula)
    expect(html).toContain(picture)
    if (path !== 'facts.html') expect(html).toContain('and not **x.')
  },
)

test('the player shows it, and says its letters', async () => {
  const page = await browser.newPage()
  const found = offences(page)
  await page.goto(pathToFileURL(made('quizzes/cost.html')).href)
  await page.getByRole('button', { name: 'Start practice' }).click()
  const stem = page.locator('legend').first()
  await expect.poll(() => stem.locator('math msup').count()).toBe(1)
  expect(await stem.locator('code').innerText()).toBe('x_y')
  expect(await stem.locator('br').count()).toBe(1)
  expect(await stem.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40)
  await page.locator('.option input').first().check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  expect(await page.locator('#player .because em').innerText()).toBe('not')
  expect(await page.locator('#player .facts .statement em').innerText()).toBe('reportedly')
  expect(await page.locator('#live').innerText()).toContain(
    String.raw`It is \frac{a}{b}, not c * d and not **x.`,
  )
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  expect(await page.locator('.standings math').count()).toBe(1)
  expect(found).toEqual([])
})

test('the player shows it in every text of every type', async () => {
  const unit = join(folder, 'all')
  await writeEveryType(unit)
  const path = join(unit, 'questions/cost.json')
  const bank = JSON.parse(await readFile(path, 'utf8')) as { questions: { kind: string; stem: string }[] }
  let words = 0
  /** Adds a word of its own to each text that is shown once the question is answered. */
  const mark = (value: object): string[] =>
    Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
      if (key === 'mistakes') return []
      if (typeof each === 'object' && each !== null) return mark(each)
      if (typeof each !== 'string' || !/^(?:stem|text|because|left|right)$/.test(key)) return []
      const word = `so${[...String(100 + words++)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
      Reflect.set(value, key, `${each} *${word}*`)
      return [word]
    })
  const expected = Object.fromEntries(bank.questions.map((question) => [question.kind, mark(question)]))
  await writeFile(path, JSON.stringify(bank))
  const args = ['build', '--only', 'quizzes', '--content', 'all', '--out', 'made-all']
  expect(await call(args, folder)).toMatchObject({ code: 0 })

  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await page.goto(pathToFileURL(join(folder, 'made-all/quizzes/cost.html')).href)
  await page.getByRole('button', { name: 'Start test' }).click()
  for (const _ of bank.questions) await page.locator('.session .actions .primary').click()
  await page.locator('dialog button').first().click()
  const details = page.locator('.review details')
  await expect.poll(() => details.count()).toBe(bank.questions.length)
  const shown: Record<string, string[]> = {}
  for (const each of await details.all()) {
    await each.locator('summary').click()
    const found = await each.locator('fieldset.question em').allInnerTexts()
    const kind = Object.keys(expected).find((of) => expected[of]!.includes(found[0] ?? ''))
    shown[kind ?? 'none'] = [...new Set(found)].toSorted()
  }
  expect(shown).toEqual(expected)
  await page.close()
})

test('slides show it', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const data = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(
    await read('decks/bridge.html'),
  )!
  const { slides } = JSON.parse(data[1]!) as { slides: { layout: string }[] }
  const at = slides.findIndex(({ layout }) => layout === 'checkpoint') + 1
  await page.goto(`${pathToFileURL(made('decks/bridge.html')).href}#/${at}?clicks=1`)
  const stem = page.locator('.fd-checkpoint legend')
  await expect.poll(() => stem.locator('math msup').count()).toBe(1)
  expect(await stem.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40)
  expect(await page.locator('.fd-checkpoint .because em').innerText()).toBe('not')
  expect(await readdir(made('slidev/public/pictures'))).toHaveLength(2)
  await page.close()
})

test('`image` is in every output, with its words, its source and its licence', async () => {
  const credit = 'Drawn for this unit · CC0 1.0'
  for (const path of ['quizzes/cost.html', 'learn.html', 'facts.html']) {
    const html = await read(path)
    expect(html, path).toContain(`alt="${plan.alt}"`)
    expect(html, path).toContain(credit)
  }
  for (const name of ['cost-worksheet-A.pdf', 'cost-key.pdf'])
    expect((await pageTexts(await readFile(made(`pdf/${name}`)))).join('\n'), name).toContain(credit)
  for (const path of ['exports/qti21/questions.zip', 'exports/qti3/questions.zip']) {
    const all = await archive(path)
    expect(all, path).toContain(plan.alt)
    expect(all, path).toContain(credit)
  }
  for (const path of ['exports/moodle/questions.xml', 'exports/quarto/cost.qmd'])
    expect(await read(path), path).toContain(plan.alt)

  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const deck = await read('decks/bridge.html')
  const { slides } = JSON.parse(
    /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(deck)![1]!,
  ) as { slides: { layout: string; props?: { picture?: object } }[] }
  const shown = slides.flatMap(({ layout }, index) =>
    layout === 'picture' || layout === 'section' ? [{ layout, at: index + 1 }] : [],
  )
  // The opener of the section, the question before its checkpoint, the fact.
  expect(shown.map(({ layout }) => layout)).toEqual(['section', 'picture', 'picture'])
  for (const { at } of shown) {
    await page.goto(`${pathToFileURL(made('decks/bridge.html')).href}#/${at}`)
    const image = page.locator(`.slidev-page-${at} .fd-image img`)
    await expect.poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(90)
    expect(await image.getAttribute('alt')).toBe(plan.alt)
    expect(await page.locator(`.slidev-page-${at} figcaption`).innerText()).toBe(credit)
  }
  await page.close()
})

test('`image` without a licence, without its file: said with its place', async () => {
  const unit = join(folder, 'faulty')
  await writeMarkedUnit(unit)
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const path = join(unit, file)
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
  }
  await edit('questions/cost.json', '"plan.svg"', '"plane.svg"')
  await edit('slides/bridge.json', '"plan.svg"', '"../plan.svg"')
  const { err } = await call(['check', '--content', 'faulty'], folder)
  await edit('facts/cost.json', ',\n        "licence": "CC0 1.0"', '')
  const { err: second } = await call(['check', '--content', 'faulty'], folder)
  expect([...err, ...second.filter((line) => line.includes('licence'))].join('\n')).toMatchInlineSnapshot(`
    "questions/cost.json:61:9: warning: Unexpected key "it is a cost that was reported" of "of-multiple", expected "it is a ceiling", which its facts and reasons support better [question/key-best]
      note: for "it is a ceiling": the facts have "ceiling"; its reason takes up its words
      note: against "it is a cost that was reported": its reason explains more than the others
      note: mark "it is a ceiling" as correct, or word the stem so that it asks for what the key says; if the key is right, say in "keyStands" why
    questions/cost.json:94:17: error: Unexpected picture "plane.svg", expected the path of a PNG, JPEG, GIF, WebP or SVG file beside this file [source/markup]
      note: there is no questions/plane.svg
    slides/bridge.json:53:17: error: Unexpected picture "../plan.svg", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder [outline/picture]
      note: there is no slides/../plan.svg
    2 errors, 1 warning
    facts/cost.json:114:16: error: Unexpected object without "licence", expected a string there [source/schema]
      note: Under which licence it may be shown: "CC BY 4.0", "own work"; shown with it."
  `)
})

test('worksheet and key set it', async () => {
  for (const name of ['cost-worksheet-A.pdf', 'cost-key.pdf']) {
    const text = (await pageTexts(await readFile(made(`pdf/${name}`)))).join('\n')
    // The letters of formulas are those of mathematics.
    const letters = text.normalize('NFKC').replaceAll(/\s+/g, '')
    expect(letters).toMatch(/Seee=m.*andx_y:.*twice/)
  }
})

test('exports hold it in the markup of their format, or its letters', async () => {
  const all = await archive('exports/qti21/questions.zip')
  expect(all).toContain(formula)
  expect(all).toContain(picture)
  expect(await archive('exports/qti3/questions.zip')).toContain(formula)
  expect(await archive('exports/epub/unit.epub')).toContain('properties="mathml"')
  const escaped = formula.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(await read('exports/moodle/questions.xml')).toContain(escaped)
  expect(await read('exports/quarto/cost.qmd')).toContain('See $e = m c^x$ and `x_y`')
  expect(await read('exports/gift/questions.gift.txt')).toContain('a red square twice')
})

test('rules and lists see letters', async () => {
  const html = await read('slidev/bridge.md')
  expect(html).toContain(`stem: "What did mayor Ida Lind say in 2024 about the price?${markedEnd}"`)
})
