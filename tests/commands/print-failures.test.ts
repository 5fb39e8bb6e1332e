// What a person is told when printing fails, and that what was made before stays as it was.

import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Browser } from '../../scripts/render/browser.ts'
import { mortal } from '../print/mortal.ts'
import { bridgeCopy, emptyFolder, manifest } from './bridge.ts'
import { call } from './call.ts'

const hooks = vi.hoisted(() => ({
  around: (launch: () => Promise<Browser>): Promise<Browser> => launch(),
  patience: undefined as number | undefined,
}))

vi.mock(import('../../scripts/render/browser.ts'), async (original) => {
  const real = await original()
  return { ...real, launchBrowser: (choice) => hooks.around(() => real.launchBrowser(choice)) }
})

vi.mock(import('../../scripts/render/deck-printer.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    openDeckPrinter: (setup) =>
      real.openDeckPrinter(
        hooks.patience === undefined ? setup : Object.assign(setup, { patience: hooks.patience }),
      ),
  }
})

// What was printed by another test is printed again here.
vi.mock(import('../../scripts/render/kept-pdfs.ts'), async (original) => ({
  ...(await original()),
  openKeptPdfs: () => ({ none: true, of: (_names, _inputs, make) => make() }),
}))

beforeEach(() => {
  hooks.around = (launch) => launch()
  hooks.patience = undefined
})

/** The unit of the guide, with an output of before. */
async function unitWithOutput(): Promise<Awaited<ReturnType<typeof bridgeCopy>>> {
  const unit = await bridgeCopy()
  const dist = join(unit.folder, 'dist')
  await mkdir(join(dist, 'pdf'), { recursive: true })
  await writeFile(join(dist, '.factdeck'), '')
  await writeFile(join(dist, 'pdf/bridge-slides.pdf'), 'the last good one')
  return unit
}

const pdf = (folder: string, over = {}): ReturnType<typeof call> =>
  call(['pdf', '--content', 'unit', '--articles', 'articles'], folder, over)

test('a browser that dies while it prints: exit code 1, which deck, and what to do', async () => {
  const { folder } = await unitWithOutput()
  const before = await manifest(folder)
  let launch: (() => Promise<Browser>) | undefined
  hooks.around = (real) => (launch ??= mortal(9, real).launch)()
  const { code, out, err } = await pdf(folder)
  expect({ code, out, err }).toEqual({
    code: 1,
    out: [],
    err: [
      'factdeck: error: Unexpected end of the browser while it printed deck "bridge", twice; the machine may be short of memory, or FACTDECK_BROWSER may name another browser [render/print]',
    ],
  })
  expect(await manifest(folder)).toEqual(before)
})

test('a deck that does not finish loading: exit code 1, which deck, and where to look', async () => {
  const { folder } = await unitWithOutput()
  const before = await manifest(folder)
  hooks.patience = 2000
  hooks.around = async (launch) => {
    const browser = await launch()
    const open = browser.newPage.bind(browser)
    browser.newPage = async (options) => {
      const page = await open(options)
      const go = page.goto.bind(page)
      page.goto = async (url, how) => {
        await page.route('**/*.js', (route) => route.abort())
        return go(url, how)
      }
      return page
    }
    return browser
  }
  const { code, out, err } = await pdf(folder)
  expect({ code, out, err }).toEqual({
    code: 1,
    out: [],
    err: [
      'factdeck: error: Unexpected wait for deck "bridge", expected all its slides within 2 seconds; open decks/bridge.html to see which one does not appear [render/print]',
    ],
  })
  expect(await manifest(folder)).toEqual(before)
})

test('a hand-written slide that cannot be read: exit code 1 and its place', async () => {
  const unit = await unitWithOutput()
  await unit.write(
    'unit/slides/piers.md',
    '---\nclass: low\nlayout: statment\n---\n\n# Piers\n\n---\nclass: "low\n---\n\n# More\n\n---\nlayout: gangway\n---\n\n# Last\n',
  )
  await unit.edit('unit/slides/bridge.json', (text) =>
    text.replace('"slides": [', '"slides": [{ "markdown": "piers.md" },'),
  )
  const before = await manifest(unit.folder)
  const { code, out, err } = await pdf(unit.folder)
  expect({ code, out }).toEqual({ code: 1, out: [] })
  expect(err.join('\n').replaceAll(/expected one of [\w, -]*/g, 'expected one of ...'))
    .toMatchInlineSnapshot(`
    "slides/piers.md:3:9: error: Unexpected layout "statment", expected one of ...; did you mean "statement"? [render/deck]
    slides/piers.md:10:1: error: Unexpected frontmatter, expected YAML: Missing closing "quote [render/deck]
    slides/piers.md:15:9: error: Unexpected layout "gangway", expected one of ...[render/deck]"
  `)
  expect(await manifest(unit.folder)).toEqual(before)
})

test('a cache that cannot be written: exit code 1 and its path', async () => {
  const { folder } = await unitWithOutput()
  await writeFile(join(folder, 'file'), '')
  const before = await manifest(folder)
  const env = { ...process.env, FACTDECK_CACHE: join(folder, 'file/cache') }
  const { code, out, err } = await pdf(folder, { env })
  expect({ code, out }).toEqual({ code: 1, out: [] })
  expect(
    err
      .join('\n')
      .replaceAll(folder, '')
      .replaceAll(/shell-[\w.-]+/g, 'shell'),
  ).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected cache folder /file/cache: a file stands where a folder is expected; expected one that can be written: give another with FACTDECK_CACHE [render/cache]"
  `)
  expect(await manifest(folder)).toEqual(before)
})

test.runIf(process.platform === 'linux')(
  'a build leaves nothing in the temporary folder, whichever browsers it looked for',
  async () => {
    const { folder } = await bridgeCopy()
    const temporary = await emptyFolder()
    const program = fileURLToPath(new URL('../../bin/factdeck.mjs', import.meta.url))
    const build = ['pdf', '--content', 'unit', '--articles', 'articles']
    await promisify(execFile)(process.execPath, [program, ...build], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
    })
    expect(await readdir(temporary)).toEqual([])
  },
)

// A disk that is full needs a disk of one's own; a limit on the size of files ends writing at the same place.
test.runIf(process.platform === 'linux')('writing that is cut short leaves the old output', async () => {
  const { folder } = await unitWithOutput()
  const before = await manifest(folder)
  const program = fileURLToPath(new URL('../../bin/factdeck.mjs', import.meta.url))
  const limited = `trap '' XFSZ; ulimit -f 64; exec "$@"`
  const build = ['build', '--no-pdf', '--content', 'unit', '--articles', 'articles']
  const failed = promisify(execFile)('sh', ['-c', limited, 'sh', process.execPath, program, ...build], {
    cwd: folder,
  })
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^factdeck: error: Unexpected end of writing: files may not be that large \(.*\); what was there before is unchanged \[source\/output\]\n$/,
    ),
  })
  expect(await manifest(folder)).toEqual(before)
})
