import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const stages = [
  'diagnostics',
  'source',
  'languages',
  'facts',
  'questions',
  'decks',
  'render',
  'outputs',
  'commands',
]
const mayTouchTheDisk = ['source', 'render', 'commands']
const disk =
  /^(node:)?(fs|fs\/promises|child_process|http|net|worker_threads|os)$|^(vite|chokidar|playwright-core|rolldown)$/

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

const imports = ['contract', 'scripts', 'templates']
  .flatMap(filesBelow)
  .filter((file) => /\.(?:ts|vue)$/.test(file))
  .flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^(?:import|export)\s[^'"]*?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
      ),
    ].map((match) => {
      const specifier = match[1] ?? match[2] ?? ''
      return {
        file,
        specifier,
        target: specifier.startsWith('.') ? join(file, '..', specifier).split(sep).join('/') : undefined,
      }
    }),
  )
const side = (path: string | undefined): string | undefined => path?.split('/')[0]
const stageOf = (path: string): string | undefined => /^scripts\/([^/]+)\//.exec(path)?.[1]
// The pieces of a large output lie in a folder of its name: outputs/site.ts and outputs/site/*.ts are one.
const outputOf = (path: string): string | undefined => /^scripts\/outputs\/([^/.]+)/.exec(path)?.[1]

test('every folder of scripts/ is a stage', () => {
  expect(
    filesBelow('scripts').filter(
      (file) => file !== 'scripts/cli.ts' && !stages.includes(stageOf(file) ?? ''),
    ),
  ).toEqual([])
})

test('form and machinery do not import each other, and what both share imports neither', () => {
  const allowed: Record<string, readonly string[]> = {
    contract: ['contract'],
    scripts: ['contract', 'scripts'],
    templates: ['contract', 'templates'],
  }
  const offenders = imports.filter(({ file, target }) => {
    const [from, to] = [side(file) ?? '', side(target) ?? '']
    return to in allowed && !allowed[from]?.includes(to)
  })
  expect(offenders).toEqual([])
})

test('a stage imports only itself and earlier ones', () => {
  const offenders = imports.filter(({ file, target }) => {
    const [from, to] = [stageOf(file), stageOf(target ?? '')]
    return from !== undefined && to !== undefined && stages.indexOf(to) > stages.indexOf(from)
  })
  expect(offenders).toEqual([])
})

test('outputs do not know each other', () => {
  const offenders = imports.filter(
    ({ file, target }) =>
      stageOf(file) === 'outputs' &&
      stageOf(target ?? '') === 'outputs' &&
      target !== 'scripts/outputs/output.ts' &&
      outputOf(file) !== outputOf(target ?? ''),
  )
  expect(offenders).toEqual([])
})

test('only source, render and commands touch the disk', () => {
  const offenders = imports.filter(
    ({ file, specifier }) => disk.test(specifier) && !mayTouchTheDisk.includes(stageOf(file) ?? 'source'),
  )
  expect(offenders).toEqual([])
})

test('imports were found at all', () => {
  expect(imports.length).toBeGreaterThan(30)
})

/** A module of a language may say which. */
function withoutLanguageName(file: string, text: string): string {
  return file.startsWith('scripts/languages/') ? text.replaceAll(/\bukrainian\b/gi, '') : text
}

test('machinery and form know nothing of the topic of the sample content', () => {
  const topic = /\b(russia|north.korea|ukrain|caliber|putin|kremlin|moscow|pyongyang|barrel|refiner)/i
  const offenders = [...filesBelow('contract'), ...filesBelow('scripts'), ...filesBelow('templates')]
    .filter(
      (file) => /\.(ts|vue|njk|css|typ|json|js)$/.test(file) && !file.startsWith('contract/messages/uk/'),
    )
    .filter((file) => topic.test(withoutLanguageName(file, readFileSync(join(root, file), 'utf8'))))
  expect(offenders).toEqual([])
})
