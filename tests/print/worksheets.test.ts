import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deckPdfs } from '../../scripts/outputs/deck-pdfs.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { swatchSvg } from '../../contract/status.ts'
import { explain } from '../../scripts/commands/explain.ts'
import { writeEveryType } from '../question-types/every-type.ts'
import { limitsOf } from '../../scripts/outputs/parts.ts'
import {
  arrangeVersion,
  keyView,
  versions,
  worksheets,
  worksheetView,
} from '../../scripts/outputs/worksheets.ts'
import { unprintable } from '../../scripts/render/print-fonts.ts'
import { openTypst, TypstEnded, TypstError } from '../../scripts/render/typst.ts'
import { madeBy } from '../made-by.ts'
import { isInstalled, pageCount, pageSize, pageTexts, passport, placedTexts, qpdfCheck } from './pdf.ts'
import { sampleBank, sampleContent, sampleDeck } from './sample-content.ts'

const templates = new URL('../../templates/print', import.meta.url).pathname
const questionTypes = new URL('../../question-types', import.meta.url).pathname
const typst = openTypst(templates, questionTypes)

async function emit(bank = sampleBank(23), paper: 'a4' | 'letter' = 'a4'): Promise<Map<string, Uint8Array>> {
  const files = await madeBy([worksheets], sampleContent(bank), { typst: async () => typst }, { paper })
  return new Map(files.map(({ path, data }) => [path, data as Uint8Array]))
}

const plain = { paper: 'a4', large: false } as const
const files = await emit()
const sheet = (version: string): Uint8Array => files.get(`pdf/tides-worksheet-${version}.pdf`) as Uint8Array
const key = files.get('pdf/tides-key.pdf') as Uint8Array

test('makes four versions, one in large print, and a key', () => {
  expect([...files.keys()]).toEqual([
    'pdf/tides-worksheet-A.pdf',
    'pdf/tides-worksheet-B.pdf',
    'pdf/tides-worksheet-C.pdf',
    'pdf/tides-worksheet-D.pdf',
    'pdf/tides-worksheet-A-large.pdf',
    'pdf/tides-key.pdf',
  ])
})

test('every version holds every question and option once, pinned options last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...versions), (count, version) => {
      const bank = sampleBank(count)
      const arranged = arrangeVersion(bank, version)
      expect(arranged.map(({ id }) => id).toSorted()).toEqual(bank.questions.map(({ id }) => id).toSorted())
      for (const { id, options } of arranged) {
        expect(options.map(({ index }) => index).toSorted()).toEqual(
          bank.questions.find((question) => question.id === id)!.options.map(({ index }) => index),
        )
        expect(options.map(({ letter }) => letter).join('')).toBe('ABCD'.slice(0, options.length))
        expect(options.findIndex(({ pin }) => pin === 'last')).toBe(options.length === 4 ? 3 : -1)
      }
    }),
    { numRuns: 30 },
  )
})

test('versions differ in the order of questions and in their keys', () => {
  const bank = sampleBank(23)
  const orders = versions.map((version) =>
    arrangeVersion(bank, version)
      .map(({ id }) => id)
      .join(),
  )
  expect(new Set(orders).size).toBe(4)
  const { keys } = keyView(sampleContent(bank), bank, 'a4') as {
    keys: { own: { correct: string } }[][]
  }
  expect(new Set(keys.map((rows) => rows.map(({ own }) => own.correct).join())).size).toBe(4)
})

test('the order in which a view holds options does not matter', () => {
  const bank = sampleBank(9)
  const turned = {
    ...bank,
    questions: bank.questions.map((question) => ({ ...question, options: question.options.toReversed() })),
  }
  expect(arrangeVersion(turned, 'B').map(({ options }) => options)).toEqual(
    arrangeVersion(bank, 'B').map(({ options }) => options),
  )
})

test('the same bank gives the same bytes, also from a newly opened compiler', async () => {
  const bank = sampleBank(23)
  const again = await openTypst(templates, questionTypes).compile(
    'worksheet.typ',
    worksheetView(sampleContent(bank), bank, 'C', plain),
  )
  expect(Buffer.from(again).equals(sheet('C'))).toBe(true)
})

