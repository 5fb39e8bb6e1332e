import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { criteria } from '../../bench/flaws/criteria.ts'
import { measureFlaws } from '../../bench/flaws/flaws.ts'

const items = [
  {
    question: 'Which of these did not open in Tidewick?',
    choices: ['The bridge', 'The ferry', 'The crane'],
    answer: 'A',
    flaws: ['avoid_negatives'],
  },
  {
    question: 'How many boats did the fleet own?',
    choices: ['12', '9', '40'],
    answer: 'B',
    flaws: ['ordered_options'],
  },
  { question: 'Who opened it?', choices: ['Merrow', 'Sedge', 'All of the above'], answer: 'A', flaws: [] },
  { question: 'Where did it open?', choices: ['In Tidewick', 'In Sedge', 'In Rush'], answer: 'C', flaws: [] },
]

test('counts what the lint finds against what people found, item by item and criterion by criterion', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flaws-'))
  const rows = items.flatMap(({ flaws, ...item }) =>
    criteria.map((flaw_type) => ({
      dataset: 'human_bridges',
      ...item,
      flaw_type,
      label: flaws.includes(flaw_type) ? 1 : 0,
    })),
  )
  await writeFile(
    join(folder, 'writing_flaws_judge.jsonl'),
    [...rows, { ...rows[0]!, dataset: 'MMLU' }].map((row) => JSON.stringify(row)).join('\n'),
  )
  const text = await measureFlaws(folder)
  await rm(folder, { recursive: true })
  // Found: the negation, the order. By mistake: "All of the above", so one of two flawless items.
  expect(text).toContain('| all | 4 | .80 | .67 | 1.00 | 2 | 50 % |')
  expect(text).toContain('| no_all_of_the_above | 0 | 0 | 1 | .00 |')
})
