import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { progress } from '../../scripts/commands/progress.ts'
import { countFiles } from '../../scripts/commands/report.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call, listeningIo } from './call.ts'
import { packageCopy } from './package-copy.ts'

const withoutBrowser = { ...process.env, FACTDECK_BROWSER: '/nowhere/chromium' }

test('errors in the content: exit code 1 and the output as it was', async () => {
  const unit = await bridgeCopy()
  const dist = join(unit.folder, 'dist')
  const build = (...argv: string[]) => call(['build', '--content', 'unit', ...argv], unit.folder)
  await mkdir(dist)
  await writeFile(join(dist, 'index.html'), 'the last good one')
  const before = await manifest(unit.folder)
  expect((await build('--content', 'articles')).code).toBe(1)
  expect((await build('--articles', 'articles', '--content', 'nowhere')).code).toBe(2)
  expect(await manifest(unit.folder)).toEqual(before)

  await unit.edit('unit/facts/cost.json', (text) => text.replace('"mayor-cost"', '"union-cost"'))
  const spoilt = await manifest(unit.folder)
  const failed = await build()
  expect(failed).toMatchObject({ code: 1, out: [] })
  expect(failed.err.join('\n')).toMatch(/^facts\/cost\.json:\d+:\d+: error: .* \[fact\/unique-id\]$/m)
  expect(await manifest(unit.folder)).toEqual(spoilt)
})

test('an article that is not the recorded one stops a build that is given the articles', async () => {
  const unit = await bridgeCopy()
  await unit.edit('articles/bridge.txt', (text) => `${text}!`)
  const { code, err } = await call(['build', '--content', 'unit', '--articles', 'articles'], unit.folder)
  expect(code).toBe(1)
  expect(err[0]).toContain('[fact/article-digest]')
})

test('a reading pack has every passage beside its facts, once, and wants the articles', async () => {
  const { folder } = await bridgeCopy()
  const pack = (...argv: string[]) =>
    call(['build', '--content', 'unit', '--only', 'site,learn', '--reading-pack', ...argv], folder)
  const refused = await pack()
  expect(refused.code).toBe(2)
  expect(refused.err.join()).toContain('Unexpected reading pack without --articles DIR')
  expect((await pack('--articles', 'articles')).code).toBe(0)
  const page = await readFile(join(folder, 'dist/reading-pack.html'), 'utf8')
  expect(page).toContain('For teachers who may print the articles.')
  const facts = JSON.parse(await readFile(join(folder, 'unit/facts/cost.json'), 'utf8')) as {
    facts: { id: string; evidence: { start: number; end: number }[] }[]
  }
  const article = Array.from(await readFile(join(folder, 'articles/bridge.txt'), 'utf8'))
  for (const { id, evidence } of facts.facts) {
    expect(page).toContain(`facts.html#${id}"`)
    for (const { start, end } of evidence)
      expect(page.replaceAll('&#39;', "'")).toContain(
        article.slice(start, end).join('').replaceAll('\n', ' '),
      )
  }
  expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toContain('reading-pack.html')

  // The page to learn from leads from each fact to the first of its passages.
  const learn = await readFile(join(folder, 'dist/learn.html'), 'utf8')
  const led = [...learn.matchAll(/href="reading-pack\.html#([^"]+)"/g)].map(([, id]) => id!)
  expect(led).not.toEqual([])
  expect(led.filter((id) => page.split(`id="${id}"`).length !== 2)).toEqual([])
  await call(['build', '--content', 'unit', '--only', 'learn'], folder)
  expect(await readFile(join(folder, 'dist/learn.html'), 'utf8')).not.toContain('reading-pack')
})

test('without a browser: build makes all but PDFs of decks and says so, pdf ends with 3 and changes nothing', async () => {
  const { folder } = await bridgeCopy()
  const built = await call(['build', '--content', 'unit', '--articles', 'articles'], folder, {
    env: withoutBrowser,
  })
  expect(built.code).toBe(0)
  expect(built.out.join()).toMatch(/^dist\/index\.html: \d+ files made$/)
  expect(built.err.join('\n')).toMatchInlineSnapshot(`
    "note: no PDFs of decks were made: Unexpected lack of a browser, expected one at /nowhere/chromium
    install Chrome, Chromium or Edge, or run \`npx playwright-core install chromium\`, or name one in FACTDECK_BROWSER
    tried /nowhere/chromium: Failed to launch chromium because executable doesn't exist at /nowhere/chromium"
  `)
  const files = await manifest(join(folder, 'dist'))
  expect(Object.keys(files).filter((file) => !/^(slidev\/theme|decks\/assets)\//.test(file))).toEqual([
    '.factdeck',
    'class.html',
    'decks/bridge.html',
    'decks/bridge/index.html',
    'facts.html',
    'index.html',
    'learn-icon-192.png',
    'learn-icon-512.png',
    'learn-icon.svg',
    'learn-worker.js',
    'learn.html',
    'learn.webmanifest',
    'pdf/cost-key.pdf',
    'pdf/cost-worksheet-A-large.pdf',
    'pdf/cost-worksheet-A.pdf',
    'pdf/cost-worksheet-B.pdf',
    'pdf/cost-worksheet-C.pdf',
    'pdf/cost-worksheet-D.pdf',
    'quizzes/cost.html',
    'slidev/bridge.md',
  ])
  const refused = await call(['pdf', '--content', 'unit'], folder, { env: withoutBrowser })
  expect(refused).toMatchObject({ code: 3, out: [] })
  expect(refused.err.slice(1).join('\n')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected lack of a browser, expected one at /nowhere/chromium [render/browser]
    install Chrome, Chromium or Edge, or run \`npx playwright-core install chromium\`, or name one in FACTDECK_BROWSER
    tried /nowhere/chromium: Failed to launch chromium because executable doesn't exist at /nowhere/chromium"
  `)
  expect(await manifest(join(folder, 'dist'))).toEqual(files)
})

