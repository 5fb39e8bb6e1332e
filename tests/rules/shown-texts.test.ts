import { expect, test } from 'vitest'
import { checkShownTexts } from '../../scripts/facts/shown-texts.ts'
import { questionTexts } from '../../scripts/questions/shown-texts.ts'
import { deckTexts } from '../../scripts/decks/shown-texts.ts'
import { loadOutlines } from '../../scripts/decks/outlines.ts'
import { baseOf, banksOf, document, fact, question, shown } from './content.ts'

const base = baseOf([
  fact('opening', { statement: 'The bridge opened in Tidewick on 4 May 2019 and carries 1,200 carts.' }),
])
const asked = (rest: Record<string, unknown>): string[] => {
  const banks = banksOf([question('a', rest)], base)
  return shown(checkShownTexts(questionTexts(banks, base), base))
}

test('finds figures, dates and names in the texts of a question that no fact of the unit has', () => {
  expect(
    asked({ hint: 'Two texts speak of 1,200 carts.', stem: 'What opened in Tidewick in 2019?' }),
  ).toEqual([])
  expect(
    asked({
      stem: 'What opened in Tidewick in 2018?',
      hint: 'It carries 1,300 carts.',
      key: { text: 'The bridge', because: 'So the paper in Norway says.' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:13:12: warning: Unexpected date "2018" in the stem of question "a", expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "questions/bridges.json:20:17: warning: Unexpected name "Norway" in the explanation of question "a", expected one that a fact of the unit has [shown/name-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "questions/bridges.json:34:12: warning: Unexpected figure "1,300" in the hint of question "a", expected one that a fact of the unit has [shown/figure-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
    ]
  `)
})

test('lets stand what is excused for a reason, and wants no excuse that is not needed', () => {
  const hint = 'It carries 1,300 carts.'
  expect(asked({ hint, notInFacts: [{ text: '1,300', why: 'Worked out.' }] })).toEqual([])
  expect(asked({ notInFacts: [{ text: '1,300', why: 'Worked out.' }] })).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:35:5: warning: Unexpected excuse for "1,300", expected none: no text has these words, or the facts have them too [shown/excuse-needed]",
    ]
  `)
})

test('reads headings, what is said and what is discussed', () => {
  const outline = document('slides/bridge.json', {
    title: 'The bridge of 2018',
    summary: 'A bridge.',
    audience: 'All',
    minutes: 10,
    objectives: ['Count 1,300 carts'],
    sections: [
      {
        title: 'Carts',
        question: 'Did 1,400 come?',
        slides: [
          { facts: ['opening'], title: '1,500 carts', say: ['There were 1,200.', 'Or 1,600.'] },
          { discuss: 'Why 1,700?', points: ['Or 1,800?'] },
        ],
      },
    ],
  })
  const outlines = loadOutlines([outline], base, new Map(), new Map()).value ?? []
  const found = checkShownTexts(deckTexts(outlines), base)
  expect(found.map(({ message }) => /Unexpected (.*?) of deck/.exec(message)?.[1])).toEqual([
    'date "2018" in the title',
    'figure "1,300" in the objective',
    'figure "1,400" in the question of a section',
    'figure "1,500" in the heading of a slide',
    'figure "1,600" in the words to say',
    'figure "1,700" in the prompt',
    'figure "1,800" in the point to discuss',
  ])
})
