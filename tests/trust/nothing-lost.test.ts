// Real builds, killed, crowded and cut off: the output is always the old tree or the new one.

import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../scripts/commands/main.ts'
import { lockOutput, recoverOutput } from '../../scripts/source/output-tree.ts'
import {
  factdeck,
  fingerprint,
  makeFolder,
  manifest,
  removeFolders,
  start,
  tinyContent,
  works,
  writeContent,
  type Run,
} from './content-folder.ts'

let parent: string
let duration: number
/** Folder and tree of two contents that differ. */
let contents: { folder: string; tree: Record<string, string> }[]
const canMount = await works('unshare', '--mount', 'true')

const args = (content: string, out: string): string[] => [
  'build',
  // Without PDFs, which take most of the time of a build.
  '--only',
  'quizzes,decks,site',
  '--content',
  content,
  '--out',
  out,
]

beforeAll(async () => {
  parent = await makeFolder()
  contents = []
  for (const title of ['Ebb', 'Flood']) {
    const files = tinyContent()
    files['facts/unit.json'] = { ...files['facts/unit.json'], title }
    const folder = join(parent, title)
    await writeContent(folder, files)
    const begin = performance.now()
    const run = await factdeck(args(folder, join(parent, `${title}-out`)))
    duration = performance.now() - begin
    expect(run).toMatchObject({ code: 0 })
    contents.push({ folder, tree: await manifest(join(parent, `${title}-out`)) })
  }
  expect(contents[0]?.tree).not.toEqual(contents[1]?.tree)
})

afterAll(removeFolders)

test('a build killed at any moment leaves the old tree or the new one, and the content as it was', async () => {
  const folder = join(parent, 'killed')
  const out = join(folder, 'dist')
  const before = await Promise.all(contents.map((each) => fingerprint(each.folder)))
  const wrong: unknown[] = []
  let now = -1
  for (let kill = 0; kill < 12; kill++) {
    const next = contents[kill % 2]!
    const build = start(args(next.folder, out))
    // Spread over the build, the last part of which writes: it gets half of the kills.
    const share = kill % 2 === 0 ? kill / 12 : 0.75 + kill / 40
    await new Promise((resolve) => setTimeout(resolve, duration * share))
    build.process.kill('SIGKILL')
    await build.ended
    await recoverOutput(out)
    const found = JSON.stringify(await manifest(out))
    const which = contents.findIndex(({ tree }) => JSON.stringify(tree) === found)
    if (which === -1 && !(now === -1 && found === '{}')) wrong.push({ kill, found })
    now = Math.max(now, which)
  }
  expect(wrong).toEqual([])
  expect(await factdeck(args(contents[1]!.folder, out))).toMatchObject({ code: 0 })
  expect(await manifest(out)).toEqual(contents[1]!.tree)
  expect(await readdir(folder)).toEqual(['dist'])
  expect(await Promise.all(contents.map((each) => fingerprint(each.folder)))).toEqual(before)
})

test.each(['SIGINT', 'SIGTERM'] as const)('a build ends at once by %s, as at Ctrl-C', async (signal) => {
  const folder = join(parent, signal)
  await mkdir(folder)
  const build = start(args(contents[0]!.folder, join(folder, 'dist')))
  await expect.poll(() => readdir(folder), { interval: 5 }).toContain('.dist.lock')
  build.process.kill(signal)
  expect(await build.ended).toMatchObject({ code: null, signal })
  await recoverOutput(join(folder, 'dist'))
  expect(await readdir(folder)).toEqual([])
})

test('while somebody builds, another is told who, and changes nothing', async () => {
  const out = join(parent, 'held/dist')
  const lock = await lockOutput(out)
  await lock.replace([{ path: 'index.html', data: 'old' }])
  const run = await factdeck(args(contents[0]!.folder, out))
  await lock.release()
  expect(run.code).toBe(1)
  expect(run.err).toContain(`Unexpected build in progress (process ${process.pid} on `)
  expect(run.err).toContain('[source/output-busy]')
  expect(Object.keys(await manifest(out))).toEqual(['.factdeck', 'index.html'])
})

test('two builds at once: one wins, and the tree is whole', async () => {
  const out = join(parent, 'twice/dist')
  const runs = await Promise.all(contents.map(({ folder }) => factdeck(args(folder, out))))
  // The second may also have begun after the first had ended.
  const odd = runs.filter(({ code, err }) => code !== 0 && !(code === 1 && err.includes('build in progress')))
  expect(odd).toEqual([])
  expect(runs.some(({ code }) => code === 0)).toBe(true)
  expect(contents.map(({ tree }) => tree)).toContainEqual(await manifest(out))
  expect(await readdir(join(parent, 'twice'))).toEqual(['dist'])
})

