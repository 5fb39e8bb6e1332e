import { beforeAll, expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { judgeDraft, type DraftUnit } from '../../scripts/facts/reviews/judge-draft.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { article, articles, baseOf, fact } from './content.ts'

let reader: Reader
let unit: DraftUnit
const texts = new Map([['gazette', new ArticleText(article)]])
const others = [
  fact('opening'),
  fact('tea', { from: 'Sugar may have dissolved half a million barrels of tea.' }),
]
beforeAll(async () => {
  reader = (await openReader('en'))!
  unit = { base: baseOf(others), texts, reader }
})

test('says of an unsaved fact what is wrong, in which value and about which words', () => {
  const draft = fact('opening', {
    statement: 'The Tidewick bridge opened in secret on 5 May 2019.',
    actors: ['nobody'],
    quantities: [{ id: 'carts', label: 'carts', value: 7, unit: 'carts' }],
  })
  const { problems, words, passages, digest } = judgeDraft(draft, unit)
  const statement = draft['statement'] as string
  expect(
    problems.map(({ rule, path, words: about }) =>
      [rule, path.join('.'), about && statement.slice(about.start, about.end)].filter(Boolean).join(' · '),
    ),
  ).toMatchInlineSnapshot(`
    [
      "fact/known-actor · actors.0",
      "fact/date-in-evidence · statement · 5 May 2019",
      "fact/figure-in-evidence · quantities.0.value",
      "fact/word-in-evidence · statement · secret",
      "fact/unit-in-evidence · quantities.0.unit",
    ]
  `)
  expect(words.filter(({ reason }) => reason === 'unsupported').map(({ text }) => text)).toEqual([
    'secret',
    '5',
    'May',
    '2019',
  ])
  expect(passages).toEqual(['The Tidewick bridge opened on 4 May 2019.'])
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
})

test('says the same as the check of the unit in which it is saved, and nothing of other facts', () => {
  const draft = fact('ferry', {
    from: 'The ferry reportedly carried about forty carts.',
    statement: 'The ferry carried forty carts and four bears, Ada Quill said.',
    saidBy: ['quill'],
    needs: ['missing'],
  })
  const saved = baseOf([...others, draft])
  const { path } = saved.facts.get('ferry' as never)!.place
  const inFile = [
    ...factChecks.flatMap((check) => check(saved)),
    ...checkEvidence(saved, articles, reader),
  ].filter(({ at }) => at.line >= saved.facts.get('ferry' as never)!.place.document.location(path).line)
  const { problems } = judgeDraft(draft, unit)
  expect(problems.length).toBeGreaterThan(3)
  expect(problems.map(({ rule, message }) => `${rule} ${message}`).toSorted()).toEqual(
    inFile.map(({ rule, message }) => `${rule} ${message}`).toSorted(),
  )
})

test.each([null, [], 'text', {}, { ...fact('x'), evidence: [] }, { ...fact('x'), statment: 'The bridge.' }])(
  'answers a draft of any shape: %j',
  (draft) => {
    const { problems, words, fact: made } = judgeDraft(draft, unit)
    expect(problems.length).toBeGreaterThan(0)
    expect([words, made]).toEqual([[], undefined])
  },
)

test('judges what can be judged where an article is not there or there is no reader', () => {
  const draft = fact('opening', { statement: 'The bridge opened in secret.' })
  const without = judgeDraft(draft, { ...unit, texts: new Map() })
  expect([without.words, without.problems]).toEqual([[], []])
  expect(judgeDraft(draft, { ...unit, reader: undefined })).toMatchObject({ words: [], problems: [] })
})

test('in a strict unit a warning is an error', () => {
  const draft = fact('opening', { statement: 'The Tidewick bridge opened in secret.' })
  const strict = { ...unit.base, unit: { ...unit.base.unit, strict: true } }
  const severities = [unit.base, strict].map((base) =>
    judgeDraft(draft, { ...unit, base }).problems.map(({ severity }) => severity),
  )
  expect(severities).toEqual([['warning'], ['error']])
})
