import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontmatterChecks } from '../../scripts/decks/checks/frontmatter.ts'
import { handwrittenTitles } from '../../scripts/decks/handwritten.ts'
import { nothingRuns, reachChecks } from '../../scripts/decks/checks/reach.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'

const said = (text: string): string[] => reachChecks(new Map([['a.md', text]])).map(formatDiagnostic)
const runs = (text: string): string[] =>
  nothingRuns(new Map([['a.md', text]])).map(
    (each) => /Unexpected (.*?) in a hand/.exec(each.message)?.[1] ?? '',
  )

test('frontmatter that refers to itself without end is an error at its place, and hurts nothing else', () => {
  const laughs = 'bcdefghi'.split('').map((name) => {
    const before = String.fromCharCode(name.charCodeAt(0) - 1)
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`
  })
  const slide = ['---', 'a: &a [ha, ha]', ...laughs, '---', '# Salt', ''].join('\n')
  expect(frontmatterChecks(new Map([['a.md', slide]])).map(formatDiagnostic)).toEqual([
    'slides/a.md:3:8: error: Unexpected frontmatter that refers to itself too often, expected values as they are; write them out instead of *names [outline/frontmatter]',
  ])
  expect(handwrittenTitles(slide, 'a.md')).toEqual([])
  expect(frontmatterChecks(new Map([['a.md', '---\na: &a x\nb: *a\n---\n# Salt\n']]))).toEqual([])
})

test('frontmatter that refers to nothing is told as that', () => {
  expect(
    frontmatterChecks(new Map([['a.md', '---\ntitle: Salt\nnote: *important\n---\n# Salt\n']])).map(
      formatDiagnostic,
    ),
  ).toEqual([
    'slides/a.md:3:7: error: Unexpected "*important" in frontmatter, which refers to a name that is none, expected "&important" before it; a text that begins with an asterisk stands in quotation marks [outline/frontmatter]',
  ])
})

test('files and other sites are named where a slide names them, all of them', () => {
  const slide = `# Salt

<style lang="postcss">
@import '/home/me/secret.css';
h1 { background: url("../../secret.png") }
h2 { background: url(https://fonts.example/a.woff2) }
</style>

<script setup>
import { ref } from 'vue'
import all from '../../secret.json?raw'
import far from 'https://cdn.example/far.js'
const files = import.meta.glob('../../**', { query: '?raw', eager: true })
const address = new URL('/etc/passwd', import.meta.url)
const worker = new Worker(address)
const late = import('~/late.ts')
</script>

<iframe src="https://video.example/1"></iframe>
<p style="background: url('/etc/a.png')">x</p>
<style src="./mine.css"></style>
`
  expect(
    said(slide)
      .map((line) => line.replace(/, expected.*\[/, ' ['))
      .toSorted(),
  ).toMatchInlineSnapshot(`
    [
      "slides/a.md:11:18: error: Unexpected file "../../secret.json?raw" in import of a hand-written slide [outline/outside-unit]",
      "slides/a.md:12:18: warning: Unexpected import "https://cdn.example/far.js" from another site [outline/other-site]",
      "slides/a.md:13:32: error: Unexpected import.meta.glob in a hand-written slide [outline/outside-unit]",
      "slides/a.md:14:26: error: Unexpected file "/etc/passwd" in address of a hand-written slide [outline/outside-unit]",
      "slides/a.md:15:20: error: Unexpected Worker in a hand-written slide [outline/no-worker]",
      "slides/a.md:16:22: error: Unexpected file "~/late.ts" in import of a hand-written slide [outline/outside-unit]",
      "slides/a.md:19:14: warning: Unexpected frame or media "https://video.example/1" from another site [outline/other-site]",
      "slides/a.md:20:28: error: Unexpected file "/etc/a.png" in the style of a hand-written slide [outline/outside-unit]",
      "slides/a.md:21:13: error: Unexpected file "./mine.css" in the source of a hand-written slide [outline/outside-unit]",
      "slides/a.md:4:10: error: Unexpected file "/home/me/secret.css" in style of a hand-written slide [outline/outside-unit]",
      "slides/a.md:5:23: error: Unexpected file "../../secret.png" in the style of a hand-written slide [outline/outside-unit]",
      "slides/a.md:6:22: warning: Unexpected style "https://fonts.example/a.woff2" from another site [outline/other-site]",
    ]
  `)
})

test('packages, addresses within the page, code that is shown and prose are let alone', () => {
  const slide = `# How to import "./salt"

We import 'salt' from "/the/sea", and say url(/x) and @import "./y" in prose.

\`\`\`js
import secret from '../../secret.json'
new Worker('./x.js')
\`\`\`

<!-- @import './old.css' -->

<style>
@import 'katex/dist/katex.min.css';
h1 { background: url(data:image/gif;base64,R0lGOD); filter: url(#blur) }
</style>

<script setup>
import { ref } from 'vue'
import { useNav } from '@slidev/client'
const where = 'see https://example.org'
</script>
`
  expect(said(slide)).toEqual([])
})

test('--data-only lets words and pictures pass, and nothing that runs', () => {
  const plain =
    '# A\n\n- one **two** `{{ three }}`\n\n<div class="mt-4">four</div>\n\n![five](six.png)\n\n```js\nalert(7)\n```\n'
  expect(runs(plain)).toEqual([])
  expect(
    [
      '<script setup>\nconst a = 1\n</script>',
      'On {{ $page }}',
      '<Counter />',
      '<b v-if="x">a</b>',
      '<b :title="x">a</b>',
      '<b @click="x">a</b>',
      '<img src="a.png" onerror="x()">',
      '[a](javascript:x())',
      '<iframe src="https://example.org"></iframe>',
    ].map((body) => runs(`# A\n\n${body}\n`)[0]),
  ).toEqual([
    '<script>',
    'expression in {{ }}',
    'component',
    'directive of Vue',
    'directive of Vue',
    'directive of Vue',
    'attribute that runs code',
    'address that runs code',
    'frame',
  ])
})

test('no text takes long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', 'style', ' ', '"', "'", 'url(', 'import', '\n', '>', '`'), {
        maxLength: 4000,
      }),
      (words) => {
        said(words.join(''))
        runs(words.join(''))
      },
    ),
    { numRuns: 30 },
  )
})
