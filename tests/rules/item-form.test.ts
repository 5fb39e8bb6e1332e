import { expect, test } from 'vitest'
import { blindScores, blindStrategies } from '../../scripts/questions/checks/blind-strategies.ts'
import { absoluteWords } from '../../scripts/questions/checks/absolute-words.ts'
import { itemForm } from '../../scripts/questions/checks/item-form.ts'
import { shortDistractors } from '../../scripts/questions/checks/longest-option.ts'
import { negativeStems } from '../../scripts/questions/checks/negative-stems.ts'
import { oneVerdict } from '../../scripts/questions/checks/one-verdict.ts'
import { optionForm } from '../../scripts/questions/checks/option-form.ts'
import { stemGivesAway } from '../../scripts/questions/checks/stem-gives-away.ts'
import { leaks } from '../../scripts/questions/checks/leaks.ts'
import { figures, formatFigures } from '../../scripts/questions/figures.ts'
import { baseOf, banksOf, fact, question, shown } from './content.ts'

type Json = Record<string, unknown>

const base = baseOf([fact('opening', { statement: 'The bridge opened on 4 May 2019.' })])
const rules = (check: typeof itemForm, ...questions: Json[]): string[] =>
  shown(check(banksOf(questions, base), base)).map((line) =>
    /"([a-z]+)".*\[question\/(.*)\]/s.exec(line)!.slice(1).join(' '),
  )

test('names what is wrong with the form of an item', () => {
  expect(
    rules(
      itemForm,
      question('sound', { stem: 'Which bridge opened in Tidewick?' }),
      question('gap', { stem: 'The bridge opened in ____.' }),
      question('vague', { stem: 'The bridge opened in May. What follows?' }),
      question('bare', { stem: 'Which is true?' }),
      question('two', { stem: 'Which two bridges opened?' }),
      question('yes', { stem: 'Did the bridge open?', key: 'Yes', distractors: ['No'] }),
      question('none', {
        stem: 'Who opened the bridge?',
        key: 'The mayor',
        distractors: ['None of them', 'A and C'],
      }),
      question('story', {
        stem: `${'The harbour was cold and the boats were late. '.repeat(5)}Which bridge opened?`,
      }),
      question('statement', { stem: 'Tell about the bridge.' }),
      question('long', { stem: `Which bridge, ${'that is to say '.repeat(8)}of wood, opened?` }),
    ),
  ).toEqual([
    'gap blank',
    'vague unfocused-stem',
    'bare unfocused-stem',
    'two grammatical-fit',
    'yes true-false',
    'none bare-option',
    'none bare-option',
    'story gratuitous-stem',
    'story long-stem',
    'statement unfocused-stem',
    'long long-stem',
  ])
})

const two = (key: string, ...distractors: string[]): Json => ({ key, distractors })

test('names what options tell about one another', () => {
  const stem = 'Which of these did the harbour need?'
  expect(
    rules(
      optionForm,
      question('apart', { stem, ...two('A bridge of oak', 'A ferry of pine', 'A crane of steel') }),
      question('towards', {
        stem,
        ...two(
          'A new bridge of old oak',
          'A new ferry of pine',
          'A short bridge of oak',
          'An old cart of steel',
        ),
      }),
      question('lists', { stem, ...two('Oak and pine', 'Oak and steel', 'Pine and steel') }),
      question('labels', { stem, ...two('I and II', 'II and III only', 'I, II and III') }),
      question('article', { stem: 'The harbour built an', ...two('oak bridge', 'ferry', 'crane') }),
      question('number', { stem: 'What are the causes?', ...two('Rain and wind', 'A storm', 'A crane') }),
      question('alike', { stem: 'What are the causes?', ...two('Rain and wind', 'Storms', 'Cranes') }),
    ),
  ).toEqual([
    'towards convergence',
    'lists combination',
    'labels combination',
    'article grammatical-fit',
    'number grammatical-fit',
  ])
})

