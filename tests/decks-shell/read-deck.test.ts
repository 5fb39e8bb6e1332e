import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFrontmatterLines } from '../../scripts/render/slidev/frontmatter.ts'
import { needsCompiler } from '../../scripts/render/slidev/compiled-slides.ts'
import { readDeck } from '../../scripts/render/slidev/read-deck.ts'
import { hostile, sampleDeck } from './sample-deck.ts'

const read = (markdown: string) =>
  readDeck(markdown, { id: 'sugar', layouts: ['cover', 'default', 'statement', 'checkpoint'], themeMeta: {} })
const failure = async (markdown: string) => String(await read(markdown).catch((thrown: unknown) => thrown))

test('reads slides, notes and settings of an ordinary deck', async () => {
  const deck = await read(sampleDeck())
  expect(deck.slides.map(({ layout, title }) => `${layout}: ${title}`)).toEqual([
    'cover: Tides and bridges',
    'statement: Tides',
    'checkpoint: Check',
    'statement: Bridges',
    'default: Written by hand',
    'default: Vue {{ 6 * 7 }}',
  ])
  expect(deck.slides[1]?.frontmatter.fact).toEqual({ statement: hostile, status: 'documented' })
  expect(deck.slides[1]?.noteHTML).toMatchInlineSnapshot(`
    "<p>Say this about tides. <span class="slidev-note-click-mark" data-clicks="1"></span> Then <strong>that</strong>.</p>
    "
  `)
  expect([deck.title, deck.language, deck.configs.routerMode]).toEqual(['Tides and bridges', 'en-GB', 'hash'])
})

test('keeps slots, and compiles only the body that needs it', async () => {
  const { slides, renders } = await read(
    '---\nlayout: default\n---\n\nPlain.\n\n::right::\n\nOn {{ $page }}.\n',
  )
  expect(slides[0]?.body).toEqual({ default: '<p>Plain.</p>' })
  expect(Object.keys(slides[0]?.compiled ?? {})).toEqual(['right'])
  expect(Object.keys(renders ?? {})).toEqual(Object.values(slides[0]?.compiled ?? {}))
})

test('names the layout that there is not, and where', async () => {
  expect(await failure('---\nlayout: cover\n---\n\n---\nlayout: covr\n---\n')).toMatchInlineSnapshot(
    `"Error: sugar.md:5: Unexpected layout "covr", expected one of cover, default, statement, checkpoint"`,
  )
})

test('says what the shell cannot show', async () => {
  expect(await failure('---\nlayout: default\n---\n\n```js\n1\n```\n')).toMatchInlineSnapshot(
    `"Error: sugar.md:1: Unexpected code block, expected what the slide shell can show"`,
  )
  expect(await failure('---\nlayout: default\n---\n\n<b :title="1 +">x</b>\n')).toMatchInlineSnapshot(
    `"Error: sugar.md:1: Unexpected Vue template: Error parsing JavaScript expression: Unexpected token (1:4)"`,
  )
  expect(await failure('---\nlayout: [default\n---\n')).toMatchInlineSnapshot(`
    "Error: sugar.md:1: Unexpected frontmatter: Flow sequence in block collection must be sufficiently indented and end with a ] at line 2, column 1:

    layout: [default

    ^
    "
  `)
})

test.each([
  ['a fence', '```mermaid\ngraph TD\n```', 'code block'],
  ['a script', '<script setup>\nlet a = 1\n</script>', '<script>'],
  ['math', 'so $a + b$ is', 'formula between dollar signs'],
  ['prices', 'from $5 to $6', undefined],
  ['Vue', '{{ $page }} of {{ $nav.total }} <v-click>x</v-click>', undefined],
])('%s', (_, markdown, reason) => {
  expect(needsCompiler(markdown)).toBe(reason)
})

test('reads back what stands in frontmatter lines', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]\w{0,8}$/), fc.jsonValue(), { noNullPrototype: true }),
      (value) => {
        const text = Object.entries(value)
          .map(([key, held]) => `${key}: ${JSON.stringify(held)}`)
          .join('\n')
        expect(parseFrontmatterLines(text)).toEqual(JSON.parse(JSON.stringify(value)))
      },
    ),
  )
})

test('leaves other frontmatter to YAML', () => {
  expect(parseFrontmatterLines('a: Plain words')).toBeUndefined()
  expect(parseFrontmatterLines('a:\n  - Plain words')).toBeUndefined()
  expect(parseFrontmatterLines('a: 1\na: 2')).toBeUndefined()
})
