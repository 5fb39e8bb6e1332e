import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '../../contract/messages/registry.ts'
import { kinds, typeOf } from '../../question-types/types.ts'

test('the authoring guide has a line for every kind of question, in its own words', () => {
  const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8')
  const lines = [...guide.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(
    ([, kind, about, cannot]) => ({
      kind,
      about,
      cannot,
    }),
  )
  expect(lines.filter(({ kind }) => (kinds as readonly (string | undefined)[]).includes(kind))).toEqual(
    kinds.map((kind) => {
      const { about, cannot } = typeOf({ kind })
      return { kind, about, cannot: cannot.join('; ') }
    }),
  )
})

const keysOf = (value: object): string[] =>
  Object.entries(value)
    .map(([key, inner]) => `${key}: ${typeof inner}`)
    .toSorted()

test('the words of every type are there in every language', () => {
  for (const kind of kinds) {
    const { words } = typeOf({ kind })
    if (!words) continue
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(languages).toSorted())
    for (const language of Object.keys(words)) expect(keysOf(words[language]!)).toEqual(keysOf(words['en']!))
  }
})
