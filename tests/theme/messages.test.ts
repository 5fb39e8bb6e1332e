// The fixed words of facts and slides: every language has the same ones, and a deck in one language holds no
// word of another.

import { expect, test } from 'vitest'
import { planWithoutOutline } from '../../scripts/decks/plan/without-outline.ts'
import { factViews, sourceViews } from '../../scripts/facts/fact-views.ts'
import { quantityView, wordDate, wordWhen } from '../../scripts/facts/wording.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { fact, material, question } from '../planner/material.ts'

test('dates and figures follow the language', () => {
  const uk = messagesFor('uk')
  expect(wordDate('2024-11-23', uk)).toBe('23 листопада 2024')
  expect(wordDate('2024-11', uk)).toBe('листопад 2024')
  expect(wordWhen({ from: '2024-03', precision: 'month' }, uk)).toBe('від березня 2024')
  expect(wordWhen({ from: '2024-03-01', to: '2024-03-15', precision: 'day' }, uk)).toBe('1–15 березня 2024')
  expect(wordWhen({ from: '2024-04', to: '2024-06', precision: 'month' }, uk)).toBe('квітень – червень 2024')
  expect(wordWhen({ from: '2022-09', to: '2022-11', precision: 'season' }, uk)).toBe('осінь 2022')
  const quantity = { id: 'spans', label: 'мости', unit: 'прогонів', bound: 'about' as const }
  expect(quantityView({ ...quantity, value: 1234.5 }, uk).text).toBe('близько 1\u00a0234,5 прогонів')
  expect(quantityView({ ...quantity, value: 1_500_000 }, uk).text).toBe('близько 1,5 млн прогонів')
})

test('a deck in one language holds no word of another', () => {
  const made = material([
    fact('rain', { quantities: [{ id: 'amount', label: 'дощ', value: 40, unit: 'л', bound: 'about' }] }),
    fact('hail', { quantities: [{ id: 'amount', label: 'дощ', value: 10, unit: 'л' }] }),
    fact('spring', { when: { from: '2024-03', precision: 'month' }, via: ['mill'] }),
    fact('summer', { when: { from: '2024-06', to: '2024-08', precision: 'season' } }),
    fact('loud', { saidBy: ['ada'], note: 'Так.' }),
    fact('quiet', { saidBy: ['ben'], status: 'opinion' }),
    fact('oil', { transfer: { from: 'mill', to: 'shop', what: 'олія' } }),
    fact('cake', { transfer: { from: 'shop', to: 'mill', what: 'пиріг' } }),
    fact('yes', { disagreesWith: [{ fact: 'no', about: 'вода', reading: 'Обоє.' }] }),
    fact('no', { disagreesWith: [{ fact: 'yes', about: 'вода', reading: 'Обоє.' }] }),
    fact('old', { evidence: [{ source: 'root', start: 1, end: 2, sha256: '0'.repeat(64) }] }),
  ])
  made.base.unit.language = 'uk'
  const views = factViews(made.base)
  const deck = JSON.stringify(
    planWithoutOutline({
      ...made,
      views,
      sources: sourceViews(made.base),
      questions: new Map([['asked', question('asked', { views }, 'rain')]]),
    }),
  )
  expect(new Set(deck.match(/"layout":"\w+"/g)).size).toBeGreaterThan(8)
  const { plan, notes, facts, statuses } = messagesFor('en')
  const phrases = JSON.stringify([plan, notes, facts, statuses])
    .split(/\{\w+\}|"[a-zA-Z]+":|["[\]{},:]/)
    .map((each) => each.trim())
    .filter((each) => /[a-z]{5}/.test(each))
  expect(phrases.length).toBeGreaterThan(60)
  // Words of the fixture and of the format itself: "statement", "documented".
  const own = new Set(['about', 'spring', 'summer', 'agenda', 'sources', 'recap'])
  expect(phrases.filter((each) => !own.has(each) && deck.includes(each))).toEqual([])
})
