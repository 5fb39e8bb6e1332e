import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { explain } from '../../scripts/commands/explain.ts'
import { compileWordNet, DictionaryDamaged } from '../../scripts/languages/en/wordnet/compile.ts'
import { decodeIndex, IndexDamaged } from '../../scripts/languages/en/wordnet/format.ts'
import { openLexicon, type Lexicon } from '../../scripts/languages/en/wordnet/lexicon.ts'
import { packageRoot } from '../../scripts/render/open-render.ts'
import {
  compileInstalled,
  openWordIndex,
  shippedIndex,
  WordNetMissing,
} from '../../scripts/render/word-index.ts'

let bytes: Uint8Array
let lexicon: Lexicon
beforeAll(async () => {
  bytes = await openWordIndex({ packageRoot, cacheFolder: join(packageRoot, '.cache') })
  lexicon = openLexicon(decodeIndex(bytes))
})

test('finds the lemmas of a form', () => {
  expect(
    ['sent', 'barrels', 'allies', 'driven', 'closest', 'Sanctions', 'xyzzy'].map((form) => [
      form,
      lexicon.lemmas(form),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "sent",
        [
          "sent",
          "send",
        ],
      ],
      [
        "barrels",
        [
          "barrels",
          "barrel",
        ],
      ],
      [
        "allies",
        [
          "allies",
          "ally",
        ],
      ],
      [
        "driven",
        [
          "driven",
          "drive",
        ],
      ],
      [
        "closest",
        [
          "closest",
          "close",
        ],
      ],
      [
        "Sanctions",
        [
          "sanction",
        ],
      ],
      [
        "xyzzy",
        [],
      ],
    ]
  `)
})

test('knows what is near and what is opposite, one step and no more', () => {
  expect(
    [
      ['supply', 'provided', 'synonym'],
      ['defence', 'defense', 'synonym'],
      ['deliveries', 'deliver', 'derived'],
      ['troops', 'soldiers', undefined],
      ['oil', 'gas', undefined],
      ['rise', 'fall', undefined],
    ].map(([one, other]) => [one, other, lexicon.nearness(one!, other!)]),
  ).toEqual([
    ['supply', 'provided', 'synonym'],
    ['defence', 'defense', 'synonym'],
    ['deliveries', 'deliver', 'derived'],
    ['troops', 'soldiers', undefined],
    ['oil', 'gas', undefined],
    ['rise', 'fall', undefined],
  ])
  expect(lexicon.opposite('rose', 'fell')).toBe(true)
  expect(lexicon.opposite('legal', 'illegal')).toBe(true)
  expect(lexicon.opposite('rose', 'increased')).toBe(false)
})

const akin = (pairs: readonly string[]): [string, boolean][] =>
  pairs.map((pair) => {
    const [one = '', other = ''] = pair.split(' ')
    expect(lexicon.akin(other, one)).toBe(lexicon.akin(one, other))
    return [pair, lexicon.akin(one, other)]
  })

test('words are akin by what they are derived from, by a broader word of a near one, and by an explanation', () => {
  const yes = [
    'sickness fever',
    'population inhabitants',
    'shopkeeper shop',
    'completely fully',
    'aware knew',
  ]
  expect(akin(yes)).toEqual(yes.map((pair) => [pair, true]))
  // Opposites never are, though one explains the other; nor is what has nothing to do with each other.
  const no = ['secret opened', 'rose fell', 'legal illegal', 'bridge opened', 'xyzzy shop', 'herring barrels']
  expect(akin(no)).toEqual(no.map((pair) => [pair, false]))
})

test('terms of several words are found in any form, with a few words before a particle', () => {
  const phrases = (text: string): string[] =>
    lexicon.phrases(text.split(' ').map((lower) => ({ lower }))).map(({ lower }) => lower)
  expect(phrases('they had ruled out the plan')).toContain('rule_out')
  expect(phrases('she put the ban off')).toContain('put_off')
  expect(phrases('he did it on purpose')).toContain('on_purpose')
  expect(phrases('the bridge opened')).toEqual([])
  expect(lexicon.nearness('abandoned', 'give_up')).toBe('synonym')
  expect(['explained', 'bridge'].map((word) => lexicon.nearness(word, 'clear_up'))).toEqual([
    expect.stringMatching(/synonym|near/),
    undefined,
  ])
})

test('knows the words for persons', () => {
  const words = ['passengers', 'Teacher', 'trams', 'herring', 'xyzzy']
  expect(words.filter((word) => lexicon.isPerson(word))).toEqual(['passengers', 'Teacher'])
})

test('refuses an index that is none, is cut short or of another form', () => {
  for (const damaged of [new Uint8Array(0), new Uint8Array(100), bytes.slice(0, -1), bytes.slice(4)])
    expect(() => decodeIndex(damaged)).toThrow(IndexDamaged)
})

test('names the line of a dictionary file that is damaged', () => {
  expect(() => compileWordNet(() => '00001740 03 n 01 entity')).toThrow(DictionaryDamaged)
  expect(() => compileWordNet(() => '00001740 03 n 01 entity')).toThrow(
    'Unexpected line 1 in the dictionary file "data.noun"',
  )
})

test('makes a damaged index of the cache anew', async () => {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'word-index-'))
  const shipped = await readFile(join(packageRoot, shippedIndex)).then(
    () => true,
    () => false,
  )
  if (shipped) return
  await openWordIndex({ packageRoot, cacheFolder })
  const [name = ''] = await import('node:fs/promises').then(({ readdir }) => readdir(cacheFolder))
  await writeFile(join(cacheFolder, name), bytes.slice(0, 1000))
  expect((await openWordIndex({ packageRoot, cacheFolder })).length).toBe(bytes.length)
})

test('a dictionary file that is missing is named, with what to do', async () => {
  const elsewhere = { data: 'no-such-dictionary', exceptions: 'no-such-exceptions' }
  await expect(compileInstalled(elsewhere)).rejects.toThrow(WordNetMissing)
  await expect(compileInstalled(elsewhere)).rejects.toThrow(
    /^Unexpected lack of the dictionary file "data\.noun" of no-such-dictionary, .*\n {2}note: run npm install/,
  )
})

test('a dictionary that is not installed has its own message and exit code', () => {
  expect(
    explain(
      new WordNetMissing('Unexpected lack of the dictionary file "data.noun"\n  note: run npm install'),
    ),
  ).toEqual({
    code: 3,
    text: 'factdeck: error: Unexpected lack of the dictionary file "data.noun" [render/wordnet]\n  note: run npm install',
  })
})