test('without --articles a build says once that the evidence was not re-checked', async () => {
  const { folder } = await bridgeCopy()
  const { code, err } = await call(['build', '--no-pdf', '--content', 'unit'], folder)
  expect({ code, err }).toEqual({
    code: 0,
    err: ['note: evidence was not re-checked against the articles; factdeck check --articles DIR does that'],
  })
})

test('broken templates: check and build name each, all at once, and leave the output as it was', async () => {
  const { folder } = await bridgeCopy()
  const { edit, run: runCopy } = await packageCopy()
  const spoil = (template: string, from: string | RegExp, to: string): Promise<void> =>
    edit(join('templates', template), from, to)
  await spoil('site/facts.njk', /$/, '{{ tide.high }}')
  await spoil('quiz/page.njk', /$/, '{% if %}')
  await spoil('print/worksheet.typ', /$/, '\n#nothing-of-this-name')
  await mkdir(join(folder, 'dist'))
  const run = (command: string): ReturnType<typeof runCopy> => runCopy([command, '--content', 'unit'], folder)
  const checked = await run('check')
  expect({ code: checked.code, stdout: checked.stdout }).toEqual({ code: 1, stdout: '' })
  expect(withoutPlaces(checked.stderr)).toMatchInlineSnapshot(`
    "templates/quiz/page.njk:LINE:COLUMN: error: Unexpected failure of a template: unexpected token: %} [render/template]
    templates/site/facts.njk:LINE:COLUMN: error: Unexpected failure of a template: attempted to output null or undefined value [render/template]
    "
  `)
  const built = await run('build')
  expect({ code: built.code, stdout: built.stdout }).toEqual({ code: 1, stdout: '' })
  expect(withoutPlaces(built.stderr)).toMatchInlineSnapshot(`
    "note: evidence was not re-checked against the articles; factdeck check --articles DIR does that
    templates/quiz/page.njk:LINE:COLUMN: error: Unexpected failure of a template: unexpected token: %} [render/template]
    templates/print/worksheet.typ:LINE:COLUMN: error: Unexpected failure of a template: unknown variable: nothing-of-this-name, hints: if you meant to use subtraction, try adding spaces around the minus signs: \`nothing - of - this - name\` [render/template]
    templates/site/facts.njk:LINE:COLUMN: error: Unexpected failure of a template: attempted to output null or undefined value [render/template]
    "
  `)
  expect(await manifest(join(folder, 'dist'))).toEqual({})
})

test('progress is drawn at a terminal, with what came out of a step, and silent in a pipe', async () => {
  expect(await drawn(false)).toBe('')
  // A build server has colours without a terminal.
  const seen = stripVTControlCharacters(await drawn(true))
  for (const part of ['decks', 'A bridge and its price', '3 files', / \d+\.\d s/, 'writing'])
    expect(seen).toMatch(part)
})

test('files that several decks have in common are counted once', () => {
  expect(countFiles(['a.html', 'font.woff2', 'b.html', 'font.woff2'].map((path) => ({ path })))).toBe(
    '3 files',
  )
  expect(countFiles([])).toBe('')
})

/** What two steps draw, one that ends well and one that does not. */
async function drawn(watched: boolean): Promise<string> {
  let text = ''
  const { io } = listeningIo('/', { watched })
  const shown = progress(io, (more) => {
    text += more
  })
  const value = await shown.step(
    'decks',
    async (detail) => {
      detail('A bridge and its price')
      return 3
    },
    (files) => `${files} files`,
  )
  expect(value).toBe(3)
  const failing = shown.step('writing', () => Promise.reject(new Error('full')), String)
  await expect(failing).rejects.toThrow('full')
  return text
}

/** The templates change: where exactly the fault stands is not the matter here. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/:\d+:\d+: error/g, ':LINE:COLUMN: error')
}
