// What of a hand-written file stands on slides of PowerPoint.

import { expect, test } from 'vitest'
import { handwrittenPages } from '../../scripts/outputs/exports/pptx/handwritten.ts'

const slide = (markdown: string, pictures?: { name: string; data: Uint8Array }[]) => ({
  kind: 'handwritten' as const,
  id: 'quay',
  file: 'quay.md',
  markdown,
  notes: { say: [], sources: [], minutes: 1 },
  facts: [],
  questions: [],
  ...(pictures ? { pictures } : {}),
})

test('tables, lists and headings are what they are; nothing of the Markdown is left', async () => {
  const pages = await handwrittenPages(
    slide(`# Two *lists*

| Who              | Bridges        |
| ---------------- | -------------: |
| **Office\\.az**  | 41, \`all\`    |
| [Guild](#guild)  | 38 &amp; a pier |

Which one
is right?

- Ask for **both**
- Read them

  twice

## After that

> 1\\. Count

\`\`\`
a = b_c
\`\`\`

<div class="x">Down <b>here</b></div>

::right::

<!-- Hidden. -->

| Month | Trips |
| ----- | ----- |
| May   | 9     |

<!--
Wait for them.

Then go on.
-->
`),
    ['Two minutes.'],
  )
  expect(pages).toEqual([
    {
      title: 'Two lists',
      master: 'content',
      table: {
        head: ['Who', 'Bridges'],
        rows: [
          ['Office.az', '41, all'],
          ['Guild', '38 & a pier'],
        ],
      },
      lines: [
        { role: 'plain', text: 'Which one is right?' },
        { role: 'point', text: 'Ask for both' },
        { role: 'point', text: 'Read them' },
        { role: 'point', text: 'twice' },
        { role: 'lead', text: 'After that' },
        { role: 'plain', text: '1. Count' },
        { role: 'plain', text: 'a = b_c' },
        { role: 'plain', text: 'Down here' },
        { role: 'point', text: 'Month · Trips' },
        { role: 'point', text: 'May · 9' },
      ],
      notes: ['Wait for them.', 'Then go on.', 'Two minutes.'],
    },
  ])
})

test('every slide of a file has its own words, hidden ones are left out, a picture is drawn', async () => {
  const png = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADUlEQVR4nGNgYGD4DwABBAEA6qrzmgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  const pages = await handwrittenPages(
    slide(
      '# One\n\nFirst. ![Steps](/pictures/quay.png)\n\n---\nhide: true\n---\n\n# Two\n\n---\n\n# Three\n\nThird. ![Gone](/pictures/no.png)\n',
      [{ name: 'quay.png', data: png }],
    ),
    [],
  )
  expect(pages.map(({ title, lines, drawing }) => [title, lines.map(({ text }) => text), drawing])).toEqual([
    ['One', ['First.'], { kind: 'picture', name: 'quay.png', data: png, size: { w: 2, h: 1 }, alt: 'Steps' }],
    ['Three', ['Third. Gone'], undefined],
  ])
})
