import { expect, test } from 'vitest'
import { questionTexts } from '../../scripts/questions/shown-texts.ts'
import { handwrittenTexts } from '../../scripts/decks/handwritten-texts.ts'
import { deckTexts } from '../../scripts/decks/shown-texts.ts'
import { loadOutlines } from '../../scripts/decks/outlines.ts'
import { checkShownTexts, proofOf } from '../../scripts/facts/shown-texts.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { article, baseOf, banksOf, document, fact, question, shown } from './content.ts'

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
      "questions/bridges.json:13:12: error: Unexpected date "2018" in the stem of question "a", expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "questions/bridges.json:20:17: error: Unexpected name "Norway" in the explanation of question "a", expected one that a fact of the unit has [shown/name-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "questions/bridges.json:34:12: error: Unexpected figure "1,300" in the hint of question "a", expected one that a fact of the unit has [shown/figure-in-facts]
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
          {
            discuss: 'Why 1,700?',
            points: ['Or 1,800?'],
            answers: [{ answer: 'It was 1,900', reply: 'Who has 2,100?' }],
          },
        ],
      },
    ],
  })
  const outlines = loadOutlines([outline], base, new Map(), new Map()).value ?? []
  const found = checkShownTexts(
    deckTexts(outlines, { base, questions: new Map(), markdown: new Map() }),
    base,
  )
  expect(found.map(({ message }) => /Unexpected (.*?) of deck/.exec(message)?.[1])).toEqual([
    'date "2018" in the title',
    'figure "1,300" in the objective',
    'figure "1,400" in the question of a section',
    'figure "1,500" in the heading of a slide',
    'figure "1,600" in the words to say',
    'figure "1,700" in the prompt',
    'figure "1,800" in the point to discuss',
    'figure "1,900" in the likely answer',
    'figure "2,100" in the reply to an answer',
  ])
})

const entry = (id: string, name: string, text: string) => ({ id, name, kind: 'term', text, checked })
const checked = { by: 'Bo Reed', on: '2019-06', reference: 'An encyclopaedia' }
const two = baseOf([
  fact('opening', {
    statement: 'The bridge opened in Tidewick in 2019.',
    from: 'The Tidewick bridge opened',
  }),
  fact('cranes', { statement: 'In June 2018 three cranes came.', from: 'In June 2018 Iceland sent three' }),
])
const proof = proofOf(two, new Map([['gazette', new ArticleText(article)]]))
const askedOfTwo = (rest: Record<string, unknown>, proven: boolean): string[] => {
  const banks = banksOf([question('a', { facts: ['opening'], ...rest })], two)
  return shown(checkShownTexts(questionTexts(banks, two), two, proven ? proof : undefined))
}

test('wants what its own facts have: what another fact has may stand in a passage, unless the articles are there', () => {
  const stem = 'What opened in Tidewick in June 2018?'
  expect(askedOfTwo({ stem }, false)).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:13:12: warning: Unexpected date "June 2018" in the stem of question "a", expected one that its facts have (opening) [shown/date-in-facts]
      note: fact "cranes" has it: name that one there, mend it, or say why it may stand in "notInFacts"",
    ]
  `)
  expect(askedOfTwo({ stem }, true)).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:13:12: error: Unexpected date "June 2018" in the stem of question "a", expected one that its facts have (opening) [shown/date-in-facts]
      note: fact "cranes" has it: name that one there, mend it, or say why it may stand in "notInFacts"",
    ]
  `)
  // A passage of its own has it.
  expect(askedOfTwo({ stem: 'What opened near Iceland?', facts: ['cranes'] }, true)).toEqual([])
  expect(askedOfTwo({ stem: 'What opened near Iceland?', facts: ['cranes'] }, false)).toHaveLength(1)
})