test.runIf(process.platform === 'linux')(
  'a compiler that was started ahead sets the first document, in whatever fonts, and ends when closed',
  async () => {
    const before = typstProcesses()
    const ahead = openTypst(templates, questionTypes)
    ahead.ahead()
    ahead.ahead()
    const [own] = typstProcesses().filter((pid) => !before.includes(pid))
    const bank = sampleBank(23)
    const made = await ahead.compile('worksheet.typ', worksheetView(sampleContent(bank), bank, 'C', plain))
    expect(Buffer.from(made).equals(sheet('C'))).toBe(true)
    expect(typstProcesses().filter((pid) => !before.includes(pid))).toEqual([own])
    await ahead.close()
    expect(typstProcesses()).not.toContain(own)

    const unused = openTypst(templates, questionTypes)
    unused.ahead()
    await unused.close()
    expect(typstProcesses().filter((pid) => !before.includes(pid))).toEqual([])
  },
)

test('a compiler that has grown is replaced; the bytes are the same, faults and their places too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-typst-'))
  const growing = openTypst(folder, questionTypes, { most: 1 })
  try {
    await cp(templates, folder, { recursive: true })
    await writeFile(join(folder, 'broken.typ'), '= Tide\n  #data.high')
    const bank = sampleBank(23)
    const view = (version: 'A' | 'B' | 'C') => worksheetView(sampleContent(bank), bank, version, plain)
    // All asked for at once: each has its own answer.
    const [a, broken, b, c] = await Promise.allSettled([
      growing.compile('worksheet.typ', view('A')),
      growing.compile('broken.typ', {}),
      growing.compile('worksheet.typ', view('B')),
      growing.compile('worksheet.typ', view('C')),
    ])
    for (const [made, version] of [
      [a, 'A'],
      [b, 'B'],
      [c, 'C'],
    ] as const)
      expect(made.status === 'fulfilled' && Buffer.from(made.value).equals(sheet(version))).toBe(true)
    expect(broken).toMatchObject({
      reason: { message: expect.stringContaining('templates/print/broken.typ:2:4: unknown variable: data') },
    })
  } finally {
    await growing.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test.runIf(process.platform === 'linux')(
  'a compiler that is killed is named, and the next document has another',
  async () => {
    const before = typstProcesses()
    const doomed = openTypst(templates, questionTypes)
    const bank = sampleBank(23)
    const view = worksheetView(sampleContent(bank), bank, 'C', plain)
    const setting = doomed.compile('worksheet.typ', view)
    await expect.poll(() => typstProcesses().length, { timeout: 60_000 }).toBe(before.length + 1)
    for (const pid of typstProcesses()) if (!before.includes(pid)) process.kill(pid, 'SIGKILL')
    const failure: unknown = await setting.catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(TypstEnded)
    expect(explain(failure)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "text": "factdeck: error: Unexpected end of Typst while it set worksheet.typ, expected a PDF; build again, and close other programs if memory is short (SIGKILL); systems do that where memory runs out [render/typst]",
      }
    `)
    expect(Buffer.from(await doomed.compile('worksheet.typ', view)).equals(sheet('C'))).toBe(true)
    await doomed.close()
    expect(typstProcesses()).toEqual(before)
  },
)

/** Compilers that this process has started and that run. */
function typstProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, , state, parent] =
          /^(\d+) \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? []
        const started = readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('typst-program')
        return started && state !== 'Z' && Number(parent) === process.pid
      } catch {
        return false
      }
    })
}

test('tagged, with title, author, language and no date', async () => {
  expect(await passport(sheet('B'))).toEqual({
    title: 'Tides and bridges – B',
    author: 'Water and sugar',
    language: 'en',
    tagged: true,
    outline: true,
    dated: false,
  })
  expect(await passport(key)).toMatchObject({
    title: 'Tides and bridges – key',
    language: 'en',
    tagged: true,
    dated: false,
  })
})

test.runIf(isInstalled('qpdf'))('qpdf finds nothing wrong', () => {
  for (const [path, pdf] of files)
    expect(`${path}: ${qpdfCheck(pdf)}`).toContain('No syntax or stream encoding errors found')
})

/** The sheet as a pupil reads it: option texts by letter, by question number. */
async function readSheet(pdf: Uint8Array): Promise<Map<number, Map<string, string>>> {
  const text = (await pageTexts(pdf)).join('\n').split(/^Questions$/m)[1] ?? ''
  const questions = new Map<number, Map<string, string>>()
  let options = new Map<string, string>()
  for (const line of text.split('\n')) {
    const number = /^(\d+) \S/.exec(line)?.[1]
    if (number !== undefined) questions.set(Number(number), (options = new Map()))
    const option = /^([A-D]) (\S.*\])$/.exec(line)
    if (option) options.set(option[1] ?? '', option[2] ?? '')
  }
  return questions
}

/** The key's grids as a teacher reads them: letters by question number, by version. */
async function readKey(pdf: Uint8Array): Promise<Map<string, Map<number, string>>> {
  const text = (await pageTexts(pdf)).join('\n').split('Every question')[0] ?? ''
  const grids = text.split(/^Version (?=[A-D]$)/m).slice(1)
  return new Map(
    grids.map((grid) => {
      const rows = grid.matchAll(/(\d+)((?: [A-D])+)(?= |$)/gm)
      return [
        grid[0] ?? '',
        new Map([...rows].map(([, number, letters]) => [Number(number), letters?.replaceAll(' ', '') ?? ''])),
      ]
    }),
  )
}

test('a sheet filled in by somebody who knows the answers gets full marks by the key', async () => {
  const truth = new Map(
    sampleBank(23).questions.flatMap(({ options }) =>
      options.map(({ text, correct }) => [text, correct] as const),
    ),
  )
  const keys = await readKey(key)
  expect([...keys.keys()]).toEqual([...versions])
  for (const version of versions) {
    expect(keys.get(version)?.size).toBe(23)
    const questions = await readSheet(sheet(version))
    expect([...questions.keys()].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 23 }, (_, at) => at + 1),
    )
    for (const [number, options] of questions) {
      const answer = [...options].filter(([, text]) => truth.get(text) === true).map(([letter]) => letter)
      expect(`${version} ${number}: ${answer.join('')}`).toBe(
        `${version} ${number}: ${keys.get(version)?.get(number)}`,
      )
    }
  }
})

test('every page says the version and its number, and no question is split', async () => {
  for (const path of ['pdf/tides-worksheet-A.pdf', 'pdf/tides-worksheet-A-large.pdf']) {
    const pages = (await pageTexts(files.get(path) as Uint8Array)).map((page) => page.replaceAll(/\s+/g, ' '))
    pages.forEach((page, at) =>
      expect(page).toMatch(new RegExp(`Version A.*Page ${at + 1} of ${pages.length}`)),
    )
    const stems = sampleBank(23).questions.map(({ stem, options }) => ({ stem, options }))
    const split = stems.filter(
      ({ stem, options }) =>
        pages.filter((page) => page.includes(stem) && options.every(({ text }) => page.includes(text)))
          .length !== 1,
    )
    expect(split).toEqual([])
  }
})

test('nothing in large print is smaller than 18 points', async () => {
  const bank = {
    ...sampleBank(9),
    title: 'Tides, bridges and how to read what a harbour master writes of them',
  }
  const view = worksheetView(sampleContent(bank), bank, 'A', { paper: 'letter', large: true })
  const sizes = await placedTexts(await typst.compile('worksheet.typ', view))
  expect(sizes.length).toBeGreaterThan(100)
  expect(sizes.filter(({ size }) => size < 18)).toEqual([])
})

test('large print is set closer where a few lines would stand on a page of their own, and nothing gets smaller', async () => {
  const lines: number[] = []
  for (const count of [8, 14, 17]) {
    const bank = sampleBank(count)
    const view = worksheetView(sampleContent(bank), bank, 'A', { paper: 'a4', large: true })
    const pdf = await typst.compile('worksheet.typ', view)
    expect((await placedTexts(pdf)).filter(({ size }) => size < 18)).toEqual([])
    lines.push((await pageTexts(pdf)).at(-1)!.split('\n').length)
  }
  // Set as wide as others, each of these ends with six lines on a page.
  expect(lines.filter((count) => count < 12)).toEqual([])
})

test('of no type of question is anything smaller than 8 points, nor than 18 in large print', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-typst-'))
  try {
    await writeEveryType(folder)
    const { content } = await loadContent(folder)
    const bank = content!.banks[0]!
    const smallest = async (template: string, view: object): Promise<number> =>
      Math.min(...(await placedTexts(await typst.compile(template, view))).map(({ size }) => size))
    const large = worksheetView(content!, bank, 'A', { paper: 'a4', large: true })
    expect(await smallest('worksheet.typ', worksheetView(content!, bank, 'A', plain))).toBeGreaterThan(8)
    expect(await smallest('key.typ', keyView(content!, bank, 'a4'))).toBeGreaterThan(8)
    expect(await smallest('worksheet.typ', large)).toBeGreaterThanOrEqual(18)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('the key draws the mark of each status before its word', () => {
  const bank = sampleBank(2)
  const { marks: drawings, questions } = keyView(sampleContent(bank), bank, 'a4') as {
    marks: Record<string, string>
    questions: { facts: { status: string }[] }[]
  }
  expect(questions.flatMap(({ facts }) => facts.map(({ status }) => drawings[status]))).toEqual(
    bank.questions.flatMap(({ facts }) =>
      facts.map(({ status }) => expect.stringContaining(swatchSvg(status, '#fff'))),
    ),
  )
})

test('the key names an article in its own voice once, and whoever speaks in it beside it', () => {
  const bank = sampleBank(1)
  const [question] = bank.questions
  const [fact] = question!.facts
  const itself = { ...fact!, speakers: [], attribution: 'The article itself (Harbour News)' }
  const told = { ...bank, questions: [{ ...question!, facts: [fact!, itself] }] }
  const { questions } = keyView(sampleContent(told), told, 'a4') as {
    questions: { facts: { said: string; citation: string }[] }[]
  }
  expect(questions[0]!.facts.map(({ said, citation }) => `${said} (${citation})`)).toEqual([
    'Reported · Ada Marsh, harbour master (May 2023), via Harbour News (Harbour News, 4 May 2023)',
    'Reported (Harbour News, 4 May 2023)',
  ])
})

test('grids of many options stay on the page', async () => {
  const bank = sampleBank(40)
  for (const question of bank.questions)
    question.options.push(
      ...[4, 5].map((index) => ({
        index,
        letter: '',
        text: `At hour ${index}`,
        correct: false,
        because: 'No.',
      })),
    )
  const content = sampleContent(bank)
  for (const [template, view] of [
    ['worksheet.typ', worksheetView(content, bank, 'A', plain)],
    ['worksheet.typ', worksheetView(content, bank, 'A', { paper: 'a4', large: true })],
    ['key.typ', keyView(content, bank, 'a4')],
  ] as const) {
    const pdf = await typst.compile(template, view)
    const [width] = await pageSize(pdf)
    expect((await placedTexts(pdf)).filter(({ right }) => right > width - 40)).toEqual([])
  }
})

test('a sheet says of how many points, and the key how they are given', async () => {
  expect((await pageTexts(sheet('B')))[0]).toContain('/ 23')
  expect((await pageTexts(key))[0]).toContain('One point for each question, 23 in all')
})

test('text is text: markup of Typst, HTML and Markdown stays as written', async () => {
  const hostile = [
    '#read("/etc/passwd")',
    '$x^2$',
    '*bold* _it_ `code`',
    '<script>alert(1)</script>',
    '[@cite] <label> // note',
    '= Title',
  ]
  const bank = sampleBank(hostile.length)
  hostile.forEach((text, at) => Object.assign(bank.questions[at] as object, { stem: `Q ${text}` }))
  const pdf = await typst.compile('worksheet.typ', worksheetView(sampleContent(bank), bank, 'A', plain))
  const text = (await pageTexts(pdf)).join(' ').replaceAll(/\s+/g, ' ')
  expect(hostile.filter((each) => !text.includes(`Q ${each}`))).toEqual([])
})

test('a mark without a shape costs no letter', async () => {
  const bank = sampleBank(4)
  const stems = ['ebb\u200E tide', 'ebb\uFEFF and flood', 'ebb\u00ADing', 'ebb\u200D']
  stems.forEach((stem, at) => Object.assign(bank.questions[at] as object, { stem: `${stem}, bay ${at}` }))
  const pdf = await typst.compile('worksheet.typ', worksheetView(sampleContent(bank), bank, 'A', plain))
  const text = (await pageTexts(pdf)).join(' ')
  const wanted = ['ebb tide, bay 0', 'ebb and flood, bay 1', 'ebbing, bay 2', 'ebb, bay 3']
  expect(wanted.filter((each) => !text.replaceAll('\u00AD', '').includes(each))).toEqual([])
})

test('a letter of several glyphs is read back as itself', async () => {
  const bank = sampleBank(5)
  // Serif has none of these as one glyph; some of the marks stand at the height of capitals.
  const words = ['Ḗlan', 'suḋ', 'C̑argum', 'А́встрія', 'Ọ̀ṣun']
  words.forEach((word, at) => Object.assign(bank.questions[at] as object, { stem: `${word}, bay ${at}` }))
  const pdf = await typst.compile('worksheet.typ', worksheetView(sampleContent(bank), bank, 'A', plain))
  const text = (await pageTexts(pdf)).join(' ').normalize('NFC').replaceAll(' ', '')
  expect(
    words.map((word, at) => `${word.normalize('NFC')},bay${at}`).filter((each) => !text.includes(each)),
  ).toEqual([])
})

test('labels follow the language, and fall back to English', async () => {
  const bank = { ...sampleBank(3), language: 'uk', title: 'Припливи й мости' }
  const pdf = await typst.compile('worksheet.typ', worksheetView(sampleContent(bank), bank, 'A', plain))
  expect(await passport(pdf)).toMatchObject({ language: 'uk' })
  const text = (await pageTexts(pdf)).join(' ')
  for (const label of ['Припливи й мости', 'Варіант A', 'Сторінка 1 з']) expect(text).toContain(label)
  const french = { ...sampleBank(3), language: 'fr-CA' }
  const other = await typst.compile('worksheet.typ', worksheetView(sampleContent(french), french, 'A', plain))
  expect((await pageTexts(other)).join(' ')).toContain('Version A')
})

test('one question and two hundred are both a worksheet; paper is A4 or Letter', async () => {
  const one = sampleBank(1)
  expect(
    await pageCount(await typst.compile('worksheet.typ', worksheetView(sampleContent(one), one, 'A', plain))),
  ).toBe(1)
  const many = sampleBank(200)
  const letter = await typst.compile(
    'worksheet.typ',
    worksheetView(sampleContent(many), many, 'A', { paper: 'letter', large: false }),
  )
  expect(await pageCount(letter)).toBeGreaterThan(20)
})

test('warns of letters that slides may lack in print, slide by slide', () => {
  const content = sampleContent()
  const decks = (title: string): typeof content => ({ ...content, decks: [sampleDeck('tides', title)] })
  expect(limitsOf([deckPdfs], decks('Tides'))).toEqual([])
  const said = limitsOf([deckPdfs], decks('한글 ไทย'))
  const letters = '"한" (U+D55C), "글" (U+AE00), "ไ" (U+0E44), "ท" (U+0E17), "ย" (U+0E22)'
  expect(said.map(({ at, message, severity }) => [at.file, severity, message])).toEqual(
    [1, 2].map((slide) => [
      'slides/tides.json',
      'warning',
      `Unexpected ${letters} in slide ${slide}, expected characters that the print fonts have`,
    ]),
  )
})

test('warns of characters that would print as boxes', () => {
  const bank = sampleBank(2)
  Object.assign(bank.questions[1] as object, { stem: 'Which sign, 潮 or 🌊, is on the chart?' })
  expect(limitsOf([worksheets], sampleContent(bank))).toMatchInlineSnapshot(`
    [
      {
        "at": {
          "column": 1,
          "file": "questions/tides.json",
          "line": 1,
        },
        "message": "Unexpected "潮" (U+6F6E), "🌊" (U+1F30A) in question "question-1", expected characters that the print fonts have",
        "notes": [
          {
            "message": "Noto Sans SC has them: \`npm install @expo-google-fonts/noto-sans-sc\` in the folder of the unit, or in one above it",
          },
          {
            "message": "worksheets and keys will show an empty box in its place",
          },
        ],
        "rule": "print/missing-glyph",
        "severity": "warning",
      },
    ]
  `)
  const titled = limitsOf([worksheets], sampleContent({ ...sampleBank(2), title: 'Tides of 潮' }))
  expect(titled.map(({ message }) => message)).toEqual([
    'Unexpected "潮" (U+6F6E) in the titles of the quiz and its unit, expected characters that the print fonts have',
  ])
  expect(unprintable('Größe, Київ, Ελλάδα, ≈ 4½ – “ok” №')).toEqual([])
})

test('a fault of a template is told with its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-typst-'))
  try {
    await cp(templates, folder, { recursive: true })
    await writeFile(join(folder, 'broken.typ'), '= Tide\n  #data.high')
    const failing = openTypst(folder, questionTypes).compile('broken.typ', {})
    await expect(failing).rejects.toThrow(TypstError)
    await expect(failing).rejects.toThrow('templates/print/broken.typ:2:4: unknown variable: data')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
