// What supports each word of a statement, in the fact explorer: only where a build read the articles, and no
// word of theirs without being asked.

import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { bridgeCopy, emptyFolder } from '../commands/bridge.ts'
import { call, type Called } from '../commands/call.ts'
import { violations } from '../quiz/violations.ts'

const built = (folder: string, ...argv: string[]): Promise<Called> =>
  call(['build', '--content', 'unit', '--only', 'site', ...argv], folder)
const pageOf = (folder: string, page = 'facts.html'): Promise<string> =>
  readFile(join(folder, 'dist', page), 'utf8')

/** A unit with a word that stands in its article in other words. */
async function unitWithNearWords(): Promise<string> {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/cost.json', (text) =>
    text.replace('had reportedly cost more', 'was reportedly priced at more'),
  )
  return unit.folder
}

test('says nothing without the articles', async () => {
  const { folder } = await bridgeCopy()
  await built(folder)
  expect(await pageOf(folder)).not.toContain('class="support"')
})

test('each word has its kind of reason and its place, and no word of an article is shown', async () => {
  const folder = await unitWithNearWords()
  const { code, err } = await built(folder, '--articles', 'articles')
  expect(code).toBe(0)
  expect(err.join()).not.toContain('shows words of the articles')
  const page = await pageOf(folder)
  const article = Array.from(await readFile(join(folder, 'articles/bridge.txt'), 'utf8'))
  for (const [word, why, where] of rowsOf(page)) {
    const place = /^Coast News, characters (\d+)–(\d+)$/.exec(where!)
    if (why === 'stands in the article')
      expect(article.slice(Number(place![1]), Number(place![2])).join('').toLowerCase()).toBe(
        word!.toLowerCase(),
      )
  }
  const rows = rowsOf(page).map((row) => row.join(' | '))
  expect(rows).toContain('priced | a word with the same meaning | Coast News, characters 83–87')
  expect(rows).toContain('bridge | a name, place, source or date of this fact | ')
  expect(rows).toContain('that | says nothing by itself | ')
  expect(rows).toContain('cost | not in the passage; the author gives a reason | ')
  expect(page).not.toContain('puts it at up to')
  expect(page).not.toContain('it had reportedly')
  expect(page).not.toContain('own-words"')
  expect(page).not.toContain('role="note"')
})

test('with --show-passages their words stand beside, and both pages say that it is not to be passed on', async () => {
  const folder = await unitWithNearWords()
  const { code, err } = await built(folder, '--articles', 'articles', '--show-passages')
  expect(code).toBe(0)
  expect(err.join('\n')).toContain(
    'note: dist/facts.html shows words of the articles: do not publish dist and do not pass it on',
  )
  const page = await pageOf(folder)
  expect(page).toContain(
    '<blockquote>the builders&#39; union puts it at up to 55 million crowns</blockquote>',
  )
  expect(rowsOf(page).map((row) => row.join(' | '))).toContain(
    'priced | a word with the same meaning | “cost”, Coast News, characters 83–87',
  )
  for (const each of [page, await pageOf(folder, 'index.html')])
    expect(each).toContain('It is for use at home: do not publish it and do not pass it on.')
})

test.for([
  [[], 'Unexpected --show-passages without --articles DIR, expected the folder of the article texts'],
  [
    ['--articles', 'articles', '--only', 'decks'],
    'Unexpected --show-passages without the site, expected site in --only: the fact explorer shows them',
  ],
] as const)('--show-passages is refused where it can show nothing: %j', async ([argv, said]) => {
  const { folder } = await bridgeCopy()
  const { code, err } = await call(['build', '--content', 'unit', '--show-passages', ...argv], folder)
  expect(code).toBe(2)
  expect(err.join('\n')).toContain(said)
})

test('a language without a reader: nothing of words, passages where asked for, in its own words', async () => {
  const folder = await emptyFolder()
  const german = fileURLToPath(new URL('../fixtures/german-unit', import.meta.url))
  await cp(german, join(folder, 'unit'), { recursive: true })
  await cp(join(german, 'articles'), join(folder, 'articles'), { recursive: true })
  expect((await built(folder, '--articles', 'articles')).code).toBe(0)
  expect(await pageOf(folder)).not.toContain('class="support"')
  await built(folder, '--articles', 'articles', '--show-passages')
  const page = await pageOf(folder)
  expect(page).toContain('Was diese Aussage stützt')
  expect(page).toContain('class="own-words"')
  expect(page).not.toContain('<th scope="row">')
})

test('it is closed until asked for, by keyboard too, and axe finds nothing in it, wide or narrow and dark', async () => {
  const folder = await unitWithNearWords()
  await built(folder, '--articles', 'articles', '--show-passages')
  const browser = await launchBrowser()
  try {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 740 },
        colorScheme,
      })
      const page = await context.newPage()
      await page.goto(pathToFileURL(join(folder, 'dist/facts.html')).href)
      const support = page.locator('#mayor-cost details.support')
      expect(await support.locator('table').isVisible()).toBe(false)
      await support.locator('summary').press('Enter')
      expect(await support.locator('table').isVisible()).toBe(true)
      expect(await support.getByRole('row', { name: 'priced' }).isVisible()).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await violations(page)).toEqual([])
      await context.close()
    }
  } finally {
    await browser.close()
  }
})

/** Rows of the tables: word, reason, place. */
function rowsOf(page: string): string[][] {
  return Array.from(
    page.matchAll(/<tr(?: class="bare")?><th scope="row">([^<]*)<td>([^<]*)<td>([^<\n]*)/g),
    ([, ...cells]) => cells,
  )
}