test('holds quotations against the articles, where they are there', () => {
  const stem = 'Why “danced, looked like sailors”, and not “sank with all hands”?'
  expect(askedOfTwo({ stem }, false)).toEqual([])
  expect(askedOfTwo({ stem }, true)).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:13:12: error: Unexpected quotation "sank with all hands" in the stem of question "a", expected words that stand in an article to the letter [shown/quotation-in-articles]
      note: quote to the letter, tell it without quotation marks, or say why it may stand in "notInFacts"",
    ]
  `)
  const notInFacts = [{ text: '“sank with all hands”', why: 'Made up, as the other extreme.' }]
  expect(askedOfTwo({ stem, notInFacts }, true)).toEqual([])
  expect(askedOfTwo({ stem, notInFacts }, false)).toEqual([])
})

test('lets an explanation name whom other facts name, and no other figures', () => {
  const names = baseOf([
    fact('opening', { statement: 'The bridge opened in Tidewick.' }),
    fact('baker', { statement: 'Captain O’Tide met 12 bakers in Norway.' }),
  ])
  const because = (text: string): string[] => {
    const key = { text: 'The bridge', because: text }
    return shown(checkShownTexts(questionTexts(banksOf([question('a', { key })], names), names), names))
  }
  expect(because('So they say in Norway.')).toEqual([])
  expect(because('It has 12 arches.').join()).toContain('Unexpected figure "12"')
})

test('takes of background what a text names or its question lists', () => {
  const background = document('facts/background.json', {
    entries: [
      entry('arch', 'Arch', 'A curve that carries. The Romans built arches in 1600.'),
      entry('toll', 'Toll', 'What is paid for a way. Norway took one in 1700.'),
    ],
  })
  const known = baseOf({ facts: [fact('opening')], more: [background] })
  const says = (stem: string, more: object = {}): string[] =>
    checkShownTexts(questionTexts(banksOf([question('a', { stem, ...more })], known), known), known).map(
      ({ message }) => /date "(\d+)"/.exec(message)?.[1] ?? message,
    )
  expect(says('Which arch is of 1600?')).toEqual([])
  expect(says('Which arch is of 1700?')).toEqual(['1700'])
  expect(says('Which arch is of 1700?', { background: ['toll'] })).toEqual([])
})

test('reads hand-written slides: their prose with warnings, alternative texts for sure', () => {
  const markdown = [
    '---',
    'layout: center',
    'class: text-1700',
    '---',
    '# The bridge of 2018',
    '![Carts on the bridge of 1750](bridge-1800.png)',
    '| When | 2019 |',
    '<div style="width: 1900px">`const year = 1901`</div>',
    '<!-- Say that it was 1,300 carts. -->',
  ].join('\n')
  const outline = document('slides/bridge.json', {
    title: 'The bridge',
    summary: 'A bridge.',
    audience: 'All',
    minutes: 10,
    objectives: ['Count'],
    sections: [{ title: 'Carts', slides: [{ facts: ['opening'] }, { markdown: 'bridge/old.md' }] }],
  })
  const files = new Map([['bridge/old.md', markdown]])
  const outlines = loadOutlines([outline], base, new Map(), files).value ?? []
  const beside = { base, questions: new Map(), markdown: files }
  expect(shown(checkShownTexts(deckTexts(outlines, beside), base))).toMatchInlineSnapshot(`
    [
      "slides/bridge/old.md:5:3: warning: Unexpected date "2018" in the slide of "bridge/old.md", expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "slides/bridge/old.md:6:3: error: Unexpected date "1750" in the alternative text of "bridge/old.md", expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "slides/bridge/old.md:9:6: warning: Unexpected figure "1,300" in the slide of "bridge/old.md", expected one that a fact of the unit has [shown/figure-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
    ]
  `)
})

test('scripts and styles of hand-written slides are no prose', () => {
  const markdown = [
    '# The bridge',
    '<script setup>',
    "import { ref } from 'vue'",
    'const Carts = ref(1750)',
    '</script>',
    '<STYLE scoped>.cart-1800 { width: 1900px }</STYLE>',
    'In 1751 it fell.',
    '<style>',
    '.open { top: 1666px }',
  ].join('\n')
  const texts = handwrittenTexts('bridge/old.md', markdown, [])
  expect(texts.map(({ text, at }) => `${at.location.line}:${at.location.column} ${text}`)).toEqual([
    '1:3 The bridge',
    '7:1 In 1751 it fell.',
  ])
})

test('reads the alternative text of a picture', () => {
  const image = { file: 'bridge.png', alt: 'The bridge in 1750', source: 'A. Quill', licence: 'own work' }
  expect(asked({ image }).join()).toContain('Unexpected date "1750" in the alternative text of question "a"')
})
