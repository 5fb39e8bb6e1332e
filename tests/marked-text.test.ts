// The little Markdown of texts: what is markup, and that everything else is literal.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachMark, markedHtml, plainText, readMarks } from '../contract/marked-text.ts'
import { parseJson } from '../scripts/source/json-document.ts'
import { withoutMarks } from '../scripts/source/marked-fields.ts'
import { setMarks } from '../scripts/render/set-marks.ts'
import { textChecks } from '../scripts/source/text-checks.ts'
import { literalText } from './trust/content-folder.ts'

const html = (text: string): string => markedHtml(readMarks(text))
const document = (question: object) =>
  parseJson('questions/tides.json', JSON.stringify({ questions: [question] })).value!

test.each([
  ['a *b* c', 'a <em>b</em> c'],
  ['**not** all', '<strong>not</strong> all'],
  ['*a **b** c*', '<em>a <strong>b</strong> c</em>'],
  ['`a*b*c`', '<code>a*b*c</code>'],
  ['one\ntwo', 'one<br/>two'],
  [String.raw`\*a\* and \$5\$`, '*a* and $5$'],
  ['($x$)', '(<code>x</code>)'],
])('%j is markup', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test.each([
  '2 * 3 * 4',
  '5*3*2',
  '$60 to $70',
  '$60/$70',
  'US$60 and A$70',
  '$5 of the 20 A$ that',
  'file_name_x and __init__',
  '<b>bold</b> & {{ x }}',
  '# no heading',
  '- no list',
  '[no](link)',
  String.raw`C:\dir and \\server`,
  '* a star, another *',
  '`',
  '![no picture]',
  String.raw`So \! it is`,
])('%j is literal', (text) => {
  expect(readMarks(text)).toEqual([{ kind: 'text', text }])
})

test('any text is read, and without its marks no letter is lost or made', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '*', '**', '`', '$', '\\', '![', '](', ')', '\n', '1') }),
      (text) => {
        expect(plainText(readMarks(text)).replaceAll(/[\s*`$\\!()[\]a1]/g, '')).toBe('')
        expect(html(text)).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;)/)
      },
    ),
    { numRuns: 2000 },
  )
})

test('any text can be written literally: a backslash before each mark, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ' ', '*', '**', '`', '$', '\\', '!', '![', '](', ')', '1', "'"),
      }),
      (text) => {
        expect(readMarks(literalText(text))).toEqual(text === '' ? [] : [{ kind: 'text', text }])
      },
    ),
    { numRuns: 5000 },
  )
})

test('rules see the letters alone, in fields that are shown, and what has no markup stays as it is', () => {
  const { document: shown, marked } = withoutMarks(document({ stem: 'What is *c*?', id: '*c*', asks: '`x`' }))
  expect(shown.value).toEqual({ questions: [{ stem: 'What is c?', id: '*c*', asks: '`x`' }] })
  expect(marked.map((each) => [each.path, each.plain])).toEqual([[['questions', 0, 'stem'], 'What is c?']])
  const other = document({ stem: 'What costs $60?' })
  expect(withoutMarks(other).document).toBe(other)
})

test('a line break is one in texts that are shown, and refused elsewhere', () => {
  const found = textChecks([document({ stem: 'one\ntwo', title: 'one\ntwo' })])
  expect(found.map(({ message }) => message)).toEqual([
    'Unexpected control character U+000A in a text, expected one line that can be shown',
  ])
})

test('formulas become MathML that any reader of XML takes', async () => {
  const { value, diagnostics } = await setMarks(
    [document({ stem: String.raw`$\frac{a}{b} < c^2$` })],
    new Map(),
  )
  expect(diagnostics).toEqual([])
  const [marks] = Object.values(value)
  expect(markedHtml(marks!)).toBe(
    String.raw`<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="\frac{a}{b} &lt; c^2"><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>&lt;</mo><msup><mi>c</mi><mn>2</mn></msup></mrow></math>`,
  )
})

test('what cannot be shown is said, with its place and what to do', async () => {
  const pictures = new Map([['questions/tide.png', { name: 'tide-1.png', data: new Uint8Array(3) }]])
  const { value, diagnostics } = await setMarks(
    [
      document({ stem: String.raw`$\frac{a$ b` }),
      document({ stem: '![](tide.png)' }),
      document({ stem: '![A tide](ebb.png)' }),
      document({ stem: '![A tide](tide.png)' }),
    ],
    pictures,
  )
  expect(diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Unexpected formula "$\\frac{a$" (Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{a), expected TeX that KaTeX reads",
      "Unexpected picture "tide.png" without words, expected what it shows between the brackets, for who cannot see it",
      "Unexpected picture "ebb.png", expected the path of a PNG, JPEG, GIF, WebP or SVG file beside this file",
    ]
  `)
  const last = eachMark(value['A tide']!)
  expect(last).toMatchObject([{ kind: 'picture', data: 'AAAA', type: 'image/png' }])
})
