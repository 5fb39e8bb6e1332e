// What reaches users: whose code, under which licence, and what it may do while it is installed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from './content-folder.ts'

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
  license?: string
  resolved?: string
  integrity?: string
}

const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const used = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)

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
    return (typeof stated === 'string' ? stated : stated?.type) ?? locked.license ?? 'none'
  } catch {
    return locked.license ?? 'none'
  }
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
  expect(found).toMatchInlineSnapshot(`
    {
      "CC-BY-4.0": [
        "caniuse-lite",
      ],
      "MPL-2.0": [
        "lightningcss",
        "lightningcss-android-arm64",
        "lightningcss-darwin-arm64",
        "lightningcss-darwin-x64",
        "lightningcss-freebsd-x64",
        "lightningcss-linux-arm-gnueabihf",
        "lightningcss-linux-arm64-gnu",
        "lightningcss-linux-arm64-musl",
        "lightningcss-linux-x64-gnu",
        "lightningcss-linux-x64-musl",
        "lightningcss-win32-arm64-msvc",
        "lightningcss-win32-x64-msvc",
      ],
      "PSF-2.0": [
        "argparse",
      ],
      "none": [
        "khroma",
        "zigpty",
      ],
    }
  `)
})

test('no package that reaches users must run a script to be installed', () => {
  const scripts = used
    .filter(([, each]) => each.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect([...new Set(scripts)].toSorted()).toMatchInlineSnapshot(`
    [
      "esbuild",
    ]
  `)
})

test('every package is fixed by a digest', () => {
  const loose = Object.entries(packages).filter(
    ([path, { integrity, resolved }]) =>
      path.includes('node_modules/') && resolved !== undefined && integrity === undefined,
  )
  expect(loose).toEqual([])
})
