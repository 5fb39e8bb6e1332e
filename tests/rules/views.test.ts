import { expect, test } from 'vitest'
import { factViews, sourceViews } from '../../scripts/facts/fact-views.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { quantityView } from '../../scripts/facts/wording.ts'
import { actors, baseOf, document, fact, source } from './content.ts'

const { published: _, ...undated } = source

/** What stands beside a fact that a doctor with this role tells. */
function doctor(role: object): string | undefined {
  const base = baseOf({
    facts: [fact('map', { saidBy: ['snow'] })],
    actors: [
      ...actors,
      { id: 'snow', name: 'Jan Snow', kind: 'person', roles: [{ source: 'gazette', ...role }] },
    ],
  })
  return Array.from(factViews(base).values())[0]?.attribution
}

const labelsOf = (given: object): (string | undefined)[] =>
  sourceViews(baseOf({ sources: [{ ...source, ...given }] })).map(({ label }) => label)

test('a role bears no year that the article does not give it', () => {
  expect(doctor({ role: 'physician' })).toBe('Jan Snow, physician')
  expect(doctor({ role: 'physician', asOf: '1854' })).toBe('Jan Snow, physician (1854)')
})

test.each([
  ['en', 'Tidewick Gazette, undated'],
  ['uk', 'Tidewick Gazette, без дати'],
  ['de', 'Tidewick Gazette, ohne Datum'],
  ['ar', 'Tidewick Gazette، بلا تاريخ'],
])('a source without a date is cited as undated in %s', (language, citation) => {
  const unit = document('facts/unit.json', { title: 'Unit', summary: 'A unit.', language })
  const base = baseOf({ sources: [undated], more: [unit] })
  expect(Array.from(factViews(base).values())[0]?.citation).toBe(citation)
  expect(sourceViews(base)).toMatchObject([{ basis: 'undated', citation }])
})

test('a text keeps the short name by which statements call it', () => {
  expect(labelsOf({ label: 'Harbour report' })).toEqual(['Harbour report'])
  expect(labelsOf({})).toEqual([undefined])
})

test('"less than" is worded and leaves the low end open', () => {
  const quantity = { id: 'planks', label: 'planks', unit: 'planks', value: 50, bound: 'lessThan' as const }
  expect(quantityView(quantity)).toEqual({
    label: 'planks',
    text: 'less than 50 planks',
    figure: 'less than 50',
    high: 50,
    unit: 'planks',
    bound: 'lessThan',
  })
  expect(messagesFor('en').notes.hedges.lessThan).toContain('ceiling')
})
