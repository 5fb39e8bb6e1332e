// A build in shards, put together, is one build, byte by byte.

import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, merge, output } from '../../scripts/api.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

const withoutBrowser = { ...process.env, FACTDECK_BROWSER: '/nowhere/chromium' }

/** Two decks and two quizzes, so that no output is a single part; and background, so that there is a glossary. */
async function unitOfSeveral(): Promise<Awaited<ReturnType<typeof bridgeCopy>>> {
  const unit = await bridgeCopy()
  const read = (file: string) => readFile(join(unit.folder, file), 'utf8')
  await unit.write(
    'unit/slides/again.json',
    (await read('unit/slides/bridge.json')).replace(/"title": "[^"]*"/, '"title": "The bridge again"'),
  )
  const again = JSON.parse(await read('unit/questions/cost.json')) as {
    title: string
    questions: { id: string }[]
  }
  again.title = 'What it cost, again'
  for (const question of again.questions) question.id = `${question.id}-again`
  await unit.write('unit/questions/again.json', JSON.stringify(again, null, 2))
  return unit
}

const everything = [
  '--content',
  'unit',
  '--articles',
  'articles',
  '--exports',
  '--reading-pack',
  '--show-passages',
]

async function shards(of: number, cwd: string, options: readonly string[], over = {}): Promise<string[]> {
  const names = Array.from({ length: of }, (_, n) => `parts-${of}/shard-${n + 1}`)
  for (const [n, out] of names.entries()) {
    const run = await call(['build', ...options, '--shard', `${n + 1}/${of}`, '--out', out], cwd, over)
    expect(run.code, run.err.join('\n')).toBe(0)
    expect(run.out.join()).toMatch(
      new RegExp(`^${out}: (?:\\d+ files?|no file) made, shard ${n + 1} of ${of}; factdeck merge`),
    )
  }
  return names
}

test('three shards of everything, merged, are one build: every file, every byte', async () => {
  const { folder } = await unitOfSeveral()
  const options = [...everything, '--without-notes', '--paper', 'letter']
  const whole = await call(['build', ...options, '--out', 'whole'], folder)
  expect(whole.code, whole.err.join('\n')).toBe(0)
  const expected = await manifest(join(folder, 'whole'))
  const paths = Object.keys(expected)
  for (const path of [
    'index.html',
    'facts.html',
    'learn.html',
    'learn-worker.js',
    'reading-pack.html',
    'exports/common-cartridge/course.imscc',
  ])
    expect(paths).toContain(path)
  const names = await shards(3, folder, options)
  // In whatever order they come.
  const merged = await call(
    ['merge', ...names.toReversed(), '--content', 'unit', '--articles', 'articles', '--out', 'merged'],
    folder,
  )
  expect(merged.code, merged.err.join('\n')).toBe(0)
  expect(await manifest(join(folder, 'merged'))).toEqual(expected)
  // Each makes its share, of slow outputs and quick ones; what leads to the others is merge's.
  const made = await Promise.all([1, 2, 3].map((n) => manifest(join(folder, `parts-3/shard-${n}`))))
  for (const each of made) {
    expect(Object.keys(each)).not.toContain('index.html')
    expect(Object.keys(each).filter((path) => path.startsWith('exports/')).length).toBeGreaterThan(0)
  }
  const decks = made.map((each) => Object.keys(each).filter((path) => path.endsWith('-slides.pdf')).length)
  expect(decks.reduce((sum, n) => sum + n, 0)).toBe(
    paths.filter((path) => path.endsWith('-slides.pdf')).length,
  )
  expect(Math.max(...decks)).toBeLessThanOrEqual(1)
})

test('shards of any number, merged, are one build', async () => {
  const { folder } = await unitOfSeveral()
  const only = ['--content', 'unit', '--only', 'quizzes,decks,gift,anki,class,learn,site']
  await call(['build', ...only, '--out', 'whole'], folder)
  const expected = await manifest(join(folder, 'whole'))
  for (const of of [1, 2, 5, 7]) {
    const names = await shards(of, folder, only)
    const merged = await call(['merge', ...names, '--content', 'unit', '--out', 'merged'], folder)
    expect(merged.code, merged.err.join('\n')).toBe(0)
    expect(await manifest(join(folder, 'merged'))).toEqual(expected)
  }
})

test('more shards than parts: some are empty, and all are one build', async () => {
  const { folder } = await bridgeCopy()
  const only = ['--content', 'unit', '--only', 'quizzes,class,site']
  await call(['build', ...only, '--out', 'whole'], folder)
  const names = await shards(4, folder, only)
  expect(Object.keys(await manifest(join(folder, names[3]!)))).toEqual(['.factdeck', 'factdeck-shard.json'])
  expect((await call(['merge', ...names, '--content', 'unit', '--out', 'merged'], folder)).code).toBe(0)
  expect(await manifest(join(folder, 'merged'))).toEqual(await manifest(join(folder, 'whole')))
})

