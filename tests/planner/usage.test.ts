import { expect, test } from 'vitest'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { usage } from '../../scripts/decks/usage.ts'
import type { BankView } from '../../contract/question-view.ts'
import { fact, material, outline, question } from './material.ts'

test('tells where a fact is shown and asked about, counting slides as Slidev does', () => {
  const plants = {
    ...material([fact('light'), fact('water')]),
    markdown: new Map([
      ['intro.md', '# Hello\n\n---\nhide: true\n---\n\n# Hidden\n\n---\n\n# There is light\n'],
    ]),
  }
  const bank = {
    id: 'growing',
    questions: [question('needs-light', plants, 'light', 'water')],
  } as unknown as BankView
  const deck = planDeck(
    outline([{ markdown: 'intro.md' }, { facts: ['light'] }], { recap: ['light'] }),
    plants,
  )
  expect(Object.fromEntries(usage([deck], [bank]))).toEqual({
    light: {
      slides: [
        { deck: 'garden', slide: 6, title: 'There is light (2)' },
        { deck: 'garden', slide: 7, title: 'To take home' },
      ],
      questions: [{ bank: 'growing', question: 'needs-light' }],
    },
    water: { slides: [], questions: [{ bank: 'growing', question: 'needs-light' }] },
  })
})
