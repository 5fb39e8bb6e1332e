import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { formatDiagnostic } from '../scripts/diagnostics/diagnostic.ts'
import { parseJson } from '../scripts/source/json-document.ts'
import { validate } from '../scripts/source/validate.ts'

const problems = (text: string): string[] =>
  parseJson('facts/tides.json', text).diagnostics.map(formatDiagnostic)

test.each([
  [
    '{"a": }',
    'facts/tides.json:1:7: error: Unexpected "}", expected a value; is there a comma before the closing bracket? [source/json]',
  ],
  [
    '{\n  "a": 1,\n}',
    'facts/tides.json:3:1: error: Unexpected "}", expected a value; is there a comma before the closing bracket? [source/json]',
  ],
  ['', 'facts/tides.json:1:1: error: Unexpected end of file, expected the rest of the JSON [source/json]'],
  [
    '{"a":1',
    'facts/tides.json:1:7: error: Unexpected end of file, expected the rest of the JSON [source/json]',
  ],
  [
    '{a:1}',
    'facts/tides.json:1:2: error: Unexpected "a:1}", expected JSON; keys and texts stand in double quotes [source/json]',
  ],
  [
    '["x\ny"]',
    'facts/tides.json:1:4: error: Unexpected control character in a string, expected an escape such as \\n [source/json]',
  ],
])('says where %j is broken', (text, message) => {
  expect(problems(text)).toEqual([message])
})

test('says where a key stands twice', () => {
  expect(problems('{\n "a": 1,\n "a": 2\n}')).toEqual([
    'facts/tides.json:3:2: error: Unexpected second "a", expected every key once [source/unique-key]\nfacts/tides.json:2:2: note: first given here',
  ])
})

/** JSON text of objects whose members may share a name, and how many do. */
type Written = { text: string; repeated: number }
const { object } = fc.letrec<{ object: Written; value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('1', '"a\\": 1"', '"\\\\"', 'null').map((text) => ({ text, repeated: 0 })),
    fc.array(tie('value'), { maxLength: 3 }).map((values) => ({
      text: `[${values.map(({ text }) => text).join()}]`,
      repeated: values.reduce((sum, { repeated }) => sum + repeated, 0),
    })),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"a\\":"', '"__proto__"', '""'), tie('value')), {
      maxLength: 4,
    })
    .map((members) => ({
      text: `{ ${members.map(([name, { text }]) => `${name} : ${text}`).join(', ')} }`,
      repeated:
        members.reduce((sum, [, { repeated }]) => sum + repeated, members.length) -
        new Set(members.map(([name]) => JSON.parse(name))).size,
    })),
}))

test('finds every second member of a name, at any depth and however it is written', () => {
  fc.assert(
    fc.property(object, ({ text, repeated }) => {
      const { value, diagnostics } = parseJson('f.json', text)
      expect(diagnostics.map(({ rule }) => rule)).toEqual(Array(repeated).fill('source/unique-key'))
      expect(value?.value).toEqual(JSON.parse(text))
    }),
  )
})

test('knows the place of every value of a file without faults', () => {
  const lines = ['{', ' "a": [', '  1,', '  {"b": null}', ' ]', '}']
  const { value } = parseJson('f.json', lines.join('\n'))
  expect(value!.location(['a', 1, 'b'])).toEqual({ file: 'f.json', line: 4, column: 9 })
  expect(value!.location(['a', 1, 'b'], 'key')).toEqual({ file: 'f.json', line: 4, column: 4 })
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (any) => {
      expect(parseJson('f.json', JSON.stringify(any)).value!.location([])).toEqual({
        file: 'f.json',
        line: 1,
        column: 1,
      })
    }),
  )
})

const Slides = z.strictObject({
  title: z.string().min(1).max(5).describe('Name of the deck.'),
  kind: z.enum(['short', 'long']).optional(),
  last: z.literal(true).optional(),
  slides: z
    .array(
      z.union([
        z.strictObject({ facts: z.array(z.string()).min(1) }),
        z.strictObject({ question: z.string(), minutes: z.number().optional() }),
      ]),
    )
    .optional(),
})
const violations = (text: string): string[] =>
  validate(Slides, parseJson('f.json', text).value!).diagnostics.map(formatDiagnostic)

test.each([
  [
    '{}',
    [
      'f.json:1:1: error: Unexpected object without "title", expected a string there [source/schema]\n  note: Name of the deck.',
    ],
  ],
  [
    '{"title": 3}',
    ['f.json:1:11: error: Unexpected 3, expected a string [source/schema]\n  note: Name of the deck.'],
  ],
  [
    '{"title": "abcdefg"}',
    ['f.json:1:11: error: Unexpected 7 characters, expected at most 5 characters [source/schema]'],
  ],
  [
    '{"title": "a", "kidn": "long"}',
    [
      'f.json:1:16: error: Unexpected key "kidn", expected one of title, kind, last, slides; did you mean "kind"? [source/known-key]',
    ],
  ],
  [
    '{"title": "a", "kind": "shrt"}',
    [
      'f.json:1:24: error: Unexpected "shrt", expected "short" or "long"; did you mean "short"? [source/schema]',
    ],
  ],
  ['{"title": "a", "last": "yes"}', ['f.json:1:24: error: Unexpected "yes", expected true [source/schema]']],
  [
    '{"title": "a", "slides": [{"facts": []}]}',
    ['f.json:1:37: error: Unexpected empty list for "facts", expected a list of at least 1 [source/schema]'],
  ],
  [
    '{"title": "a", "slides": [{"question": "q", "minuts": 1}]}',
    [
      'f.json:1:45: error: Unexpected key "minuts", expected one of question, minutes; did you mean "minutes"? [source/known-key]',
    ],
  ],
  [
    '{"title": "a", "slides": [{"fact": "q"}]}',
    [
      'f.json:1:27: error: Unexpected object, expected an object with one of "facts", "question"; did you mean "facts"? [source/schema]',
    ],
  ],
])('says what is wrong with %s', (text, messages) => {
  expect(violations(text)).toEqual(messages)
})
