// Every entry of the table of question types, through everything that a type promises.

import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { CheckpointQuestion } from '../../contract/deck.ts'
import type { QuestionView } from '../../contract/question-view.ts'
import { textLimits } from '../../contract/capacity.ts'
import { checkpoints } from '../../question-types/checkpoints.ts'
import { playerOf } from '../../question-types/players.ts'
import { kinds, typeOf } from '../../question-types/types.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { keyView, worksheetView } from '../../scripts/outputs/worksheets.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openTypst } from '../../scripts/render/typst.ts'
import { emptyFolder } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'
import { offences } from '../quiz/offences.ts'
import { pageOf } from '../quiz/page.ts'
import { pageTexts } from '../print/pdf.ts'
import { writeEveryType } from './every-type.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let loaded: Awaited<ReturnType<typeof loadContent>>

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-types-'))
  await writeEveryType(folder)
  loaded = await loadContent(folder)
  await rm(folder, { recursive: true })
})

const bank = () => loaded.content!.banks[0]!
const viewOf = (kind: string): QuestionView => bank().questions.find((question) => question.kind === kind)!

const keyOf = (kind: string): string => typeOf({ kind }).describe(viewOf(kind)).key.split('; ')[0]!

test('the examples of all types are a unit without an error', () => {
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(bank().questions.map(({ kind }) => kind)).toEqual(kinds)
})

