// Small units in other languages, on invented articles: they pass, and what a careless writer does to them
// does not.

import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { baseOf, document, fact, file as articleFile, source } from '../rules/content.ts'
import { emptyFolder } from '../commands/bridge.ts'
import { call, type Called } from '../commands/call.ts'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** What `check --articles` says of a unit after words of its facts were replaced. */
async function checked(unit: string, file: string, from = '', to = ''): Promise<Called> {
  const folder = await emptyFolder()
  await cp(join(fixtures, unit), folder, { recursive: true })
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  await writeFile(path, text.replace(from, to))
  return call(['check', '--articles', 'articles'], folder)
}

const rulesOf = ({ err }: Called): string[] => [
  ...new Set(err.flatMap((line) => /\[([a-z/-]+)\]$/.exec(line)?.[1] ?? [])),
]

test.each([
  ['german-unit', 'facts/schleuse.json'],
  ['ukrainian-unit', 'facts/porom.json'],
  // A language without a module, whose letters know no capitals, with figures in both kinds of digits.
  ['arabic-unit', 'facts/well.json'],
])('%s passes without a word', async (unit, file) => {
  const { code, err } = await checked(unit, file)
  expect({ code, err }).toEqual({ code: 0, err: [] })
})

test.each([
  ['4. März 2024 zu', '5. März 2024 zu', 'fact/date-in-evidence'],
  ['4. März 2024 zu', '4. Mai 2024 zu', 'fact/date-in-evidence'],
  ['mehr als 12 Meter.', 'mehr als 13 Meter.', 'fact/figure-in-evidence'],
  ['mehr als 12 Meter.', '12 Meter.', 'fact/bound-kept'],
  ['höchstens 12 000 Euro', 'höchstens 12,000 Euro', 'fact/figure-in-evidence'],
  ['höchstens 12 000 Euro', 'mindestens 12 000 Euro', 'fact/bound-kept'],
  ['zweieinhalb Millionen', 'zweieinhalb Milliarden', 'fact/figure-in-evidence'],
  [
    'soll den Schaden angeblich seit 2022 gekannt haben',
    'hat den Schaden seit 2022 gekannt',
    'fact/hedge-kept',
  ],
  ['Das Wasseramt soll', 'Die Reederei Nordlicht soll', 'fact/name-in-evidence'],
  ['Nordlicht nicht, sagt', 'Nordlicht, sagt', 'fact/negation-kept'],
  ['misst mehr', 'misst nicht mehr', 'fact/negation-kept'],
])('finds in German that %j became %j', async (from, to, rule) => {
  expect(rulesOf(await checked('german-unit', 'facts/schleuse.json', from, to))).toContain(rule)
})

test.each([
  ['4 березня 2024 року."', '5 березня 2024 року."', 'fact/date-in-evidence'],
  ['4 березня 2024 року."', '4 травня 2024 року."', 'fact/date-in-evidence'],
  ['про понад 12 метрів', 'про понад 13 метрів', 'fact/figure-in-evidence'],
  ['про понад 12 метрів', 'про 12 метрів', 'fact/bound-kept'],
  ['щонайбільше у 12 тисяч', 'щонайменше у 12 тисяч', 'fact/bound-kept'],
  ['два з половиною мільйони', 'два з половиною мільярди', 'fact/figure-in-evidence'],
  ['нібито знала', 'знала', 'fact/hedge-kept'],
  ['Ади Лозової', 'Ніни Лозової', 'fact/name-in-evidence'],
  ['не дійшло', 'дійшло', 'fact/negation-kept'],
  ['зупинили 4', 'не зупинили 4', 'fact/negation-kept'],
])('finds in Ukrainian that %j became %j', async (from, to, rule) => {
  expect(rulesOf(await checked('ukrainian-unit', 'facts/porom.json', from, to))).toContain(rule)
})

test.each([
  ['في تلّ الورد مغلقة منذ 4/3/2024', 'في تلّ الورد مغلقة منذ 5/3/2024', 'fact/date-in-evidence'],
  ['1250 مترا.', '1350 مترا.', 'fact/figure-in-evidence'],
  ['عن 340 صهريجا', 'عن ٤٣٠ صهريجا', 'fact/figure-in-evidence'],
  ['"value": 2500000', '"value": 3500000', 'fact/figure-in-evidence'],
  ['سمّى نادر عمران', 'سمّت سلمى الحداد', 'fact/name-in-evidence'],
  ['الإغلاق «خطوة ضرورية».', 'الإغلاق «خطوة خاطئة».', 'fact/quotation-in-evidence'],
  ['عمران: «خطوة ضرورية»', 'عمران: «خطأ كبير»', 'fact/quotation-in-evidence'],
  ['"تلّ الورد"', '"تلّ الزهر"', 'fact/name-in-evidence'],
])('finds in Arabic, without a module, that %j became %j', async (from, to, rule) => {
  expect(rulesOf(await checked('arabic-unit', 'facts/well.json', from, to))).toContain(rule)
})

