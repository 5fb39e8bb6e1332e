import { expect, test } from 'vitest'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import { parseJson } from '../../scripts/source/json-document.ts'

const fact = {
  id: 'people',
  statement: 'About 12,000 people crossed.',
  short: 'About 12,000 crossed',
  status: 'reported',
  tags: ['people'],
  evidence: [{ source: 'bridge', start: 0, end: 5, sha256: '0'.repeat(64) }],
}

/** What is said of a topic file with these facts, and the ids of those that are read all the same. */
function read(...facts: object[]): { said: string[]; read: string[] } {
  const topic = { id: 'cost', title: 'Cost', summary: 'What it cost.' }
  const document = parseJson('facts/cost.json', JSON.stringify({ topic, facts })).value!
  const { value, diagnostics } = loadFactBase([document])
  return {
    said: diagnostics.filter(({ rule }) => rule === 'source/schema').map(formatDiagnostic),
    read: [...value!.facts.keys()],
  }
}

test('a fact without evidence is told how to get it', () => {
  expect(read({ ...fact, evidence: [] }).said.join('\n')).toContain(
    'Pin the passage: factdeck pin --articles DIR --fact ID "the passage"',
  )
})

test('a fact of the wrong shape does not keep the others from being read', () => {
  expect(read({ ...fact, id: 'first', evidence: [] }, fact).read).toEqual(['people'])
})

test('a word that is no status is answered with what each of them means', () => {
  expect(read({ ...fact, status: 'sure' }).said.join('\n')).toContain(
    'note: documented: the article shows it',
  )
})

test('a date in words is a date of the wrong form, and no fault of the program', () => {
  const { said } = read({ ...fact, when: { from: '3 May 2024', to: '2024-02-31', precision: 'day' } })
  expect(said.join('\n')).toContain('Unexpected "3 May 2024", expected YYYY, YYYY-MM or YYYY-MM-DD')
  expect(said.join('\n')).toContain('Unexpected "2024-02-31", expected a day that exists')
})
