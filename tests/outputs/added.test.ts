// Outputs that stand in the table and nowhere else: built, previewed, linked, in the help, and refused where
// they are misspelt.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { main } from '../../scripts/commands/main.ts'
import { output } from '../../scripts/outputs/output.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { call, listeningIo } from '../commands/call.ts'
import { madeBy } from '../made-by.ts'
import { sampleContent } from '../site/content.ts'
import { emitted } from './thrown-away.ts'

vi.mock(import('../../scripts/outputs/table.ts'), async (original) => {
  const { outputs } = await original()
  const { cards, census, lists } = await import('./thrown-away.ts')
  return { outputs: [...outputs, census, lists, cards] }
})

/** The unit of the guide with a second deck and a second quiz. */
async function twoOfEach(): Promise<Awaited<ReturnType<typeof bridgeCopy>>> {
  const unit = await bridgeCopy()
  const read = (file: string): Promise<string> => readFile(join(unit.folder, 'unit', file), 'utf8')
  const bank = (await read('questions/cost.json')).replaceAll('mayor-figure', 'more-figure')
  await unit.write(
    'unit/questions/more.json',
    bank.replace(/"title": "[^"]*"/, '"title": "More of the cost"'),
  )
  const deck = (await read('slides/bridge.json')).replace(/"title": "[^"]*"/, '"title": "The bridge again"')
  await unit.write('unit/slides/again.json', deck.replaceAll('mayor-figure', 'more-figure'))
  return unit
}

const made = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'dist'), { recursive: true }))
    .filter((file) => /^(?:cards|census|lists)/.test(file) && file.endsWith('.txt'))
    .toSorted()

test('built, each by its scope, with its options; what is made on demand only where it is named', async () => {
  const { folder } = await twoOfEach()
  const build = (...more: string[]) => call(['build', '--content', 'unit', '--no-pdf', ...more], folder)
  const built = await build('--unit', 'stones')
  expect(built.code).toBe(0)
  expect(built.err.filter((line) => line.includes('list-too-long'))).toHaveLength(2)
  expect(await made(folder)).toEqual([
    'census.txt',
    'lists/again.txt',
    'lists/bridge.txt',
    'lists/shared/ticks.txt',
  ])
  const [counts, ...titles] = (await readFile(join(folder, 'dist/census.txt'), 'utf8')).trim().split('\n')
  expect(counts).toBe('2 facts, 2 quizzes, 2 decks (stones)')
  expect(titles.toSorted()).toEqual(expect.arrayContaining(['More of the cost', 'The bridge again']))

  expect(await build('--only', 'cards,site')).toMatchObject({ code: 0 })
  expect(await made(folder)).toEqual([
    'cards/cost-1.txt',
    'cards/cost-2.txt',
    'cards/more-1.txt',
    'cards/more-2.txt',
  ])
  const index = await readFile(join(folder, 'dist/index.html'), 'utf8')
  expect(index).toMatch(/>For learners<\/h4>\s*<ul[^>]*>\s*<li>[^]*?Pack 1</)
  for (const version of ['1', '2'])
    expect(index).toMatch(new RegExp(`<a href="cards/more-${version}\\.txt">Pack ${version}<`))
  expect(index).not.toContain('census.txt')
})

test('linked from the index: what is of a deck at the deck, what is of the unit in a section of its own', async () => {
  const { folder } = await twoOfEach()
  expect(await call(['build', '--content', 'unit', '--only', 'census,lists,site'], folder)).toMatchObject({
    code: 0,
  })
  const index = await readFile(join(folder, 'dist/index.html'), 'utf8')
  const between = (from: string, to: string): string =>
    index.slice(index.indexOf(from), index.indexOf(to, index.indexOf(from)))
  const card = between('id="_deck_again"', '</article>')
  expect(card).toContain('<a class="main-link" href="lists/again.txt" download>List of slides<')
  expect(card).not.toContain('census.txt')
  const unit = between('id="_unit"', '</section>')
  expect(unit).toContain('href="census.txt#end"')
  expect(unit).toContain('>For your system</h3>')
  expect(unit).not.toContain('lists/')
  expect(index).not.toContain('ticks.txt')
})