test('wants options of one form, and no stem or option that is to be guessed at', () => {
  const stem = 'Which of these did the harbour need?'
  expect(
    rules(
      optionForm,
      question('alone', { stem, ...two('To build', 'A ferry', 'A crane') }),
      question('stops', { stem, ...two('It was a bridge.', 'A ferry', 'The crane was old.') }),
      question('figure', { stem, ...two('at most 3 boats', '4 boats', '5 boats') }),
      question('even', { stem, ...two('Building', 'Selling', 'Sinking') }),
      question('pairs', { stem: 'A __ and a __ came.', ...two('ship, cart', 'ship, mule', 'boat, cart') }),
      question('joined', { stem, ...two('I & II', '(i), (iii)', 'II only') }),
    ),
  ).toEqual(['alone parallel-options', 'stops parallel-options', 'joined combination'])
  expect(
    rules(
      itemForm,
      question('slash', { stem: 'Was the bridge good/bad for trade?' }),
      question('told', { stem: 'The bridge opened in May?' }),
      question('either', { stem: 'Which bridges and/or ferries opened?' }),
      question('task', { stem: 'Name the bridge that opened in May.' }),
      question('judge', { stem: 'Is it true or false that the bridge opened?' }),
      question('none', { stem, ...two('A crane', 'There was no need of anything') }),
      question('letters', { stem, ...two('A crane', 'A & C only', 'all but B') }),
    ),
  ).toEqual([
    'slash unclear-stem',
    'told unclear-stem',
    'judge true-false',
    'none denies-stem',
    'letters bare-option',
    'letters bare-option',
  ])
})

test('a distractor far shorter than the others is seen to be none', () => {
  const long = ['The bridge was built of oak by the town', 'The ferry was bought by the harbour master']
  expect(rules(shortDistractors, question('filled', two(long[0]!, long[1]!, 'A crane')))).toEqual([
    'filled short-distractor',
  ])
  expect(rules(shortDistractors, question('key', two('A crane', ...long)))).toEqual([])
  expect(rules(shortDistractors, question('words', two('A bridge of oak', 'A crane', 'Rain')))).toEqual([])
})

test('a word that every option has tells nothing; one in a claim does', () => {
  expect(
    rules(
      absoluteWords,
      question('shared', two('It never opened', 'It never closed', 'It never moved')),
      question('one', two('It opened', 'It never closed', 'It moved')),
      question('claimed', { stem: 'The bridge is always open.', ...two('True', 'False') }),
      question('asked', { stem: 'Why is the bridge always open?', ...two('Trade', 'Rain') }),
    ),
  ).toEqual(['never absolute-words', 'always absolute-words'])
})

test('a word of the stem gives the key away, unless a distractor has as many', () => {
  const stem = 'What did the harbour bridge carry?'
  expect(
    rules(
      stemGivesAway,
      question('away', { stem, ...two('The harbour rail', 'A road', 'A pipe') }),
      question('level', { stem, ...two('The harbour rail', 'A bridge road', 'A pipe') }),
    ),
  ).toEqual(['harbour stem-gives-away'])
})

const claim = (id: string, truth: boolean): Json => ({
  ...question(id, { stem: 'The bridge opened in May.' }),
  kind: 'true-false',
  options: undefined,
  true: truth,
  because: 'So it is told.',
  reasons: [
    { text: 'The day is given.', correct: true, because: 'It is 4 May.' },
    { text: 'The ferry sank.', because: 'Of that nothing is told.' },
  ],
})

const judged = (...truths: boolean[]): string[] => {
  const asked = truths.map((truth, at) => claim(`claim-${at}`, truth))
  return shown([oneVerdict, itemForm].flatMap((check) => check(banksOf(asked, base), base)))
}

test('claims of a unit are not all of one verdict, and may stand without a question mark', () => {
  expect(judged(false, false, false, false).join()).toContain(
    'Unexpected 4 claims that are all false, "claim-0" the first of them, expected some of either [question/one-verdict]',
  )
  expect(judged(false, false, true, false)).toEqual([])
  expect(judged(true, true, true)).toEqual([])
})

const asks = (stem: string): number => rules(negativeStems, question('asked', { stem })).length

