// `npm run bench -- wice --data DIR`: is a claim fully supported by its passage? The dev part of WiCE (Kamoi
// and others, EMNLP 2023), which people labelled. None of it is part of the repository: the folder is given.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { supportWords } from '../../scripts/facts/evidence/word-support.ts'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { parseJson, type JsonDocument } from '../../scripts/source/json-document.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { flagsHeldOut, openDefinitions, weighable, type Weighable } from './weighed.ts'

interface Claim {
  id: string
  label: 'supported' | 'partially_supported' | 'not_supported'
  claim: string
  passage: string[]
}

/** What people publish of models on the test part, which is another part of the same data set. */
const published: readonly (readonly [string, string])[] = [
  ['GPT-3.5, published, test part', '.56'],
  ['GPT-4, published, test part', '.79'],
  ['T5 of 3 billion, fine-tuned, published, test part', '.90'],
]

const figuresAndNames = ['fact/figure-in-evidence', 'fact/date-in-evidence', 'fact/name-in-evidence']
const ofWords = 'fact/word-in-evidence'
const ofSpeakers = 'fact/attribution-kept'
const ruleSets: readonly (readonly [string, (judged: Judged) => boolean])[] = [
  ['figures, dates and names alone', ({ rules }) => rules.some((rule) => figuresAndNames.includes(rule))],
  ['words alone: one without support', ({ bare }) => bare > 0],
  ['words alone: two without support', ({ bare }) => bare > 1],
  ['all rules but that of words', ({ rules }) => rules.some((rule) => rule !== ofWords)],
  [
    'all rules, words from two without support on',
    ({ rules, bare }) => bare > 1 || rules.some((rule) => rule !== ofWords),
  ],
  ['all rules', ({ rules }) => rules.length > 0],
  // The data record no speakers, so that the rule of speakers takes every claim for the article's own.
  [
    'all rules but that of speakers, errors alone',
    ({ refused }) => refused.some((rule) => rule !== ofSpeakers),
  ],
]

interface Judged {
  /** The rules that speak of the claim. */
  rules: readonly string[]
  /** Those of them with an error. */
  refused: readonly string[]
  /** Words of the claim that nothing supports. */
  bare: number
  weighable: Weighable
}

/**
 * Judges each claim as a fact of its own, with its passage as the article; Markdown. Throws where the data
 * are not there.
 */
export async function measureWice(folder: string): Promise<string> {
  const lines = (await readFile(join(folder, 'claims.dev.jsonl'), 'utf8')).split('\n').filter(Boolean)
  const claims = lines.map((line) => JSON.parse(line) as Claim)
  const judged = await judge(claims)
  const should = claims.map(({ label }) => label !== 'supported')
  const weighed = flagsHeldOut(
    judged.map((each) => each.weighable),
    should,
  )
  const flags = [
    ...ruleSets.map(([name, counts]) => [name, judged.map(counts)] as const),
    ['three figures weighed, weights from the other nine tenths', weighed] as const,
  ]
  const rows = flags.map(([name, flagged]) => {
    const share = (wanted: boolean): number =>
      flagged.filter((flag, index) => flag && should[index] === wanted).length /
      should.filter((each) => each === wanted).length
    const [caught, alarms] = [share(true), share(false)]
    return [name, ((caught + 1 - alarms) / 2).toFixed(2).replace('0.', '.'), percent(caught), percent(alarms)]
  })
  const table = [
    [`WiCE, dev part, ${claims.length} claims`, 'balanced accuracy', 'caught', 'false alarms'],
    ['---', '---:', '---:', '---:'],
    ...rows,
    ...published.map(([name, accuracy]) => [name, accuracy, '–', '–']),
  ]
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Each claim held against its passage, with no fact base around it. */
async function judge(claims: readonly Claim[]): Promise<Judged[]> {
  const reader = (await openReader('en'))!
  const definitions = await openDefinitions()
  return claims.map(({ claim, passage }, index) => {
    const text = new ArticleText(passage.join('\n'))
    const id = `claim-${index}`
    const evidence = [{ source: id, start: 0, end: text.length, sha256: sha256(text.text) }]
    const { value: base } = loadFactBase([
      document('facts/sources.json', {
        sources: [
          {
            id,
            file: id,
            sha256: text.sha256,
            title: 'Web page',
            published: { date: '2020', basis: 'printed' },
          },
        ],
      }),
      document('facts/actors.json', { actors: [{ id: 'nobody', name: 'Nobody', kind: 'person' }] }),
      document('facts/claims.json', {
        topic: { id: 'claims', title: 'Claims', summary: 'Claims.' },
        // The schema takes 240 characters and one line; the rules take any. `documented`: nobody is recorded
        // as saying so.
        facts: [{ id, statement: 'Claim.', short: 'Claim', status: 'documented', tags: ['claim'], evidence }],
      }),
    ])
    const [entry] = base?.facts.values() ?? []
    if (!base || !entry) throw new Error(`claim ${index} cannot be made a fact`)
    const facts = new Map([
      [entry.value.id, { ...entry, value: { ...entry.value, statement: claim, short: claim } }],
    ])
    const words = supportWords(claim, { passages: [text.text] }, reader)
    const found = checkEvidence({ ...base, facts }, new Map([[id, text.text]]), reader)
    return {
      rules: found.map(({ rule }) => rule),
      refused: found.flatMap(({ rule, severity }) => (severity === 'error' ? rule : [])),
      bare: words.filter(({ reason }) => reason === 'unsupported').length,
      weighable: weighable(claim, passage, { base, reader, definitions }),
    }
  })
}

function document(file: string, value: unknown): JsonDocument {
  return parseJson(file, JSON.stringify(value)).value!
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
