// A Common Cartridge with what else a build makes: unpacked, and every link in it followed.

import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { deckPdfs } from '../../scripts/outputs/deck-pdfs.ts'
import { decks } from '../../scripts/outputs/decks.ts'
import { commonCartridge } from '../../scripts/outputs/exports/common-cartridge.ts'
import { quizzes } from '../../scripts/outputs/quizzes.ts'
import { worksheets } from '../../scripts/outputs/worksheets.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { madeBy } from '../made-by.ts'
import { fixture, ourUnit } from './contents.ts'
import { all, children, textAt, xml } from './readers/markup.ts'

const render = openRender(process.env)
afterAll(() => render.close())

test.each([
  [
    'the sample unit, its decks and PDFs in name alone',
    ourUnit,
    { ...openDryRender(), quizPlayer: render.quizPlayer },
  ],
  ['a small unit, whole', () => fixture('bridge-unit'), render],
])('of %s: all is in it, each in its module, and no link leads nowhere', async (_name, read, engines) => {
  const unit = await read()
  const made = await madeBy([decks, quizzes, worksheets, deckPdfs, commonCartridge], unit, engines)
  const files = unzipSync(made.find(({ path }) => path.endsWith('.imscc'))!.data as Uint8Array)
  const manifest = xml(strFromU8(files['imsmanifest.xml']!))

  const resources = new Map(all(manifest, 'resource').map((each) => [each.getAttribute('identifier')!, each]))
  const named = all(manifest, 'file').map((file) => file.getAttribute('href')!)
  expect(named.toSorted()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'imsmanifest.xml')
      .toSorted(),
  )
  const items = all(manifest, 'item').filter((item) => item.hasAttribute('identifierref'))
  expect(items.map((item) => item.getAttribute('identifierref')).toSorted()).toEqual(
    [...resources.keys()].toSorted(),
  )
  for (const { id } of unit.decks) expect(named).toContain(`pdf/${id}-slides.pdf`)
  for (const { id } of unit.banks)
    expect(named).toEqual(expect.arrayContaining([`quizzes/${id}.html`, `pdf/${id}-worksheet-A.pdf`]))

  // Every link of a page leads to a place in it or to a file that is there.
  const astray = Object.entries(files).flatMap(([path, data]) =>
    path.endsWith('.html')
      ? [...strFromU8(data).matchAll(/\s(?:href|src)="([^"]*)"/g)]
          .map(([, href = '']) => href)
          .filter(
            (href) =>
              !/^(?:#|data:|mailto:|https?:)/.test(href) &&
              !files[posix.join(posix.dirname(path), href.replace(/[?#].*$/, ''))],
          )
          .map((href) => `${path}: ${href}`)
      : [],
  )
  expect(astray).toEqual([])

  // What is whole has the bytes of its files.
  const pdfs = Object.entries(files).filter(([path]) => path.endsWith('.pdf'))
  expect(pdfs.length).toBeGreaterThan(0)
  if (engines === render)
    for (const [path, data] of pdfs) expect(strFromU8(data.subarray(0, 5)), path).toBe('%PDF-')

  const keys = items.filter((item) => item.getAttribute('identifierref')!.includes('-key.pdf'))
  expect(keys).toHaveLength(unit.banks.length)
  for (const item of keys) {
    const role = all(resources.get(item.getAttribute('identifierref')!)!, 'intendedEndUserRole')[0]!
    expect(textAt(role, 'value')).toBe('Instructor')
    expect(children(item.parentNode as never, 'title')[0]!.textContent).toBe('For the teacher')
  }
})
