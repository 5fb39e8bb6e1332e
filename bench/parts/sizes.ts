import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { emit, gzipped } from '../measure.ts'
import type { Part } from '../part.ts'
import { kilobytes } from '../table.ts'
import { writeContent } from '../write-content.ts'
import { writeMarpDecks } from '../write-marp-decks.ts'

/** What a page weighs on its way, gzip. */
export const sizes: Part = async ({ peers, folder, say }) => {
  say('sizes')
  const { root } = await writeContent(folder, { decks: 2 })
  const out = join(folder, 'out')
  await emit({ content: root, outputs: ['decks', 'quizzes'], out })
  const deck = 'harbours-0000'
  const page = await readFile(join(out, `decks/${deck}.html`), 'utf8')
  const withoutFonts = page.replaceAll(/url\((["']?)data:font\/[^)]*\)/g, 'url()')
  const hosted = gzipped(await readFile(join(out, `decks/${deck}/index.html`)))
  const shared = await weigh(join(out, 'decks/assets'))
  const quiz = gzipped(await readFile(join(out, 'quizzes/quiz-0000.html')))

  await peers.slidev(['build', `${deck}.md`, '--out', join(folder, 'slidev-built')], join(out, 'slidev'))
  const slidev = await weigh(join(folder, 'slidev-built'))
  await writeMarpDecks(root, join(folder, 'marp'))
  await peers.marp([join(folder, `marp/${deck}.md`), '-o', join(folder, 'marp.html')])
  const marp = gzipped(await readFile(join(folder, 'marp.html')))
  const oneFile = gzipped(withoutFonts)
  const started = await scriptTime(join(out, 'quizzes/quiz-0000.html'))
  return [
    {
      what: 'one-file deck without fonts, gzip',
      ours: kilobytes(oneFile),
      marp: kilobytes(marp),
      target: '≤ 200 kB',
      met: oneFile <= 200_000,
    },
    {
      what: 'the same with fonts',
      ours: kilobytes(gzipped(page)),
      target: '≤ 300 kB',
      met: gzipped(page) <= 300_000,
    },
    {
      what: 'hosted deck: scripts and styles on the first visit, fonts apart, gzip',
      ours: kilobytes(hosted + shared.code),
      slidev: kilobytes(slidev.code),
    },
    {
      what: 'hosted deck: what each further one adds',
      ours: kilobytes(hosted),
      slidev: kilobytes(slidev.code),
    },
    {
      what: 'fonts of the hosted decks, all files',
      ours: kilobytes(shared.fonts),
      slidev: kilobytes(slidev.fonts),
    },
    {
      what: 'quiz page of 20 questions, gzip',
      ours: kilobytes(quiz),
      target: '≤ 50 kB',
      met: quiz <= 50_000,
    },
    {
      what: 'the same, script from the navigation until it can be used',
      ours: `${Math.round(started)} ms`,
      target: '≤ 100 ms',
      met: started <= 100,
    },
  ]
}

/**
 * How long the scripts of a page run from the navigation until it can be used, in milliseconds: the median of
 * seven visits, each with nothing cached.
 */
async function scriptTime(file: string): Promise<number> {
  const browser = await launchBrowser()
  const times: number[] = []
  for (let visit = 0; visit < 7; visit++) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const debug = await context.newCDPSession(page)
    await debug.send('Performance.enable')
    await page.goto(pathToFileURL(file).href)
    await page.locator('html.plays').waitFor({ state: 'attached' })
    const { metrics } = await debug.send('Performance.getMetrics')
    times.push(1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value)
    await context.close()
  }
  await browser.close()
  return times.toSorted((a, b) => a - b)[3]!
}

/** Gzip bytes of all that is not a font, and bytes of the fonts, which are compressed as they are. */
async function weigh(folder: string): Promise<{ code: number; fonts: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  let code = 0
  let fonts = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const data = await readFile(join(entry.parentPath, entry.name))
    if (/\.woff2?$/.test(entry.name)) fonts += data.length
    else if (/\.(html|js|css|json|svg)$/.test(entry.name) && entry.name !== '404.html') code += gzipped(data)
  }
  return { code, fonts }
}
