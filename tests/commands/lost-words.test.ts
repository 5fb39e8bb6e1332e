// What a browser cannot show of a hand-written slide is an error where its author wrote it; what is made from
// facts always fits.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

/** The unit of the guide, its deck with these files in front. */
async function unitWith(slides: Record<string, string>): Promise<string> {
  const { folder } = await bridgeCopy()
  const at = join(folder, 'unit/slides')
  await mkdir(join(at, 'own'))
  const outline = JSON.parse(await readFile(join(at, 'bridge.json'), 'utf8')) as {
    sections: { slides: object[] }[]
  }
  outline.sections[0]?.slides.unshift(...Object.keys(slides).map((name) => ({ markdown: `own/${name}` })))
  await writeFile(join(at, 'bridge.json'), JSON.stringify(outline))
  for (const [name, text] of Object.entries(slides)) await writeFile(join(at, 'own', name), text)
  return folder
}

const list = Array.from({ length: 20 }, (_, index) => `- rope number ${index + 1}`).join('\n')

const build = (folder: string): ReturnType<typeof call> =>
  call(['build', '--only', 'deck-pdfs', '--content', 'unit', '--articles', 'articles'], folder)

/** What is there for screen readers, hidden or shown only later: nothing of it is missed. */
const fine = `# Fine

<span style="position:absolute;width:1px;height:1px;overflow:hidden">heard and not seen, however long it may be</span>
<b style="display:none;position:absolute;left:2000px">gone</b>
<b style="visibility:hidden;position:absolute;left:2000px">unseen</b>

<v-clicks>

- one
- two

</v-clicks>

The rope is $\\sqrt{4^2 + 3^2} = 5$ long.
`

test('words beyond the edge and diagrams that cannot be drawn are told, all of them and nothing else, and nothing is written', async () => {
  const folder = await unitWith({
    'fine.md': fine,
    'long.md': `---\nlayout: default\n---\n\n# Ropes\n\n${list}\n\n---\n\n# Wide\n\n<p style="white-space:nowrap">${'very '.repeat(30)}wide</p>\n`,
    'drawn.md': `# Drawn\n\n\`\`\`mermaid\ngraph LR\n  Sea --> --> Cloud\n\`\`\`\n\n\`\`\`txt\n${'never ending '.repeat(12)}\n\`\`\`\n`,
  })
  const before = await manifest(folder)
  const { code, err } = await build(folder)
  expect(code).toBe(1)
  const errors = err.filter((line) => line.includes('error:'))
  expect(errors.join('\n').replaceAll(/by \d+ of/g, 'by N of')).toMatchInlineSnapshot(`
    "slides/own/drawn.md:5:1: error: Unexpected diagram, expected one that Mermaid can draw: Parse error on line 2: graph LR Sea --> --> Cloud ------------------^ Expecting 'AMP', 'COLON', 'PIPE', 'TESTSTR', 'DOWN', 'DEFAULT', 'NUM', 'COMMA', 'NODE_STRING', 'BRKT', 'MINUS', 'MULT', 'UNICODE_TEXT', got 'LINK' [render/deck]
    slides/own/drawn.md:9:1: error: Unexpected words beyond the edge by N of the slide's 980 by 552 pixels, "never ending never ending never ending n…", expected all of a slide to be seen; shorten it, or make two slides of it [render/slide-fits]
    slides/own/long.md:21:3: error: Unexpected words beyond the edge by N of the slide's 980 by 552 pixels, "rope number 15" and 5 more, expected all of a slide to be seen; shorten it, or make two slides of it [render/slide-fits]
    slides/own/long.md:32:31: error: Unexpected words beyond the edge by N of the slide's 980 by 552 pixels, "very very very very very very very very …", expected all of a slide to be seen; shorten it, or make two slides of it [render/slide-fits]"
  `)
  expect(await manifest(folder)).toEqual(before)
})