test('an output folder that is something else is refused', async () => {
  const folder = contents[0]!.folder
  await writeFile(join(parent, 'file'), 'mine')
  await mkdir(join(parent, 'home/letters'), { recursive: true })
  // A folder that factdeck made, and somebody put content into.
  await cp(folder, join(parent, 'made/unit'), { recursive: true })
  await writeFile(join(parent, 'made/.factdeck'), '')
  await symlink(folder, join(parent, 'link'))
  const before = await fingerprint(folder)
  const told = async (out: string, content = folder, ...more: string[]): Promise<string> => {
    const said: string[] = []
    const code = await main([...args(content, out), ...more], {
      out: (text) => void said.push(text),
      err: (text) => void said.push(text),
      watched: false,
      cwd: parent,
      env: process.env,
      input: async () => '',
      open: async () => {},
      stopped: () => new Promise(() => {}),
    })
    return `${code}: ${said.find((line) => line.includes('error')) ?? said.join()}`.replaceAll(
      parent,
      'PARENT',
    )
  }
  expect([
    await told(join(parent, 'file')),
    await told(join(parent, 'file/below')),
    await told(join(parent, 'home')),
    await told(folder),
    await told(join(folder, 'facts/out')),
    await told(join(folder, 'slides')),
    await told(join(parent, 'link/facts/out')),
    await told(join(parent, 'made'), join(parent, 'made/unit')),
    await told(join(parent, 'home'), folder, '--articles', 'home/letters'),
  ]).toMatchInlineSnapshot(`
    [
      "2: factdeck: error: Unexpected file PARENT/file, expected a folder to write the output to [source/output-foreign]",
      "1: factdeck: error: Unexpected end of writing: a file stands where a folder is expected (PARENT/file/below); what was there before is unchanged [source/output]",
      "2: factdeck: error: Unexpected folder PARENT/home with "letters" and without .factdeck, expected one that factdeck made, an empty or a new one: a build replaces everything in it. Give another --out DIR, or empty this one [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/Ebb around the content folder facts/, expected one beside it: a build replaces everything in it [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/Ebb/facts/out within the content folder facts/, expected one outside of it [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/Ebb/slides within the content folder slides/, expected one outside of it [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/link/facts/out within the content folder facts/, expected one outside of it [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/made around the content folder facts/, expected one beside it: a build replaces everything in it [source/output-foreign]",
      "2: factdeck: error: Unexpected output folder PARENT/home around the articles, expected one beside it: a build replaces everything in it [source/output-foreign]",
    ]
  `)
  expect(await fingerprint(folder)).toEqual(before)
})

test.skipIf(!canMount)('a full and a read-only disk leave the old tree', async () => {
  const disk = join(parent, 'disk')
  await mkdir(disk)
  // A disk of its own that holds the tree once but not twice; then the same disk, read-only.
  const script = `
    set -e
    mount -t tmpfs -o size=64m tmpfs ${disk}
    build() { "$@" --out ${disk}/dist || echo "code $?" >&2; }
    build "$@" --content ${contents[0]!.folder}
    (cd ${disk}/dist && find . -type f | sort | xargs sha256sum) | sha256sum
    mount -o remount,size=$(( $(du -sk ${disk} | cut -f1) + 300 ))k ${disk}
    build "$@" --content ${contents[1]!.folder}
    ls -A ${disk}
    mount -o remount,ro ${disk}
    build "$@" --content ${contents[1]!.folder}
    ls -A ${disk}
    (cd ${disk}/dist && find . -type f | sort | xargs sha256sum) | sha256sum`
  const run: Run = await factdeck(['build', '--no-pdf'], {
    wrap: ['unshare', '--mount', 'bash', '-c', script, 'bash'],
  })
  const [, first, afterFull, afterReadOnly, last] = run.out.trim().split('\n')
  expect({ same: first !== undefined && first === last, afterFull, afterReadOnly }).toEqual({
    same: true,
    afterFull: 'dist',
    afterReadOnly: 'dist',
  })
  expect(
    run.err
      .split('\n')
      .filter((line) => /error|^code/.test(line))
      .map((line) => line.replaceAll(parent, 'PARENT').replace(/\([^)]*\)/, '(PATH)')),
  ).toMatchInlineSnapshot(`
    [
      "factdeck: error: Unexpected end of writing: the disk is full (PATH); what was there before is unchanged [source/output]",
      "code 1",
      "factdeck: error: Unexpected end of writing: the disk is read-only (PATH); what was there before is unchanged [source/output]",
      "code 1",
    ]
  `)
})