describe.each(kinds)('%s', (kind) => {
  const type = typeOf({ kind })

  test('has all of its parts', () => {
    expect(checkpoints[kind]).toBeDefined()
    expect(playerOf({ kind }).card).toBeDefined()
    expect(type.about).not.toBe('')
    const files = ['page/question.njk', 'page/answer.njk', 'print.typ']
    expect(files.filter((file) => !existsSync(join(root, 'question-types', type.folder, file)))).toEqual([])
    expect(type.words === undefined || 'en' in type.words).toBe(true)
  })

  test('is arranged by the seed alone', () => {
    const view = viewOf(kind)
    const once = type.arrange(view, 'tide')
    expect(type.arrange(type.arrange(view, 'ebb'), 'tide')).toEqual(once)
    expect(JSON.parse(JSON.stringify(once))).toEqual(once)
  })

  test('says its key, its reasons and its choices alike to everyone who asks', () => {
    const view = viewOf(kind)
    const parts = type.parts(loaded.banks!.questions.get(view.id as never)!.value, loaded.base!)
    const described = type.describe(view)
    expect(parts.keys.map(({ text }) => described.key.includes(text))).toEqual(parts.keys.map(() => true))
    expect(parts.picks === 'none').toBe(parts.choices.length === 0)
    expect(
      parts
        .shuffled()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(parts.choices.map(({ text }) => text).toSorted())
    expect(described.prompt).toBe(view.stem)
    expect(type.key(view)).not.toBe('')
    expect(JSON.stringify(type.seen(view))).toContain(parts.texts.at(-1)!.text)
  })

  test('has a slide whose texts have limits and whose notes can be read out', () => {
    const slide = loaded.content!.decks[0]!.slides.find(({ questions }) => questions.includes(`of-${kind}`))!
    if (slide.kind !== 'layout' || slide.layout !== 'checkpoint') throw new Error('expected a checkpoint')
    const { question } = slide.props
    const texts = type.slideTexts(question)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter(({ limit, text }) => text.length > textLimits[limit])).toEqual([])
    expect(type.slideOverflow?.(question)).toBeUndefined()
    const { keys, reasons } = type.spoken(question)
    expect(keys.length).toBeGreaterThan(0)
    expect(reasons.some(({ right }) => right)).toBe(true)
    expect(slide.notes.say.join('\n')).toContain(keys[0])
  })

  test('reads in a page without the player', async () => {
    const html = await pageOf({ ...bank(), questions: [viewOf(kind)] })
    const parts = type.parts(loaded.banks!.questions.get(`of-${kind}` as never)!.value, loaded.base!)
    const text = html
      .replace(/<script[^]*?<\/script>|<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
    expect(
      [
        viewOf(kind).stem,
        ...parts.texts.map((each) => each.text),
        ...parts.keys.map((key) => key.text),
      ].filter((each) => !text.includes(each)),
    ).toEqual([])
  })
})

test('worksheet and key hold every type, in ordinary and in large print', async () => {
  const typst = openTypst(join(root, 'templates/print'), join(root, 'question-types'))
  const content = loaded.content!
  const set = async (template: string, view: object) =>
    (await pageTexts(await typst.compile(template, view))).join('\n').replaceAll(/\s+/g, ' ')
  for (const large of [false, true]) {
    const sheet = await set('worksheet.typ', worksheetView(content, bank(), 'A', { paper: 'a4', large }))
    expect(bank().questions.filter(({ stem }) => !sheet.includes(stem))).toEqual([])
  }
  const key = await set('key.typ', keyView(content, bank(), 'a4'))
  for (const kind of kinds) {
    const { texts } = typeOf({ kind }).parts(
      loaded.banks!.questions.get(`of-${kind}` as never)!.value,
      loaded.base!,
    )
    expect(
      texts.filter(({ text }) => !key.includes(text.replaceAll("'", '’')) && !key.includes(text)),
    ).toEqual([])
  }
})

test('editors offer every kind', async () => {
  const schema = await readFile(join(root, 'schemas/questions.schema.json'), 'utf8')
  expect(kinds.filter((kind) => !schema.includes(`"const": "${kind}"`))).toEqual([])
})

test('a build makes every output of them, and the player and the slides show them', async () => {
  const folder = await emptyFolder()
  await writeEveryType(join(folder, 'unit'))
  const built = await call(['build', '--no-pdf', '--content', 'unit', '--out', 'made'], folder)
  expect(built).toMatchObject({ code: 0 })
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const found = offences(page)

  await page.goto(pathToFileURL(join(folder, 'made/quizzes/cost.html')).href)
  await page.getByRole('button', { name: 'Start test' }).click()
  for (let place = 1; place < kinds.length; place++) await page.keyboard.press('ArrowRight')
  await page.locator('.actions .primary').click()
  await page.locator('dialog button').first().click()
  for (const kind of kinds) {
    const asked = page.locator('.review details').filter({ hasText: viewOf(kind).stem })
    await asked.locator('summary').click()
    expect(await asked.locator('fieldset.question').innerText()).toContain(keyOf(kind))
    expect(await asked.locator('fieldset.question > legend').innerText()).toBe(viewOf(kind).stem)
  }
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await page.getByRole('button', { name: 'Start practice' }).click()
  await page.keyboard.press('Enter')
  expect(await page.locator('.session .trouble').innerText()).toBe('Choose an answer first.')

  const deck = pathToFileURL(join(folder, 'made/decks/bridge.html')).href
  const slides = loaded.content!.decks[0]!.slides
  for (const kind of kinds) {
    const no = slides.findIndex(({ questions }) => questions.includes(`of-${kind}`)) + 1
    const shown = async (clicks: number): Promise<string> => {
      await page.goto('about:blank')
      await page.goto(`${deck}#/${no}?clicks=${clicks}`)
      const slide = page.locator('.slidev-layout.fd-slide:visible').first()
      await slide.waitFor()
      // What is hidden is no part of what a page's text is.
      return slide.innerText()
    }
    const { reasons } = typeOf({ kind }).spoken(
      (slides[no - 1] as { props: { question: CheckpointQuestion } }).props.question,
    )
    const because = reasons.find(({ right }) => right)!.because
    const before = await shown(0)
    expect(before).toContain(viewOf(kind).stem)
    expect(before).not.toContain(because)
    const after = await shown(1)
    expect(after).toContain(because)
    expect(after).toContain(keyOf(kind))
  }
  expect(found.filter((each) => !each.startsWith('request'))).toEqual([])
})
