// The parts of Slidev that the shell stands in for. A changed digest means: read what changed, and change the
// shell with it.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from './site.ts'

const slidev = join(packageRoot, 'node_modules/@slidev')
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

test('Slidev is the one that the shell was written for', async () => {
  const folder = join(slidev, 'cli/dist')
  const served = (await readdir(folder)).find((name) => /^serve-.*\.mjs$/.test(name)) ?? ''
  const code = await readFile(join(folder, served), 'utf8')
  const region = (name: string): string =>
    code.split(`//#region ${name}\n`)[1]?.split('//#endregion')[0] ?? ''
  const regions = [
    'node/virtual/slides.ts',
    'node/virtual/configs.ts',
    'node/virtual/titles.ts',
    'node/virtual/layouts.ts',
    'node/vite/layoutWrapper.ts',
    'node/vite/loaders.ts',
    'node/vite/markdown.ts',
    'node/syntax/link.ts',
    'node/syntax/slot-sugar.ts',
  ]
  const files = [
    'context.ts',
    'constants.ts',
    'env.ts',
    'main.ts',
    'setup/root.ts',
    'setup/routes.ts',
    'internals/Goto.vue',
    'internals/MenuButton.vue',
    'internals/SlideWrapper.vue',
    'composables/useNav.ts',
  ]
  const digests = [
    ...regions.map((name) => `${name} ${digest(region(name))}`),
    ...(await Promise.all(
      files.map(
        async (name) => `client/${name} ${digest(await readFile(join(slidev, 'client', name), 'utf8'))}`,
      ),
    )),
  ]
  expect(regions.filter((name) => region(name) === '')).toEqual([])
  expect(digests).toMatchInlineSnapshot(`
    [
      "node/virtual/slides.ts 29eb2e3da2f1",
      "node/virtual/configs.ts 94a8c134cc69",
      "node/virtual/titles.ts 83ab539ce638",
      "node/virtual/layouts.ts d3491ac55eef",
      "node/vite/layoutWrapper.ts cdb9c22fc6e1",
      "node/vite/loaders.ts 1ce1cc9b1ac8",
      "node/vite/markdown.ts 94bc10571689",
      "node/syntax/link.ts 94f1b0beb610",
      "node/syntax/slot-sugar.ts fdaad1866a52",
      "client/context.ts 9c2e3c36de28",
      "client/constants.ts dcf6636bd8c1",
      "client/env.ts 69ba8de48709",
      "client/main.ts deddd4ac0942",
      "client/setup/root.ts 94c00d75fecc",
      "client/setup/routes.ts 56d490d55d0a",
      "client/internals/Goto.vue ef205e77cb9e",
      "client/internals/MenuButton.vue 048dad649119",
      "client/internals/SlideWrapper.vue 365bea5470e2",
      "client/composables/useNav.ts 0016aa798327",
    ]
  `)
})
