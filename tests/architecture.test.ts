import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { kinds } from '../question-types/types.ts'
import { circles, filesBelow, importsIn, type Import } from './import-graph.ts'

const root = new URL('..', import.meta.url).pathname
const stages = [
  'diagnostics',
  'source',
  'languages',
  'articles',
  'facts',
  'questions',
  'drafts',
  'decks',
  'render',
  'outputs',
  'commands',
]
const mayTouchTheDisk = ['source', 'render', 'commands']
const disk =
  /^(node:)?(fs|fs\/promises|child_process|http|net|worker_threads|os)$|^(vite|chokidar|playwright-core|rolldown)$/

/**
 * What the files of each top-level folder may import of the others. A question type has a half for templates
 * and a half for machinery.
 */
const sides: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  'question-types': [
    'contract',
    'scripts/diagnostics',
    'scripts/source',
    'scripts/languages',
    'scripts/facts',
  ],
  scripts: ['contract', 'question-types'],
  templates: ['contract', 'question-types'],
}
const folders = Object.keys(sides).filter((folder) => existsSync(join(root, folder)))

const imports = importsIn(root, folders)
const stageOf = (path: string): string | undefined => /^scripts\/([^/]+)\//.exec(path)?.[1]
// The pieces of a large output lie in a folder of its name: outputs/site.ts and outputs/site/*.ts are one.
const outputOf = (path: string): string | undefined => /^scripts\/outputs\/([^/.]+)/.exec(path)?.[1]

/** Imports from one side into another that it may not know. */
function crossings(all: readonly Import[]): Import[] {
  return all.filter(({ file, target }) => {
    const side = file.split('/')[0]!
    return (
      target !== undefined &&
      ![side, ...(sides[side] ?? [])].some((allowed) => target.startsWith(`${allowed}/`))
    )
  })
}

test('form and machinery do not import each other, and what both share imports neither', () => {
  expect(crossings(imports)).toEqual([])
})

test('no file reaches itself through what it imports', () => {
  expect(circles(imports)).toEqual([])
})

test('a planted circle and planted crossings are found, in components and types too', async () => {
  const planted = await mkdtemp(join(tmpdir(), 'factdeck-imports-'))
  const files = {
    'contract/view.ts': `import type { Fact } from '../scripts/facts/fact.ts'`,
    'contract/words.ts': `export const words = {}`,
    'scripts/facts/fact.ts': `export * from './base.ts'\nimport { words } from '../../contract/words.ts'`,
    'scripts/facts/base.ts': `export const open = () => import('./rule.ts')`,
    'scripts/facts/rule.ts': `// import './nothing.ts'\nimport type { Fact } from './fact.ts'`,
    'scripts/render/page.ts': `import '../../templates/page.ts'`,
    'templates/page.ts': `const text = "import '../scripts/facts/base.ts'"`,
    'templates/Page.vue': `<script setup lang="ts">\nimport { open } from '../scripts/facts/base.ts'\n</script>\n<template><p>import './page.ts'</p></template>`,
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(planted, file)), { recursive: true })
    await writeFile(join(planted, file), text)
  }
  const found = importsIn(planted, ['contract', 'scripts', 'templates'])
  await rm(planted, { recursive: true })
  expect(circles(found)).toEqual([
    ['scripts/facts/base.ts', 'scripts/facts/fact.ts', 'scripts/facts/rule.ts'],
  ])
  expect(crossings(found).map(({ file, target }) => `${file} -> ${target}`)).toEqual([
    'contract/view.ts -> scripts/facts/fact.ts',
    'scripts/render/page.ts -> templates/page.ts',
    'templates/Page.vue -> scripts/facts/base.ts',
  ])
})

/** The half of a question type that the compiler works with. */
const compilers =
  /^question-types\/(?:.*\/)?(?:types?|question-type|question-fields|draft-[a-z]+|[a-z-]+-schema)\.ts$/
const seen = (path: string): boolean => path.startsWith('question-types/') && !compilers.test(path)

test('what learners see of a question type knows nothing of the compiler, and no template knows the rest', () => {
  const offenders = imports.filter(
    ({ file, target = '' }) =>
      (seen(file) || file.startsWith('templates/')) &&
      (target.startsWith('scripts/') || compilers.test(target)),
  )
  expect(offenders).toEqual([])
})

test('machinery knows a question type by its half for the compiler alone', () => {
  const offenders = imports.filter(({ file, target = '' }) => file.startsWith('scripts/') && seen(target))
  expect(offenders).toEqual([])
})

test('only question types know a kind of question, and what is correct in it', () => {
  const known = new RegExp(`\\bkind\\b.{0,8}['"](?:${kinds.join('|')})['"]|\\.correct\\b|[{,] correct\\b`)
  const offenders = ['scripts', 'templates', 'contract']
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => /\.(?:ts|vue|njk|typ|js)$/.test(file))
    .filter((file) => known.test(readFileSync(join(root, file), 'utf8')))
  expect(offenders).toEqual([])
})

test('every folder of scripts/ is a stage', () => {
  expect(
    filesBelow(root, 'scripts').filter(
      (file) => !['scripts/api.ts', 'scripts/cli.ts'].includes(file) && !stages.includes(stageOf(file) ?? ''),
    ),
  ).toEqual([])
})

test('a stage imports only itself and earlier ones', () => {
  const offenders = imports.filter(({ file, target }) => {
    const [from, to] = [stageOf(file), stageOf(target ?? '')]
    return from !== undefined && to !== undefined && stages.indexOf(to) > stages.indexOf(from)
  })
  expect(offenders).toEqual([])
})

test('outputs do not know each other', () => {
  const tabled = new Set(
    imports.flatMap(({ file, target }) =>
      file === 'scripts/outputs/table.ts' ? [outputOf(target ?? '')] : [],
    ),
  )
  tabled.delete('output')
  const offenders = imports.filter(
    ({ file, target }) =>
      stageOf(file) === 'outputs' &&
      stageOf(target ?? '') === 'outputs' &&
      file !== 'scripts/outputs/table.ts' &&
      tabled.has(outputOf(target ?? '')) &&
      outputOf(file) !== outputOf(target ?? ''),
  )
  expect(offenders).toEqual([])
  expect(tabled.size).toBeGreaterThan(4)
})

test('only source, render and commands touch the disk', () => {
  const offenders = imports.filter(
    ({ file, specifier }) => disk.test(specifier) && !mayTouchTheDisk.includes(stageOf(file) ?? 'source'),
  )
  expect(offenders).toEqual([])
})

/** A module of a language may say which. */
function withoutLanguageName(file: string, text: string): string {
  return file.startsWith('scripts/languages/') ? text.replaceAll(/\bukrainian\b/gi, '') : text
}

test('machinery and form know nothing of the topic of the sample content', () => {
  const topic = /\b(russia|north.korea|ukrain|caliber|putin\b|kremlin|moscow|pyongyang|barrel|refiner)/i
  const offenders = folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter(
      (file) => /\.(ts|vue|njk|css|typ|json|js)$/.test(file) && !file.startsWith('contract/messages/uk/'),
    )
    .filter((file) => topic.test(withoutLanguageName(file, readFileSync(join(root, file), 'utf8'))))
  expect(offenders).toEqual([])
})
