import { parseJson, type JsonDocument } from '../../scripts/source/json-document.ts'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import { loadBanks, type Banks } from '../../scripts/questions/banks.ts'

export interface Item {
  stem: string
  options: readonly string[]
  /** Place of the key among the options, from 0. */
  key: number
}

/** An item as a question bank of its own, beside a fact that says nothing. */
export interface ReadItem extends Item {
  base: FactBase
  banks: Banks
}

const base = loadFactBase([
  document('facts/sources.json', {
    sources: [
      {
        id: 'none',
        file: 'none.txt',
        sha256: '0'.repeat(64),
        title: 'None',
        published: { date: '2020', basis: 'printed' },
      },
    ],
  }),
  document('facts/actors.json', { actors: [{ id: 'nobody', name: 'Nobody', kind: 'person' }] }),
  document('facts/none.json', {
    topic: { id: 'none', title: 'None', summary: 'None.' },
    facts: [
      {
        id: 'none',
        statement: 'Nothing.',
        short: 'Nothing',
        status: 'documented',
        tags: ['none'],
        evidence: [{ source: 'none', start: 0, end: 1, sha256: '0'.repeat(64) }],
      },
    ],
  }),
]).value!

/** The item in the shape of a unit: blanks on one line, at most six options. Throws where it is none. */
export function readItem(item: Item): ReadItem {
  const first = item.options.slice(0, 6)
  const options = item.key < first.length ? first : [...first.slice(0, 5), item.options[item.key]!]
  const key = Math.min(item.key, options.length - 1)
  const { value: banks } = loadBanks(
    [
      document('questions/item.json', {
        title: 'Item',
        summary: 'Item.',
        objectives: [{ id: 'none', text: 'None.' }],
        questions: [
          {
            id: 'item',
            stem: line(item.stem),
            facts: ['none'],
            options: options.map((text, at) => ({
              text: line(text),
              because: '–',
              ...(at === key ? { correct: true } : {}),
            })),
            level: 'recall',
            objective: 'none',
          },
        ],
      }),
    ],
    base,
  )
  if (!banks || banks.banks.length === 0) throw new Error(`Not an item: ${item.stem}`)
  return { stem: line(item.stem), options: options.map(line), key, base, banks }
}

function document(file: string, value: unknown): JsonDocument {
  return parseJson(file, JSON.stringify(value)).value!
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '–'
}
