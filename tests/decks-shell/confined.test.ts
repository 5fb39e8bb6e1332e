// A unit is somebody else's folder: what its hand-written slides name at build time stays in it.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConfinement } from '../../scripts/render/slidev/confined-reads.ts'
import { openCompiledShell } from '../../scripts/render/slidev/compiled-shell.ts'
import { slideKey } from '../../scripts/render/slidev/compiled-slides.ts'
import { SlidesError } from '../../scripts/render/slidev/slides-error.ts'

const packageRoot = new URL('../..', import.meta.url).pathname
const folders = { packageRoot, themeFolder: join(packageRoot, 'templates/slidev/theme') }
let folder: string
/** Files that no slide may read, with words that must not come out. */
const secret = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-secret-'))
  await mkdir(join(folder, 'open'))
  await writeFile(join(folder, 'secret.txt'), 'SECRET')
  await symlink(join(folder, 'secret.txt'), join(folder, 'open/inside.txt'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a path is judged by where it leads', () => {
  const { ask, askForTool, refused } = openConfinement([join(folder, 'open')])
  expect(() => ask(join(folder, 'open'))).not.toThrow()
  expect(() => ask(join(folder, 'open/nowhere.txt'))).not.toThrow()
  for (const path of ['open/inside.txt', 'open/../secret.txt', '.'])
    expect(() => ask(join(folder, path)), path).toThrow('outside of the unit')
  expect(() => askForTool(join(packageRoot, 'package.json'))).toThrow('package.json')
  expect([...refused]).toEqual([secret('secret.txt'), folder, join(packageRoot, 'package.json')])
})

/** What slides with these bodies are told, or that their build leaks. */
async function tried(bodies: readonly string[]): Promise<string[]> {
  const slides = bodies.map((body, index) => ({
    key: slideKey(body),
    body,
    file: `own/${index}.md`,
    line: 3,
  }))
  const cacheFolder = await mkdtemp(join(folder, 'cache-'))
  try {
    const shell = await openCompiledShell({ ...folders, cacheFolder }, [slides])
    const files = [shell.hosted.script, shell.hosted.style, ...shell.hosted.assets]
    const texts = files.map(({ data }) => Buffer.from(data).toString())
    return [texts.some((text) => /SECRET|U0VDUkVU/.test(text)) ? 'leaks' : 'builds without it']
  } catch (thrown) {
    if (!(thrown instanceof SlidesError)) throw thrown
    return thrown.faults.map(
      ({ file, line, column, message, rule }) => `${file}:${line}:${column} ${rule}: ${message}`,
    )
  }
}
const ways: Record<string, (path: (name: string) => string) => string> = {
  'url()': (path) => `# A\n\n<style>\nh1 { background: url('${path('png')}') }\n</style>`,
  'escaped url()': (path) => `# A\n\n<style>\nh1 { background: u\\72l("${path('png')}") }\n</style>`,
  '@import': (path) => `# A\n\n<style>\n@import '${path('css')}';\n</style>`,
  '@import in PostCSS': (path) => `# A\n\n<style lang="postcss">\n@import '${path('css')}';\n</style>`,
  'style src': (path) => `# A\n\n<style src="${path('css')}"></style>`,
  import: (path) => `# A\n\n<script setup>\nimport x from '${path('ts')}?raw'\n</script>\n\n{{ x }}`,
  'import as address': (path) =>
    `# A\n\n<script setup>\nimport x from '${path('txt')}?url'\n</script>\n\n{{ x }}`,
  'import()': (path) =>
    `# A\n\n<script setup>\nconst x = import('${path('json')}?raw')\n</script>\n\n{{ x }}`,
  glob: (path) =>
    `# A\n\n<script setup>\nconst x = import.meta.glob('${path('t')}*', { query: '?raw', eager: true })\n</script>\n\n{{ x }}`,
  'new URL': (path) =>
    `# A\n\n<script setup>\nconst x = new URL('${path('txt')}', import.meta.url)\n</script>\n\n{{ x.href }}`,
  picture: (path) => `# A\n\n<script setup>\nconst x = 1\n</script>\n\n<img src="${path('png')}">{{ x }}`,
  component: (path) => `# A\n\n<script setup>\nimport X from '${path('vue')}'\n</script>\n\n<X />`,
}

