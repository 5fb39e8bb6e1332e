import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../../scripts/source/json-document.ts'
import { textChecks, textProblems } from '../../scripts/source/text-checks.ts'
import { document, shown } from './content.ts'

test('names every absurd text with its place, keys included', () => {
  const { value } = parseJson(
    'facts/odd.json',
    [
      '{',
      ' "lone": "\\ud83d",',
      ' "nul": "a\\u0000b",',
      ' "turned": ["ok", "\\u202eabc"],',
      ' "closed": "abc\\u2069",',
      ' "crossed": "\\u202a\\u2067x\\u202c\\u2069",',
      ' "no\\ufffecharacter": 1,',
      ' "latin": "caf\ufffd",',
      ' "lines": "a\\u2028b",',
      ` "long": "${'Donau'.repeat(21)}"`,
      '}',
    ].join('\n'),
  )
  expect(shown(textChecks([value!]))).toMatchInlineSnapshot(`
    [
      "facts/odd.json:2:10: error: Unexpected lone surrogate in a text, expected well-formed Unicode [source/text]",
      "facts/odd.json:3:9: error: Unexpected control character U+0000 in a text, expected one line that can be shown [source/text]",
      "facts/odd.json:4:19: error: Unexpected unbalanced direction control U+202E in a text, expected every embedding, override or isolate to be closed where it was opened [source/text]",
      "facts/odd.json:5:12: error: Unexpected unbalanced direction control U+2069 in a text, expected every embedding, override or isolate to be closed where it was opened [source/text]",
      "facts/odd.json:6:13: error: Unexpected unbalanced direction control U+202C in a text, expected every embedding, override or isolate to be closed where it was opened [source/text]",
      "facts/odd.json:7:2: error: Unexpected noncharacter U+FFFE in a text, expected characters that can be shown [source/text]",
      "facts/odd.json:8:11: error: Unexpected replacement character U+FFFD in a text, expected the letter itself: is the file saved as UTF-8? [source/text]",
      "facts/odd.json:9:11: error: Unexpected control character U+2028 in a text, expected one line that can be shown [source/text]",
      "facts/odd.json:10:10: error: Unexpected word of 105 characters ("DonauDonauDo…"), expected words of at most 100 [source/text]",
    ]
  `)
})

test.each([
  'plain',
  '\u2068isolated\u2069 and \u202Bembedded\u202C',
  '\u2067outer \u202Ainner\u202C\u2069',
  `https://example.org/${'a'.repeat(200)}`,
  '潮'.repeat(200),
  'น้ำ'.repeat(80),
  `${'bridge-'.repeat(40)}end`,
  '👩‍👩‍👧‍👦'.repeat(9),
  '\u200Fمد\u200E',
])('accepts %j', (text) => {
  expect(textProblems(text)).toEqual([])
})

test('never throws, and accepts all text that a person could write on a line', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', noUnicodeString: false } as never), (value) => {
      expect(Array.isArray(textChecks([document('facts/any.json', value)]))).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), (text) => {
      expect(textProblems(text)).toEqual([])
    }),
  )
})

test('reads nesting as deep as the parser allows', () => {
  const deep = `${'['.repeat(500)}"\\u202e"${']'.repeat(500)}`
  expect(textChecks([parseJson('facts/deep.json', deep).value!])).toHaveLength(1)
})

test('a word of more than 100 letters is found wherever it begins, and one of 100 is not', () => {
  for (const before of [0, 1, 50, 99, 100, 101, 150, 200, 201, 202, 303])
    for (const [length, problems] of [
      [100, 0],
      [101, 1],
      [250, 1],
    ] as const) {
      const text = `${'ab '.repeat(200).slice(0, before)} ${'x'.repeat(length)}${before % 2 ? '' : '/end'}`
      expect(textChecks([document('facts/long.json', { text })])).toHaveLength(problems)
    }
})
