import { expect, test } from 'vitest'
import { groupFacts } from '../../scripts/decks/plan/sections/group.ts'
import { amount, fact, facts, type FactInput } from './material.ts'

const groups = (...inputs: (string | FactInput)[]): string[] =>
  groupFacts(facts(...inputs)).map(
    ({ layout, facts: members }) => `${layout.name}: ${members.map(({ view }) => view.id).join(' ')}`,
  )
const dated = (notation: string, from: string): FactInput =>
  fact(notation, { when: { from, to: from, precision: 'year' } })
const said = (id: string, by: string): FactInput => fact(id, { saidBy: [by] })
const against = (notation: string, ...others: string[]): FactInput =>
  fact(notation, { disagreesWith: others.map((other) => ({ fact: other, about: 'it', reading: 'Wait.' })) })

test('facts without company stand alone, in order', () => {
  expect(groups('sugar < light', 'light', 'water')).toEqual([
    'statement: light',
    'statement: sugar',
    'statement: water',
  ])
})

test('comparable figures share a slide, others stay big', () => {
  expect(
    groups(amount('rain', 'water', 4, 'l'), amount('sun', 'light', 9, 'h'), amount('hose', 'water', 2, 'l')),
  ).toEqual(['bars: rain hose', 'figure: sun'])
})

test('what has no figure goes by its date, then by its speaker', () => {
  expect(
    groups(dated('sow', '2021'), said('dry', 'ada'), dated('reap', '2022'), said('wet', 'ben'), 'light'),
  ).toEqual(['timeline: sow reap', 'voices: dry wet', 'statement: light'])
})

test('those of a company who alone have nothing in common stand alone, and none is lost', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  expect(groups(...ids.map((id, n) => dated(id, n < 4 ? '2021' : '2022')))).toEqual(
    ids.map((id) => `statement: ${id}`),
  )
})

test('every two facts that disagree stand side by side', () => {
  expect(groups(against('wet', 'dry', 'damp'), 'light', 'dry', 'damp')).toEqual([
    'disagreement: wet dry',
    'statement: light',
    'disagreement: wet damp',
  ])
})

test('a quote has its own slide, and its opponent beside it on another', () => {
  expect(groups('light', { ...against('wet', 'dry'), quote: { text: 'So wet', by: 'ada' } }, 'dry')).toEqual([
    'statement: light',
    'quotation: wet',
    'disagreement: wet dry',
  ])
})

test('a fact does not join a slide that comes before what it needs', () => {
  expect(groups(dated('sow', '2021'), dated('grow', '2022'), dated('reap < sun', '2023'), 'sun')).toEqual([
    'timeline: sow grow',
    'statement: sun',
    'statement: reap',
  ])
})

test('an opponent that needs a later fact is met later', () => {
  expect(groups(against('wet', 'dry'), 'sun < wet', 'dry < sun')).toEqual([
    'statement: wet',
    'statement: sun',
    'disagreement: wet dry',
  ])
})

test('many plain statements share slides, a few stand alone', () => {
  expect(groups('a', 'b', 'c', 'd', 'e')).toEqual(['voices: a b c', 'voices: d e'])
  expect(groups('a', 'b', 'c', 'd').every((each) => each.startsWith('statement:'))).toBe(true)
})

test('slides of one company are filled evenly', () => {
  const years = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022']
  const sizes = groupFacts(facts(...years.map((year) => dated(`y${year}`, year)))).map(
    (each) => each.facts.length,
  )
  expect(sizes).toEqual([4, 4])
})
