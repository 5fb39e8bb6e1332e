// Small units in German and in Arabic, made as they are: what is around their content speaks their language
// and runs its way.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { messagesFor } from '../contract/messages/registry.ts'
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
  for (const page of ['index.html', 'facts.html', 'quizzes/cost.html'])
    expect(await read(page)).toContain(`<html lang="${language}" dir="${direction}">`)
  const deck = await read('slidev/bridge.md')
  const { plan, slides } = messagesFor(language)
  expect(deck).toContain(plan.agenda)
  expect(deck).toContain(slides.scale)
  expect(deck.includes('"direction":"rtl"')).toBe(direction === 'rtl')
  expect((await read('decks/bridge.html')).includes('font-family:Noto Naskh Arabic')).toBe(language === 'ar')
})

test('print has every letter of a language with the fonts that it names, and not without', () => {
  const { language, print } = messagesFor('ar')
  const text = JSON.stringify(print).replaceAll(/\s/g, ' ')
  expect(unprintable(text, language.fonts.serif)).toEqual([])
  expect(unprintable(text, language.fonts.sans)).toEqual([])
  expect(unprintable(text).length).toBeGreaterThan(20)
})
