import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bridgeCopy, emptyFolder } from './bridge.ts'
import { call } from './call.ts'

const explain = (folder: string, ...argv: string[]) => call(['explain', '--content', 'unit', ...argv], folder)

/** A unit whose first fact says what is given instead. */
async function saying(statement: string): Promise<string> {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/cost.json', (text) =>
    text.replace(
      'Mayor Ida Lind said that the bridge had reportedly cost more than 40 million crowns.',
      statement,
    ),
  )
  return unit.folder
}

test('each word has its reason: in the passage, near a word of it, recorded, of the text, small', async () => {
  const folder = await saying(
    'In the text mayoral Lind says the bridge had costs, expenses of millions, and was priced.',
  )
  const { code, out, err } = await explain(folder, 'mayor-cost', '--articles', 'articles')
  expect({ code, err }).toEqual({ code: 0, err: [] })
  expect(out.join('\n')).toMatchInlineSnapshot(`
    "In the text mayoral Lind says the bridge had costs, expenses of millions, and was priced.

      In
      the
      text      speaks of the text
      mayoral   of one root with “Mayor” in the passage
      Lind      in the passage
      says      speaks of the text
      the
      bridge    recorded with the fact: a speaker, actor, place, source or date
      had       in the passage
      costs     a form of “cost” in the passage
      expenses  a step from “cost” in the passage
      of
      millions  ✗ nothing supports it
      and
      was
      priced    means the same as “cost” in the passage

    What the checks say of it:
      error: Unexpected figure "millions" in the statement of "mayor-cost", expected one that its evidence contains [fact/figure-in-evidence]
      warning: Unexpected certainty in the statement of "mayor-cost", expected a hedge such as the "reportedly" of its evidence [fact/hedge-kept]

    Nothing supports “millions”."
  `)
})

test('what nothing supports is marked in its line and named at the end', async () => {
  const folder = await saying('Mayor Ida Lind said a herring cost more than another herring.')
  const { code, out } = await explain(folder, 'mayor-cost', '--articles', 'articles')
  expect(code).toBe(0)
  expect(out).toContain('  herring  ✗ nothing supports it')
  expect(out.at(-1)).toBe('Nothing supports “herring”.')
})

test('a figure is supported where the checks accept it, however it is written', async () => {
  const lind = 'Mayor Ida Lind said that the bridge had reportedly cost more than'
  const right = await explain(
    await saying(`${lind} forty million crowns.`),
    'mayor-cost',
    '--articles',
    'articles',
  )
  expect(right.out.filter((line) => /^ {2}(?:forty|million) /.test(line))).toEqual([
    '  forty       a form of “40 million” in the passage',
    '  million     in the passage',
  ])
  const wrong = await explain(
    await saying(`${lind} 41 million crowns.`),
    'mayor-cost',
    '--articles',
    'articles',
  )
  expect(wrong.out.at(-1)).toBe('Nothing supports “41”, “million”.')
})

test('what the checks find between the words is said below them', async () => {
  const folder = await saying(
    'Mayor Ida Lind said that the bridge had reportedly not cost more than 40 million crowns.',
  )
  const { out } = await explain(folder, 'mayor-cost', '--articles', 'articles')
  expect(out.slice(-4)).toEqual([
    'What the checks say of it:',
    expect.stringMatching(/^ {2}error: Unexpected "not" .* \[fact\/negation-kept\]$/),
    '',
    expect.stringContaining('Every word is supported.'),
  ])
})

test('a statement that is told freely is called so', async () => {
  const folder = await saying(
    'Ida Lind reckons that spending on this crossing swallowed above 40 million crowns.',
  )
  const { out } = await explain(folder, 'mayor-cost', '--articles', 'articles')
  expect(out.at(-2)).toMatch(
    /^It is told freely: of the \d words that must have a reason \d stands? in the passages\./,
  )
})

test('a word that is excused says so; with all words supported a reader is asked to judge', async () => {
  const { folder } = await bridgeCopy()
  const { out } = await explain(folder, 'union-cost', '--articles', 'articles')
  expect(out).toContain('  cost      excused in notInEvidence')
  expect(out.at(-1)).toBe(
    'Every word is supported. Whether they say the same together is for a reader to judge: factdeck review.',
  )
})

test('of several passages the one is named in which a word stands', async () => {
  const unit = await bridgeCopy()
  const passages = /"evidence": \[(\{.+?\})\]/g
  await unit.edit('unit/facts/cost.json', (text) => {
    const [mayor, union] = Array.from(text.matchAll(passages), ([, passage]) => passage)
    return text.replace(`[${mayor}]`, `[${mayor}, ${union}]`)
  })
  const { out } = await explain(unit.folder, 'mayor-cost', '--articles', 'articles')
  expect(out).toContain('  Lind        in passage 1')
  await unit.edit('unit/facts/cost.json', (text) => text.replace('Mayor Ida Lind said', 'The union said'))
  expect((await explain(unit.folder, 'mayor-cost', '--articles', 'articles')).out).toContain(
    '  union       in passage 2',
  )
})

test('a language without a reader: it says what is compared instead', async () => {
  const folder = await emptyFolder()
  const german = fileURLToPath(new URL('../fixtures/german-unit', import.meta.url))
  await cp(german, join(folder, 'unit'), { recursive: true })
  expect(await explain(folder, 'sperrung', '--articles', 'unit/articles')).toEqual({
    code: 0,
    out: [],
    err: [
      'note: words of the language "de" are not compared: there is no reader for it; figures, names and quotations are, by factdeck check',
    ],
  })
})

test.for([
  [
    ['mayor-coast', '--articles', 'articles'],
    'Unexpected fact "mayor-coast", expected an id of the fact base',
  ],
  [['mayor-cost'], 'Unexpected explain without --articles DIR, expected the folder with the article texts'],
  [['mayor-cost', '--articles', 'nowhere'], 'Unexpected --articles'],
] as const)('wrong usage: %j', async ([argv, said]) => {
  const { folder } = await bridgeCopy()
  const { code, out, err } = await explain(folder, ...argv)
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(err.join('\n')).toContain(said)
})

test('a near id is suggested; an article that is not the recorded one is an error', async () => {
  const unit = await bridgeCopy()
  expect((await explain(unit.folder, 'mayor-coast', '--articles', 'articles')).err.join()).toContain(
    'mayor-cost',
  )
  await unit.edit('articles/bridge.txt', (text) => `${text}!`)
  const { code, err } = await explain(unit.folder, 'mayor-cost', '--articles', 'articles')
  expect(code).toBe(1)
  expect(err.join()).toContain('[fact/article-digest]')
})