test('served right in the preview: a file of the unit sees all of it, a file of one deck is made without the others', async () => {
  const unit = await twoOfEach()
  const { io, said, stop } = listeningIo(unit.folder)
  const ended = main(['dev', '--content', 'unit', '--port', '0', '--unit', 'bricks'], io)
  onTestFinished(async () => {
    stop()
    expect(await ended).toBe(0)
  })
  const address = await vi.waitFor(
    () => {
      const [, found] = /^Preview +(\S+)$/m.exec(said.out.join('\n')) ?? []
      if (found === undefined) throw new Error(said.err.join('\n'))
      return found
    },
    { timeout: 60_000, interval: 50 },
  )
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(address + path)
    return answer.status === 200 ? answer.text() : `${answer.status}`
  }
  expect(await get('census.txt')).toContain('2 facts, 2 quizzes, 2 decks (bricks)')
  emitted.length = 0
  expect(await get('lists/bridge.txt')).toContain('one of 2')
  expect(emitted.filter((each) => each !== 'list of bridge')).toEqual([])
  expect(await get('lists/shared/ticks.txt')).toBe('[ ]')
  expect(await get('cards/cost-1.txt')).toBe('404')
  const index = await get('')
  for (const path of ['census.txt#end', 'lists/bridge.txt', 'lists/again.txt'])
    expect(index).toContain(`href="${path}"`)

  const events = await fetch(`${address}__factdeck/events?page=census.txt`)
  await unit.edit('unit/questions/more.json', (text) => text.replace('More of the cost', 'Yet more'))
  const told = new TextDecoder()
  let text = ''
  for await (const piece of events.body!) {
    text += told.decode(piece as Uint8Array, { stream: true })
    if (/event: changed\n.*\n\n/.test(text)) break
  }
  expect(text).toContain('"paths":["census.txt"]')
  expect(await get('census.txt')).toContain('Yet more')
})

test('in the help with name and options; misspelt, the nearest is named', async () => {
  const help = (await call(['build', '--help'], '/')).out.join('\n')
  expect(help).toMatch(/^ {2}--only NAMES +[^]*?\bsite,\s*census,\s*lists,\s*cards$/m)
  expect(help).toMatch(/^ {2}--unit WORD +what the counts count in +\(pieces\)$/m)
  expect((await call(['dev', '--help'], '/')).out.join('\n')).toContain('--unit WORD')
  const { folder } = await bridgeCopy()
  const misspelt = await call(['build', '--content', 'unit', '--only', 'censsus'], folder)
  expect(misspelt.code).toBe(2)
  expect(misspelt.err[0]).toMatch(
    /^factdeck: error: Unexpected output "censsus", .*; did you mean "census"\?$/,
  )
})

test('check says what an output cannot express, and tries it', async () => {
  const { folder } = await twoOfEach()
  emitted.length = 0
  const { code, err } = await call(['check', '--content', 'unit', '--articles', 'articles'], folder)
  expect(code).toBe(0)
  expect(err.filter((line) => line.includes('list-too-long'))[0]).toMatch(
    /^slides\/again\.json:1:1: warning: Unexpected \d+ slides, expected three, which is all that a list can hold \[output\/list-too-long\]$/,
  )
  expect(emitted.toSorted()).toEqual(['census of unit', 'list of again', 'list of bridge'])
})

/** Makes one file twice, the second time with this in it. */
const twice = (two: string) =>
  output({
    name: 'twice',
    makes: 'files',
    scope: 'unit',
    options: {},
    files: {},
    emit: async () => [
      { path: 'a.txt', data: 'one' },
      { path: 'a.txt', data: two },
    ],
  })

test('two files in one place that differ are a fault, the same file twice is not', async () => {
  const render = openDryRender()
  expect(await madeBy([twice('one')], sampleContent(), render)).toHaveLength(1)
  await expect(madeBy([twice('two')], sampleContent(), render)).rejects.toThrow(
    'Unexpected second file a.txt',
  )
})

test('what goes wrong with one deck ends its output, and no other', async () => {
  const content = sampleContent()
  content.decks = ['one', 'two', 'three'].map((id) => ({ ...content.decks[0]!, id }))
  const begun: string[] = []
  const failing = output({
    name: 'failing',
    makes: 'nothing',
    scope: 'deck',
    options: {},
    files: {},
    async emit({ id }) {
      begun.push(id)
      if (id === 'two') throw new Error('the tide is out')
      return []
    },
  })
  await expect(madeBy([failing], content, openDryRender())).rejects.toThrow('the tide is out')
  expect(begun).toEqual(['one', 'two'])
})
