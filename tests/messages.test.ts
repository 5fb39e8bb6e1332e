// The fixed words that people read: every language has all of them, with the same places for values, in the
// plural forms that it asks for.

import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf, languages, messagesFor } from '../contract/messages/registry.ts'
import { fill, wordsIn, type Message, type PluralMessage } from '../contract/messages/wording.ts'

const folder = new URL('../contract/messages/', import.meta.url)
const codes = Object.keys(languages)

const isPlural = (value: unknown): value is PluralMessage => typeof value === 'object' && 'other' in value!

/** Every message with its path: "facts.months.0". */
function messagesOf(value: unknown, path = ''): [string, Message][] {
  if (typeof value === 'string' || isPlural(value)) return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    messagesOf(inner, path ? `${path}.${key}` : key),
  )
}

function wordsOf(code: string): [string, Message][] {
  const { language: _, ...words } = languages[code]!
  return messagesOf(words)
}

/** Paths, and the values that each message takes. */
function shape(code: string): string[] {
  return wordsOf(code).map(([path, message]) =>
    typeof message === 'string' ? `${path} ${places(message)}` : `${path} (plural) ${places(message.other)}`,
  )
}

const places = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join()

test('a folder of words is a language, and a language has all files', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(codes.toSorted())
  const files = readdirSync(new URL('en/', folder)).toSorted()
  for (const code of codes) expect(readdirSync(new URL(`${code}/`, folder)).toSorted()).toEqual(files)
})

describe.each(codes)('%s', (code) => {
  test('has the messages of English, with the same places for values', () => {
    expect(shape(code)).toEqual(shape('en'))
  })

  test('has the plural forms that its language asks for, none of which takes other values', () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted()
    for (const [path, message] of wordsOf(code)) {
      if (typeof message === 'string') continue
      expect(Object.keys(message).toSorted(), path).toEqual(categories)
      // "A question" and "two questions" need no figure.
      for (const form of Object.values(message) as string[])
        expect(places(message.other), `${path}: ${form}`).toContain(places(form.replaceAll('{n}', '')))
    }
  })

  test('says what it is called, and which way it runs', () => {
    const { language } = languages[code]!
    expect(language.tag).toBe(code)
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code)
    expect(language.name.toLocaleLowerCase(code)).toBe(name?.toLocaleLowerCase(code))
    expect(language.direction).toBe(directionOf(code))
  })

  // Single words may well be the same: "Version", "Status".
  test.skipIf(code === 'en')('leaves no message empty or in English', () => {
    const english = new Map(wordsOf('en'))
    const untranslated = wordsOf(code).filter(([path, message]) => {
      const text = JSON.stringify(message)
      return (
        text === '""' || (text === JSON.stringify(english.get(path)) && /\p{L}\W+\p{L}+\W+\p{L}/u.test(text))
      )
    })
    expect(untranslated).toEqual([])
  })
})

test('content in a language without words is served in English', () => {
  expect(messagesFor('uk-UA')).toBe(languages['uk'])
  expect(messagesFor('eo')).toBe(languages['en'])
  expect(messagesFor()).toBe(languages['en'])
  expect([directionOf('ar-EG'), directionOf('he'), directionOf('en')]).toEqual(['rtl', 'rtl', 'ltr'])
})

test('plural forms and values find their place', () => {
  const say = wordsIn('uk')
  const message = { one: '{n} міст', few: '{n} мости', many: '{n} мостів', other: '{n} моста' }
  expect([1, 2, 5, 11, 21, 22].map((n) => say(message, { n }))).toEqual([
    '1 міст',
    '2 мости',
    '5 мостів',
    '11 мостів',
    '21 міст',
    '22 мости',
  ])
  expect(wordsIn('en')('{a} and {constructor}', { a: '{b}' })).toBe('{b} and {constructor}')
  expect(wordsIn('ar')('{n}', { n: 1234 })).toMatch(/^1.234$/)
})

test('a value that looks like a placeholder stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(fill('{a}|{b}', { a, b })).toBe(`${a}|${b}`)
    }),
  )
})

test('the guide counts what there is to translate', () => {
  const guide = readFileSync(new URL('../docs/adding-a-language.md', import.meta.url), 'utf8')
  const english = languages['en']!
  for (const file of Object.keys(english) as (keyof typeof english)[]) {
    if (file === 'language') continue
    expect(guide).toMatch(
      new RegExp(`\`${file}\\.json\`[^\\n]*\\| +${messagesOf(english[file]).length} +\\|`),
    )
  }
  expect(guide).toContain(`${wordsOf('en').length} messages`)
})