test('what cannot be put together is said, all of it, with what to do', async () => {
  const { folder, edit } = await unitOfSeveral()
  const only = ['--content', 'unit', '--only', 'quizzes,site,class']
  const [one, two, three] = await shards(3, folder, only)
  const [otherOne, otherTwo] = await shards(2, folder, only)
  await call(
    ['build', ...only, '--shard', '3/3', '--paper', 'letter', '--only', 'worksheets', '--out', 'options'],
    folder,
  )
  await mkdir(join(folder, 'nothing'))
  await mkdir(join(folder, 'stranger'))
  await writeFile(join(folder, 'stranger/index.html'), 'mine')
  const said = async (...argv: (string | undefined)[]): Promise<string> => {
    const { code, err } = await call(
      ['merge', ...argv.map(String), '--content', 'unit', '--out', 'out'],
      folder,
    )
    return `${code} ${err.join('\n')}`
  }
  const texts = [
    await said(one, three),
    await said(one, two, three, one),
    await said(one, two, three, 'nothing', 'stranger', 'nowhere', 'parts-2'),
    await said(one, two, 'options'),
    await said(one, otherTwo),
    await said(one, two, three, '--articles', 'articles'),
  ]
  await edit('unit/facts/unit.json', (text) => text.replace(/"title": "/, '"title": "New: '))
  texts.push(await said(one, two, three))
  await call(['build', ...only, '--shard', '2/2', '--out', 'changed'], folder)
  texts.push(await said(otherOne, 'changed'))
  expect(texts.join('\n')).toMatchInlineSnapshot(`
    "1 factdeck: error: Unexpected lack of shard 2 of 3, expected all; add the folder of factdeck build --shard 2/3 [output/shards]
    1 factdeck: error: Unexpected shard 1/3 in "parts-3/shard-1" and "parts-3/shard-1", expected each once; leave one of them out [output/shards]
    1 factdeck: error: Unexpected empty folder "nothing", expected what factdeck build --shard N/OF --out DIR made; if a service carried it here, look whether its job failed [output/shards]
    factdeck: error: Unexpected folder "stranger" without factdeck-shard.json, expected what factdeck build --shard N/OF --out DIR made [output/shards]
    factdeck: error: Unexpected "nowhere", expected a folder with what factdeck build --shard N/OF --out DIR made [output/shards]
    factdeck: error: Unexpected folder "parts-2" around shards, expected the shards themselves: factdeck merge parts-2/* [output/shards]
    1 factdeck: error: Unexpected shard in "options" made with other outputs and other options than "parts-3/shard-1", expected all of one build; build both again from the same commit with the same options [output/shards]
    1 factdeck: error: Unexpected shard 2/2 in "parts-2/shard-2" beside 1/3 in "parts-3/shard-1", expected shards of one build; build all with the same number after the stroke [output/shards]
    1 factdeck: error: Unexpected --articles, expected none: the shards were built without [output/shards]
    1 factdeck: error: Unexpected shards made of other content, expected that of --content DIR; merge in the same commit, or build the shards again [output/shards]
    1 factdeck: error: Unexpected shard in "changed" made with other content than "parts-2/shard-1", expected all of one build; build both again from the same commit with the same options [output/shards]"
  `)
  const { code, err } = await call(['merge', one!, two!, three!, '--content', 'unit', '--out', one!], folder)
  expect(`${code} ${err.join('\n').replaceAll(folder, '')}`).toMatchInlineSnapshot(
    `"2 factdeck: error: Unexpected output folder /parts-3/shard-1 within the shard /parts-3/shard-1, expected one outside of it [source/output-foreign]"`,
  )
})

test('a shard that there is not is refused', async () => {
  const { folder } = await bridgeCopy()
  const said = []
  for (const shard of ['9/8', '0/8', '3', '1/0', '2/9999', 'a/b', '-1/2', '1.5/2', '1/2/3'])
    said.push(...(await call(['build', '--content', 'unit', `--shard=${shard}`], folder)).err.slice(0, 1))
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected --shard "9/8", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "0/8", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "3", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "1/0", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "2/9999", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "a/b", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "-1/2", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "1.5/2", expected which one of how many, from 1/8 to 8/8
    factdeck: error: Unexpected --shard "1/2/3", expected which one of how many, from 1/8 to 8/8"
  `)
  await expect(build({ content: 'unit', out: 'out', shard: { number: 9, of: 8 } })).rejects.toThrow(
    'Unexpected --shard "9/8"',
  )
})

test('a file that was lost, changed or replaced on the way is named; a record leads nowhere else', async () => {
  const { folder } = await bridgeCopy()
  const [one] = await shards(1, folder, ['--content', 'unit', '--only', 'quizzes,class'])
  const page = join(folder, one!, 'quizzes/cost.html')
  const record = join(folder, one!, 'factdeck-shard.json')
  const said = async (): Promise<string> => {
    const { code, err } = await call(['merge', one!, '--content', 'unit', '--out', 'out'], folder)
    return `${code} ${err.join('\n')}`
  }
  const text = await readFile(page)
  const texts = []
  await writeFile(page, 'changed')
  texts.push(await said())
  await rm(page)
  texts.push(await said())
  await writeFile(join(folder, 'elsewhere.html'), text)
  await symlink('../../../elsewhere.html', page)
  texts.push(await said())
  const recorded = await readFile(record, 'utf8')
  for (const path of [
    '../../elsewhere.html',
    '/etc/hostname',
    'quizzes/../../x',
    'C:/x',
    'a\\\\b',
    '.',
    '',
  ]) {
    await writeFile(record, recorded.replaceAll('quizzes/cost.html', path))
    expect(await said(), path).toContain('Unexpected contents of parts-1/shard-1/factdeck-shard.json')
  }
  await writeFile(record, '{')
  texts.push(await said())
  expect(texts.join('\n')).toMatchInlineSnapshot(`
    "1 factdeck: error: Unexpected change of parts-1/shard-1/quizzes/cost.html, expected it as shard 1/1 made it; bring the folder over again, whole [output/shards]
    1 factdeck: error: Unexpected lack of parts-1/shard-1/quizzes/cost.html, expected it as shard 1/1 made it; bring the folder over again, whole [output/shards]
    1 factdeck: error: Unexpected link or folder parts-1/shard-1/quizzes/cost.html, expected it as shard 1/1 made it; bring the folder over again, whole [output/shards]
    1 factdeck: error: Unexpected contents of parts-1/shard-1/factdeck-shard.json, expected those that a shard of this version of factdeck wrote; build that shard again [output/shards]"
  `)
  expect(Object.keys(await manifest(folder)).filter((path) => path.startsWith('out'))).toEqual([])
})

test('without a browser in any shard: as a build without one; in one of them: said', async () => {
  const { folder } = await unitOfSeveral()
  const only = ['--content', 'unit', '--only', 'deck-pdfs,site,decks']
  await call(['build', ...only, '--out', 'whole'], folder, { env: withoutBrowser })
  const names = await shards(3, folder, only, { env: withoutBrowser })
  const merged = await call(['merge', ...names, '--content', 'unit', '--out', 'merged'], folder)
  expect(merged).toMatchObject({ code: 0 })
  expect(merged.err.join('\n')).toContain('note: no PDFs of decks were made: no shard had a browser for them')
  expect(await manifest(join(folder, 'merged'))).toEqual(await manifest(join(folder, 'whole')))
  await call(['build', ...only, '--shard', '1/3', '--out', names[0]!], folder)
  const refused = await call(['merge', ...names, '--content', 'unit', '--out', 'merged'], folder)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.err.join('\n')).toMatch(
    /^factdeck: error: Unexpected lack of PDFs of decks in "parts-3\/shard-\d", whose machines had no browser, .* \[output\/shards\]$/m,
  )
})

test('the library builds shards and merges them, outputs of a program too', async () => {
  const { folder } = await bridgeCopy()
  const titles = output({
    name: 'titles',
    makes: 'titles',
    scope: 'deck',
    files: {},
    options: {},
    emit: async (deck) => [{ path: `titles/${deck.id}.txt`, data: deck.title }],
  })
  const content = join(folder, 'unit')
  const options = { content, only: ['quizzes', 'site'], outputs: [titles] }
  const whole = await build({ ...options, out: join(folder, 'whole') })
  const folders = [1, 2].map((number) => join(folder, `shard-${number}`))
  for (const [n, out] of folders.entries()) await build({ ...options, out, shard: { number: n + 1, of: 2 } })
  const merged = await merge({ content, out: join(folder, 'merged'), shards: folders, outputs: [titles] })
  expect(merged).toMatchObject({ ok: true, files: whole.files })
  expect(await manifest(join(folder, 'merged'))).toEqual(await manifest(join(folder, 'whole')))
  await expect(merge({ content, out: join(folder, 'merged'), shards: folders })).rejects.toThrow(
    'Unexpected shards with outputs of their own (titles)',
  )
})
