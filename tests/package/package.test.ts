// The package as people get it: packed, installed into an empty folder, and used there. Run by `npm run
// test:package`; it takes minutes, asks the registry, and says so where that cannot be reached.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonSchemas } from '../../scripts/commands/schemas.ts'
import { manifest, packageRoot } from '../trust/content-folder.ts'
import { installNodes } from '../trust/nodes.ts'

const run = promisify(execFile)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const shell = process.platform === 'win32'

let folder = ''
let offline: string | undefined
let installing = ''

/** Runs the installed command in the empty folder, as `npx factdeck` does. */
async function factdeck(
  args: readonly string[],
  node = process.execPath,
): Promise<{ stdout: string; stderr: string }> {
  return run(node, [join(folder, 'node_modules/factdeck/bin/factdeck.mjs'), ...args], { cwd: folder })
}

/** A test that needs what was installed. */
const installed = (name: string, check: () => Promise<void>): void =>
  test(name, async (context) => {
    context.skip(offline !== undefined, `the registry cannot be reached (${offline}): nothing was installed`)
    await check()
  })

describe('the package', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factdeck-package-'))
    const packed = await run(npm, ['pack', '--json', '--pack-destination', folder], {
      cwd: packageRoot,
      shell,
    })
    const [{ filename = '' } = {}] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('['))) as {
      filename?: string
    }[]
    try {
      const { stderr } = await run(npm, ['install', `./${filename}`, '--no-audit', '--no-fund'], {
        cwd: folder,
        shell,
      })
      installing = stderr
    } catch (thrown) {
      const { stderr = '' } = thrown as { stderr?: string }
      offline = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ENETUNREACH|ETIMEDOUT/.exec(stderr)?.[0]
      if (offline === undefined) throw thrown
    }
  }, 900_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('a checkout is left as it was', () => {
    expect(existsSync(join(packageRoot, 'lib'))).toBe(false)
  })

  installed('it installs without a warning, and without a bundler', async () => {
    expect(installing).toBe('')
    expect(
      (await readdir(join(folder, 'node_modules'))).filter((name) =>
        /^(?:vite|@slidev|esbuild|tsx)$/.test(name),
      ),
    ).toEqual([])
  })

  installed(
    'it starts a unit, checks it and builds everything, PDFs included, from what it carries',
    async () => {
      await factdeck(['init', 'my-unit'])
      const checked = await factdeck(['check', '--content', 'my-unit', '--articles', 'my-unit/articles'])
      expect(checked).toMatchObject({
        stderr: '',
        stdout: expect.stringContaining('Compared with the passages of 3 statements'),
      })
      const { stderr } = await factdeck(['build', '--content', 'my-unit', '--articles', 'my-unit/articles'])
      expect(stderr).toBe('')
      const made = Object.keys(await manifest(join(folder, 'dist')))
      expect(made).toEqual(
        expect.arrayContaining([
          'decks/tool-shelf.html',
          'decks/tool-shelf/index.html',
          'index.html',
          'pdf/tool-shelf-key.pdf',
          'pdf/tool-shelf-slides.pdf',
          'quizzes/tool-shelf.html',
          'slidev/tool-shelf.md',
        ]),
      )
      // What had to be made to make that: the browser is unpacked, fonts are cut, PDFs kept; nothing is bundled.
      // What was built and what was sound is noted beside that; the program comes compiled for this Node.
      const kept = await readdir(join(folder, 'node_modules/factdeck/.cache'))
      expect(kept.filter((name) => !/^(?:pdfs$|chromium-|cuts-)/.test(name))).toEqual(['builds', 'sound'])
    },
  )

  installed('slides that need Slidev’s compiler say what to install', async () => {
    await cp(join(folder, 'my-unit'), join(folder, 'scripted'), { recursive: true })
    await writeFile(
      join(folder, 'scripted/slides/boats.md'),
      '# Boats\n\n<script setup>\nconst boats = 2\n</script>\n\n{{ boats }}\n',
    )
    const outline = join(folder, 'scripted/slides/tool-shelf.json')
    const text = await readFile(outline, 'utf8')
    await writeFile(outline, text.replace('"slides": [', '"slides": [{ "markdown": "boats.md" },'))
    await expect(
      factdeck(['build', '--no-pdf', '--content', 'scripted', '--out', 'scripted-dist']),
    ).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/npm install @slidev\/cli@[\d.]+ .*vue@[\d.]+/),
    })
  })

  installed('every Node builds the same', async () => {
    const nodes = (await installNodes()) ?? []
    const trees = []
    for (const [index, node] of nodes.entries()) {
      await factdeck(['build', '--no-pdf', '--content', 'my-unit', '--out', `dist-${index}`], node)
      trees.push(await manifest(join(folder, `dist-${index}`)))
    }
    for (const tree of trees) expect(tree).toEqual(trees[0])
  })

  installed('the program of docs/api.md compiles with the types of the package, and runs', async () => {
    const guide = await readFile(join(packageRoot, 'docs/api.md'), 'utf8')
    await writeFile(join(folder, 'consumer.ts'), /```ts\n([^]*?)```/.exec(guide)?.[1] ?? '')
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "dependencies": { "factdeck": "*" } }')
    const require = createRequire(import.meta.url)
    const types = join(require.resolve('@types/node/package.json'), '../..')
    const options = [
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--strict',
      '--outDir',
      'out',
      '--typeRoots',
      types,
    ]
    const compiler = require.resolve('typescript/lib/tsc.js')
    await run(process.execPath, [compiler, ...options, '--types', 'node', 'consumer.ts'], {
      cwd: folder,
    }).catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout)
    })
    expect(await run(process.execPath, ['out/consumer.js'], { cwd: folder })).toEqual({
      stdout: '',
      stderr: '',
    })
    expect(await readFile(join(folder, 'made/titles.txt'), 'utf8')).toBe('A shelf of tools')
    expect(await readdir(join(folder, 'made/quizzes'))).toEqual(['tool-shelf.html'])
    expect(await readFile(join(folder, 'facts.schema.json'), 'utf8')).toBe(
      jsonSchemas().get('facts.schema.json'),
    )
  })
})