test('reads a negation in the sentence that asks, and not in what it only supposes or quotes', () => {
  expect(
    [
      'Which of these did not open?',
      'The bridge opened. What cannot be said of it?',
      'Which statement about the bridge is false?',
      'All of them opened except which one?',
    ].map(asks),
  ).toEqual([1, 1, 1, 1])
  expect(
    rules(negativeStems, question('judged', { stem: 'The bridge does not open.', ...two('True', 'False') })),
  ).toEqual(['not negative-stem'])
  expect(
    [
      'The bridge did not open. Who said so?',
      'If the bridge had not opened, who would have built one?',
      'Why did the bridge not open?',
      'Whom does “not yet open” quote?',
      'Is it true or false that it opened?',
      'Which of them are true and which are false?',
    ].map(asks),
  ).toEqual([0, 0, 0, 0, 0, 0])
})

const other = (id: string, stem: string): Json =>
  question(id, { stem, key: 'In the spring', distractors: ['In the autumn', 'In the winter'] })

const asked = (stem: string): Json =>
  question('who', { stem, key: 'Captain Merrow', distractors: ['Captain Sedge', 'Captain Rush'] })
const found = (...questions: Json[]): number => leaks(banksOf(questions, base), base).length

test('a key that stands in another question is a leak; one that a distractor shares is none', () => {
  const who = asked('Who opened the harbour bridge in Tidewick?')
  expect(found(who, other('when', 'When did Merrow open the harbour bridge?'))).toBe(1)
  expect(found(other('when', 'When did Merrow open the harbour bridge?'), who)).toBe(1)
  expect(found(who, other('when', 'When did Merrow eat a cake?'))).toBe(0)
  expect(found(who, other('when', 'When did Merrow and Sedge open the harbour bridge?'))).toBe(0)
})

const cued = (n: number, longest: boolean): Json[] =>
  Array.from({ length: n }, (_, at) =>
    question(`q${'abcdefghijklmnop'[at]}`, {
      key: longest || at % 3 === 0 ? 'A bridge of heavy oak beams' : 'A ferry',
      distractors:
        longest || at % 3 === 0 ? ['A ferry', 'A crane'] : ['A bridge of oak', 'A crane of heavy iron'],
    }),
  )

test('a strategy that reads nothing is found where it pays, and not where chance explains it', () => {
  expect(shown(blindStrategies(banksOf(cued(12, true), base), base)).join('\n')).toContain(
    'Unexpected 12 of 12 keys that "longest" finds without reading, expected about 4',
  )
  expect(shown(blindStrategies(banksOf(cued(12, false), base), base))).toEqual([])
  expect(shown(blindStrategies(banksOf(cued(3, true), base), base))).toEqual([])
})

test('a tie is shared, and a strategy that says nothing is not counted', () => {
  const parts = {
    stem: 'Which?',
    picks: 'one' as const,
    choices: ['aaa', 'bbb', 'c'].map((text, at) => ({ text, right: at === 0, because: '', path: [] })),
    shuffled: () => [],
    keys: [],
    texts: [],
  }
  const [longest] = blindScores([parts], base.language)
  expect(longest).toMatchObject({ strategy: 'longest', questions: 1, right: 0.5 })
  expect(
    blindScores([parts], base.language).find(({ strategy }) => strategy === 'most specific')?.questions,
  ).toBe(0)
})

test('figures say how long sentences are, what is asked, and what can be guessed', () => {
  const banks = banksOf(
    [question('a', { asks: 'subject', hard: true }), question('b', { asks: 'voice' })],
    base,
  )
  const report = figures(base, banks, leaks(banks, base).length)
  expect(report).toMatchObject({
    statement: { mean: 7, most: 7 },
    questions: 2,
    asks: { voice: 1, subject: 1, reasoning: 0 },
    hard: 1,
  })
  expect(figures(base, banks, 0, new Map([['bridge', new Set(['opening'])]])).used).toBe(1)
  expect(formatFigures(report)).toContain('questions a level: recall 2 (100%), understand 0 (0%)')
  expect(formatFigures(report)).toContain('questions a kind: single 2 (100%)')
  expect(formatFigures(report)).toContain(
    'leaks: 0; questions without a fact in the deck of their quiz: 0\nfacts that a deck shows or a question asks about: 1 of 1',
  )
  expect(formatFigures(report)).toContain(
    'questions on who said what: 1 (50%), on the subject: 1 (50%), on reasoning: 0 (0%)',
  )
})
