// Small units in German and in Arabic, made as they are: what is around their content speaks their language
// and runs its way.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { messagesFor } from '../contract/messages/registry.ts'
import { pageFonts } from '../scripts/render/page-fonts.ts'
import { unprintable } from '../scripts/render/print-fonts.ts'
import { call } from './commands/call.ts'

const root = new URL('..', import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), 'factdeck-languages-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['de', 'ltr'],
  ['ar', 'rtl'],
])('a unit in %s', async (language, direction) => {
  const unit = join(root, `tests/fixtures/harbour-unit-${language}`)
  const made = await call(['build', '--no-pdf', '--content', unit, '--out', language], folder)
  expect({ code: made.code, errors: made.err.filter((line) => /error|warning/.test(line)) }).toEqual({
    code: 0,
    errors: [],
  })
  const read = (path: string): Promise<string> => readFile(join(folder, language, path), 'utf8')
  for (const page of ['index.html', 'facts.html', 'quizzes/cost.html', 'learn.html']) {
    const html = await read(page)
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`)
    // Fonts are in the page, and allowed there, where the language names some.
    const fonts = [
      html.includes("@font-face{font-family:'Noto Sans Arabic'"),
      html.includes('font-src data:'),
    ]
    expect(fonts, page).toEqual([language === 'ar', language === 'ar'])
  }
  const deck = await read('slidev/bridge.md')
  const { plan, slides } = messagesFor(language)
  expect(deck).toContain(plan.agenda)
  expect(deck).toContain(slides.scale)
  expect(/^ *direction: "rtl"$/m.test(deck)).toBe(direction === 'rtl')
  expect((await read('decks/bridge.html')).includes('font-family:Noto Naskh Arabic')).toBe(language === 'ar')
  // The hosted deck has the fonts of its letters beside it, and no others.
  const beside = await readdir(join(folder, language, 'decks/assets'))
  const style = await read(`decks/assets/${beside.find((name) => name.endsWith('.css'))}`)
  const faces = Array.from(style.matchAll(/@font-face[^}]*font-family:["']?Noto[^}]*?url\(["']?([^"')]+)/g))
  expect(faces.map(([, file]) => beside.includes(file!))).toEqual([language === 'ar', language === 'ar'])
})

test('a page gets the fonts of its language for its own letters, and for no others', async () => {
  const fonts = { serif: ['Noto Naskh Arabic'], sans: [] }
  expect(await pageFonts({ fonts }, () => 'Only Latin letters, 1 to 9.')).toBe('')
  expect(await pageFonts({ fonts: { serif: [], sans: [] } }, () => 'جسر')).toBe('')
  const bridge = await pageFonts({ fonts }, () => 'The bridge: جسر')
  expect(bridge.match(/unicode-range:[^}]*/g)).toEqual(
    Array.from({ length: 2 }, () => 'unicode-range:U+62c,U+631,U+633'),
  )
  expect(bridge.endsWith(":root{--more-serif:'Noto Naskh Arabic',}")).toBe(true)
  expect(await pageFonts({ fonts }, () => 'سجر')).toBe(bridge)
  const more = await pageFonts({ fonts }, () => 'افتتاح جسر الميناء')
  expect(more.length).toBeGreaterThan(bridge.length)
})

test('print has every letter of a language with the fonts that it names, and not without', () => {
  const { language, print } = messagesFor('ar')
  const text = JSON.stringify(print).replaceAll(/\s/g, ' ')
  expect(unprintable(text, language.fonts.serif)).toEqual([])
  expect(unprintable(text, language.fonts.sans)).toEqual([])
  expect(unprintable(text).length).toBeGreaterThan(20)
})
