// Every PDF of a whole build, read by the programs that others read PDFs with, where the machine has them.

import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../commands/call.ts'
import { isInstalled } from './pdf.ts'

const unit = fileURLToPath(new URL('../fixtures/bridge-unit', import.meta.url))
let parent: string
let folder: string
let files: string[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'factdeck-readers-'))
  const { code, err } = await call(['pdf', '--content', unit], parent)
  expect([code, err.filter((line) => line.includes('error'))]).toEqual([0, []])
  folder = join(parent, 'dist/pdf')
  files = (await readdir(folder)).toSorted()
})

afterAll(() => rm(parent, { recursive: true, force: true }))

/** What the program prints, and what it complains about. */
function read(program: string, ...args: string[]): { said: string; complaints: string[] } {
  const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  const complaints = stderr
    .split('\n')
    // Older releases expect a word where the standard has a truth value, and one colour where a border may
    // have four (ISO 32000-1, 14.7.1, 14.8.5.4).
    .filter((line) => line !== '' && !/Suspects object is wrong type|Attribute BorderColor/.test(line))
  return { said: stdout, complaints }
}

/** Compares words, not how lines are broken. */
const words = (text: string): string => text.replaceAll(/\s+/g, '')

/** Which of these the file does not say. */
function missing(file: string, sought: readonly string[]): string[] {
  const found = words(read('pdftotext', file, '-').said)
  return sought.filter((each) => !found.includes(words(each)))
}

test('a build has every kind of PDF', () => {
  expect(files).toEqual([
    'bridge-handout-lines.pdf',
    'bridge-handout.pdf',
    'bridge-slides.pdf',
    'cost-key.pdf',
    'cost-worksheet-A-large.pdf',
    'cost-worksheet-A.pdf',
    'cost-worksheet-B.pdf',
    'cost-worksheet-C.pdf',
    'cost-worksheet-D.pdf',
  ])
})

describe.runIf(isInstalled('pdfinfo'))('pdfinfo', () => {
  test('finds each tagged, with a title and pages, without a script or a form', () => {
    for (const file of files) {
      const { said, complaints } = read('pdfinfo', file)
      expect(complaints, file).toEqual([])
      const told = Object.fromEntries(
        said.split('\n').map((line) => line.split(/:\s+/, 2) as [string, string]),
      )
      expect(told, file).toMatchObject({ Tagged: 'yes', JavaScript: 'no', Form: 'none', Encrypted: 'no' })
      expect(told['Title'], file).toContain(
        file.startsWith('bridge') ? 'A bridge and its price' : 'What did the bridge cost?',
      )
      expect(Number(told['Pages']), file).toBeGreaterThan(0)
      expect(told, file).not.toHaveProperty('CreationDate')
    }
  })

  test('reads the structure of each, headings first, without a complaint', () => {
    for (const file of files) {
      const { said, complaints } = read('pdfinfo', '-struct-text', file)
      expect(complaints, file).toEqual([])
      expect(said, file).toMatch(/^\s*H1\b/m)
    }
    expect(words(read('pdfinfo', '-struct-text', 'bridge-slides.pdf').said)).toContain(
      words('A bridge and its price'),
    )
  })
})

describe.runIf(isInstalled('pdftotext'))('pdftotext', () => {
  test('reads every stem from each worksheet, every reason from the key and the notes from the handout alone', async () => {
    const { questions } = JSON.parse(await readFile(join(unit, 'questions/cost.json'), 'utf8')) as {
      questions: { stem: string; options: { because: string }[] }[]
    }
    const stems = questions.map(({ stem }) => stem)
    for (const file of files.filter((name) => name.includes('worksheet')))
      expect(missing(file, stems), file).toEqual([])
    const reasons = questions.flatMap(({ options }) => options.map(({ because }) => because))
    expect(missing('cost-key.pdf', [...stems, ...reasons])).toEqual([])
    const deck = await readFile(join(parent, 'dist/slidev/bridge.md'), 'utf8')
    const note = /<!--\n\*\*Time\*\* [^\n]+\n\n([A-Za-z][^\n\\*]{20,})\n/.exec(deck)?.[1] ?? 'no note'
    expect(missing('bridge-handout.pdf', [note])).toEqual([])
    for (const file of ['bridge-slides.pdf', 'bridge-handout-lines.pdf'])
      expect(missing(file, [note]), file).toEqual([note])
  })
})

describe.runIf(isInstalled('qpdf'))('qpdf', () => {
  test('finds nothing wrong with any', () => {
    for (const file of files) {
      const { said, complaints } = read('qpdf', '--check', file)
      expect(complaints, file).toEqual([])
      expect(said, file).toContain('No syntax or stream encoding errors found')
    }
  })
})