const shell = join(packageRoot, 'templates/slidev/shell')

/**
 * What slides are told that name a file of their own each in these ways: by its whole path, and by one that
 * leads there from where slides are compiled.
 */
async function told(...names: string[]): Promise<Record<string, string[]>> {
  const forms = [secret, (name: string) => relative(shell, secret(name))]
  const slides = names.flatMap((way) =>
    forms.map((path, form) => ({
      way: `${way}, ${['absolute', 'relative'][form]}`,
      body: ways[way]!((ending) => path(`secret-${names.indexOf(way)}-${form}.${ending}`)),
    })),
  )
  for (const index of names.keys())
    for (const form of [0, 1])
      for (const ending of ['css', 'txt', 'ts', 'json', 'png', 'vue'])
        await writeFile(secret(`secret-${index}-${form}.${ending}`), 'SECRET')
  const said = await tried(slides.map(({ body }) => body))
  const about = (index: number): string[] =>
    said.flatMap((line) => {
      const [, place, rule] = /^own\/(\d+)\.md:(\S+ \S+):/.exec(line) ?? []
      return Number(place) === index ? [`${rule}${/ outside of [\w ]+/.exec(line)?.[0] ?? line}`] : []
    })
  return Object.fromEntries(slides.map(({ way }, index) => [way, about(index)]))
}

test('every way past the bundler is refused where it is written, all of them at once', async () => {
  expect(await told('url()', '@import', '@import in PostCSS', 'glob', 'new URL')).toMatchInlineSnapshot(`
    {
      "@import in PostCSS, absolute": [
        "6:10 render/outside-unit outside of the unit",
      ],
      "@import in PostCSS, relative": [
        "6:10 render/outside-unit outside of the unit",
      ],
      "@import, absolute": [
        "6:10 render/outside-unit outside of the unit",
      ],
      "@import, relative": [
        "6:10 render/outside-unit outside of the unit",
      ],
      "glob, absolute": [
        "6:11 render/outside-unit outside of the unit",
        "6:11 render/outside-unit outside of the unit",
      ],
      "glob, relative": [
        "6:11 render/outside-unit outside of the unit",
        "6:11 render/outside-unit outside of the unit",
      ],
      "new URL, absolute": [
        "6:20 render/outside-unit outside of the unit",
      ],
      "new URL, relative": [
        "6:20 render/outside-unit outside of the unit",
      ],
      "url(), absolute": [
        "6:23 render/outside-unit outside of the unit",
      ],
      "url(), relative": [
        "6:23 render/outside-unit outside of the unit",
      ],
    }
  `)
})

test('modules from outside are refused where they are written', async () => {
  expect(await told('import', 'import as address', 'import()', 'picture', 'component', 'style src'))
    .toMatchInlineSnapshot(`
      {
        "component, absolute": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "component, relative": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "import as address, absolute": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "import as address, relative": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "import(), absolute": [
          "6:19 render/outside-unit outside of the unit",
        ],
        "import(), relative": [
          "6:19 render/outside-unit outside of the unit",
        ],
        "import, absolute": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "import, relative": [
          "6:16 render/outside-unit outside of the unit",
        ],
        "picture, absolute": [
          "9:11 render/outside-unit outside of the unit",
        ],
        "picture, relative": [
          "9:11 render/outside-unit outside of the unit",
        ],
        "style src, absolute": [
          "5:13 render/outside-unit outside of the unit",
        ],
        "style src, relative": [
          "5:13 render/outside-unit outside of the unit",
        ],
      }
    `)
})

test('what a slide takes its types from is no way either', async () => {
  await writeFile(secret('secret.ts'), 'export interface X { SECRET: string }')
  const said = await tried([
    `# A\n\n<script setup lang="ts">\nimport type { X } from '${secret('secret.ts')}'\ndefineProps<X>()\n</script>`,
  ])
  expect(said).toEqual([
    expect.stringContaining('Unresolvable type reference'),
    expect.stringContaining('own/0.md:6:25 render/outside-unit: Unexpected file "secret.ts"'),
  ])
})
