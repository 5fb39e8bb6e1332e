// Every entry of the table of question types, through everything that a type promises.

import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { QuestionView } from '../../contract/question-view.ts'
import { textLimits } from '../../contract/capacity.ts'
import { checkpoints } from '../../question-types/checkpoints.ts'
import { playerOf } from '../../question-types/players.ts'
import { kinds, typeOf } from '../../question-types/types.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { keyView, worksheetView } from '../../scripts/outputs/worksheets.ts'
import { openTypst } from '../../scripts/render/typst.ts'
import { emptyFolder } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'
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
    const text = html.replace(/<script[^]*?<\/script>/g, '').replaceAll('&#39;', "'")
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

test('a build makes every output of them', async () => {
  const folder = await emptyFolder()
  await writeEveryType(join(folder, 'unit'))
  const built = await call(['build', '--no-pdf', '--content', 'unit'], folder)
  expect(built).toMatchObject({ code: 0 })
})