test.each([
  ['german-unit', 'facts/schleuse.json', 'misst mehr', 'misst „mit Sicherheit“ mehr'],
  ['ukrainian-unit', 'facts/porom.json', 'зупинили 4', 'зупинили «назавжди» 4'],
])('holds quotations in %s to the letter', async (unit, file, from, to) => {
  expect(rulesOf(await checked(unit, file, from, to))).toContain('fact/quotation-in-evidence')
})

const polish =
  'Most w Lipkach kosztował 12 000 złotych. Otwarto go 4.05.2024, mówi Anna Kos. Jan Nowak milczał.'

/** What is said of a statement in a language without a module. */
function inPolish(statement: string, more: Record<string, unknown> = {}): string[] {
  const text = new ArticleText(polish)
  const end = polish.indexOf(' Jan Nowak')
  const evidence = [{ source: 'gazette', start: 0, end, sha256: sha256(text.span(0, end)) }]
  const base = baseOf({
    sources: [{ ...source, sha256: text.sha256 }],
    actors: ['Anna Kos', 'Jan Nowak'].map((name) => ({
      id: name.toLowerCase().replace(' ', '-'),
      name,
      kind: 'person',
    })),
    facts: [fact('it', { statement, evidence, status: 'reported', ...more })],
    more: [document('facts/unit.json', { title: 'Most', summary: 'Most.', language: 'pl' })],
  })
  return checkEvidence(base, new Map([[articleFile, polish]])).map(({ rule }) => rule)
}

test('a language without a module runs the rules that need no words', () => {
  expect([
    ...inPolish('Anna Kos mówi, że Most kosztował 12\u00A0000 złotych.'),
    ...inPolish('Podobno Most otwarto 4.05.2024.'),
  ]).toEqual([])
  expect(inPolish('Most kosztował 13 000 złotych.')).toEqual(['fact/figure-in-evidence'])
  expect(inPolish('Most otwarto 5.05.2024.')).toEqual(['fact/date-in-evidence'])
  expect(inPolish('Jan Nowak mówi o moście.')).toEqual(['fact/name-in-evidence'])
  expect(inPolish('Most jest nowy.', { quote: { text: 'Most jest nowy', by: 'anna-kos' } })).toEqual([
    'fact/quote-in-evidence',
  ])
})

/** What check says that it did not look at in the German unit, said to be in another language. */
async function notLookedAt(tag: string): Promise<string[]> {
  const { out } = await checked('german-unit', 'facts/unit.json', '"de"', `"${tag}"`)
  return out.filter((line) => line.startsWith('The unit is in'))
}

test('check says once what it did not look at, for want of a module or of a part of one', async () => {
  expect([...(await notLookedAt('pl')), ...(await notLookedAt('de'))]).toMatchInlineSnapshot(`
    [
      "The unit is in Polish. For want of rules for that language, these were not looked at: figures, months and bounds in words; names of people, bodies and places that the fact base does not record; hedges that a statement drops; negations put in or left out; examples told as the whole list; the words of statements, and of claims in questions, one by one; verbs that vouch for what is said, judgements told as documented; words of a stem that give its key away; whether keys are what the facts say; wording that gives the key of a question away.",
      "The unit is in German. For want of rules for that language, these were not looked at: names of people, bodies and places that the fact base does not record; the words of statements, and of claims in questions, one by one.",
    ]
  `)
  expect(await notLookedAt('en')).toEqual([])
  // Words that no blanks part cannot be looked up one by one.
  expect((await notLookedAt('ja')).join()).toContain('names and speakers, since words stand without blanks')
})

test('a tag that is no language is refused', async () => {
  for (const tag of ['xx', 'german', 'de_DE', 'DE']) {
    const { code, err } = await checked('german-unit', 'facts/unit.json', '"de"', `"${tag}"`)
    expect({ code, tag, err: err[0] }).toEqual({
      code: 1,
      tag,
      err: expect.stringContaining('expected the tag of a language, such as "en", "de" or "pt-BR"'),
    })
  }
})
