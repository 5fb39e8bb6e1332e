import { expect, test } from 'vitest'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { withRhythm, type Ways } from '../../scripts/decks/plan/sections/rhythm.ts'
import type { LayoutName } from '../../contract/deck.ts'
import type { SlideContent } from '../../scripts/decks/plan/material.ts'
import { amount, fact, material, outline, type FactInput } from './material.ts'

/** 'a|b c' can be shown as a slide of layout a or as two of b and c. */
const ways = (notation: string): Ways =>
  notation
    .split('|')
    .map((way) =>
      way
        .split(' ')
        .map((layout): SlideContent =>
          layout === 'own'
            ? { kind: 'handwritten', file: 'own.md', markdown: '', facts: [], questions: [] }
            : ({ kind: 'layout', layout, props: {}, facts: [], questions: [] } as unknown as SlideContent),
        ),
    ) as unknown as Ways
const shown = (...stretches: string[]): string =>
  withRhythm(stretches.map(ways))
    .flat()
    .map((content) => (content.kind === 'layout' ? content.layout : 'own'))
    .join(' ')

test.each<[string, string[], string]>([
  ['a way that need not give way stands', ['a|b', 'c|d'], 'a c'],
  ['of two that look alike the later gives way', ['a|b', 'a|b'], 'a b'],
  ['where only the earlier can, it does', ['a|b', 'a'], 'b a'],
  ['a run alternates', ['a|b', 'a|b', 'a|b', 'a|b'], 'a b a b'],
  ['no way is taken into the next neighbour', ['a', 'a|b|c', 'b'], 'a c b'],
  ['one that goes on gives way to one that does not', ['a a|b'], 'b'],
  ['what cannot be helped stands', ['a', 'a', 'a a'], 'a a a a'],
  ['hand-written slides look as they do', ['own', 'own|a'], 'own own'],
])('%s', (_, stretches, expected) => expect(shown(...stretches)).toBe(expected))

const layoutsOf = (slides: readonly unknown[], inputs: readonly FactInput[]): LayoutName[] =>
  planDeck(outline(slides), material(inputs)).slides.flatMap((slide) =>
    slide.kind === 'layout' && slide.facts.length > 0 && slide.layout !== 'recap' ? [slide.layout] : [],
  )
const plain = ['leaf', 'root', 'stem'].map((id) => fact(id))

test('sentences alternate between two forms, listed or taken', () => {
  const expected = ['statement', 'account', 'statement']
  expect(
    layoutsOf(
      plain.map(({ id }) => ({ facts: [id] })),
      plain,
    ),
  ).toEqual(expected)
  expect(layoutsOf([{ take: { tag: 'all' } }], plain)).toEqual(expected)
})

test('a layout that the author asked for stands, whatever is beside it', () => {
  const asked = plain.map(({ id }) => ({ facts: [id], layout: 'statement' }))
  expect(layoutsOf(asked, plain)).toEqual(['statement', 'statement', 'statement'])
})

test('a second figure in a row is told, a second quotation as well', () => {
  const figures = ['rain', 'hail'].map((id, index) => amount(id, `${id} fallen`, 4 + index, 'litres'))
  const quotes = ['wet', 'dry'].map((id) => fact(id, { saidBy: ['ada'], quote: { text: id, by: 'ada' } }))
  expect(layoutsOf([{ facts: ['rain'] }, { facts: ['hail'] }], figures)).toEqual(['figure', 'account'])
  expect(layoutsOf([{ facts: ['wet'] }, { facts: ['dry'] }], quotes)).toEqual(['quotation', 'account'])
})

const said = (id: string, by: string, about?: string): FactInput =>
  fact(id, { saidBy: [by], ...(about ? { actors: [by, about] } : {}) })

test('voices after voices show who speaks of whom, or the way of the words', () => {
  const about = [said('a', 'ada'), said('b', 'ben'), said('c', 'ada', 'mill'), said('d', 'ben', 'shop')]
  const slides = [{ facts: ['a', 'b'] }, { facts: ['c', 'd'] }]
  expect(layoutsOf(slides, about)).toEqual(['voices', 'mentions'])
  const plainly = [said('a', 'ada'), said('b', 'ben'), said('c', 'ada'), said('d', 'ben')]
  expect(layoutsOf(slides, plainly)).toEqual(['voices', 'relay'])
})
