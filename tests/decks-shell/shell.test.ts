// The shell as files: the same bytes anywhere, built once, and nothing in a page that could end or open an
// element of it.

import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { layoutNames } from '../../scripts/render/slidev/layout-names.ts'
import { openSlidevShell } from '../../scripts/render/slidev/shell.ts'
import { compiledBodies, hostile, sampleDeck, withCompiledSlides } from './sample-deck.ts'
import { asWritten, fixtureShell, fixtureTheme, packageRoot } from './site.ts'

const elsewhere = await mkdtemp(join(tmpdir(), 'factdeck-elsewhere-'))
afterAll(() => rm(elsewhere, { recursive: true, force: true }))

test('two builds in different folders give the same bytes', async () => {
  for (const part of ['contract', 'scripts', 'templates', 'tests/decks-shell', 'package.json']) {
    await cp(join(packageRoot, part), join(elsewhere, part), { recursive: true })
  }
  await symlink(join(packageRoot, 'node_modules'), join(elsewhere, 'node_modules'))
  const there = await openSlidevShell({
    packageRoot: elsewhere,
    themeFolder: join(elsewhere, 'tests/decks-shell/theme'),
    cacheFolder: join(elsewhere, 'cache'),
  })
  const here = await fixtureShell()
  const names = (shell: typeof here) => shell.sharedFiles.map(({ name }) => name)
  expect(names(there)).toEqual(names(here))
  const [a, b] = [await here.deckData(sampleDeck(), 'a'), await there.deckData(sampleDeck(), 'a')]
  const page = (shell: typeof here, deck: typeof a) => inOnePiece(shell.oneFilePage(deck, { notes: true }))
  expect(page(there, b) === page(here, a)).toBe(true)

  // As with slides compiled into it: the names of chunks are digests of what is in them.
  const slides = [compiledBodies.map(asWritten)]
  const [compiledHere, compiledThere] = [await here.withSlides(slides), await there.withSlides(slides)]
  expect(compiledHere.sharedFiles.length).toBeGreaterThan(5)
  expect(compiledThere.sharedFiles).toEqual(compiledHere.sharedFiles)
  const deck = withCompiledSlides(sampleDeck())
  const [c, d] = [await compiledHere.deckData(deck, 'c'), await compiledThere.deckData(deck, 'c')]
  expect(page(compiledThere, d) === page(compiledHere, c)).toBe(true)
})

test('the names of layouts are found without the shell', async () => {
  expect(layoutNames(fixtureTheme)).toEqual((await fixtureShell()).layouts)
})

test('a kept shell opens without Vite and Slidev', async () => {
  await fixtureShell()
  const script = `
    const { openSlidevShell } = await import('./scripts/render/slidev/shell.ts')
    const shell = await openSlidevShell(${JSON.stringify({ packageRoot, themeFolder: fixtureTheme, cacheFolder: join(packageRoot, '.cache/tests') })})
    const loaded = process.report.getReport().sharedObjects.filter((name) => /rolldown|lightningcss/.test(name))
    process.stdout.write(JSON.stringify({ loaded, layouts: shell.layouts.length }))
  `
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx/esm', '--input-type=module', '--eval', script],
    { cwd: packageRoot },
  )
  const { loaded, layouts } = JSON.parse(stdout) as { loaded: string[]; layouts: number }
  expect(loaded).toEqual([])
  expect(layouts).toBeGreaterThan(3)
})

test('a page states that it loads nothing from elsewhere, and carries hostile text as data', async () => {
  const shell = await fixtureShell()
  const deck = await shell.deckData(sampleDeck({ title: 'Q & <A>' }), 'a')
  const page = String(inOnePiece(shell.oneFilePage(deck, { notes: true })))
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toMatch(
    /^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'$/,
  )
  expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Q &amp; &lt;A&gt;')
  expect(page.includes(hostile)).toBe(false)
  expect(page.split('</script').length - 1).toBe(3)
  expect(
    page.match(/https?:\/\/[^"'`\s)<\\]+/g)?.filter((url) => /\.(?:js|css|woff2?|png)\b/.test(url)),
  ).toEqual([])
})
