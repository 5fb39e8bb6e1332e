// Titles and summaries of the unit and its topics, and what is recorded of articles and offices.

import { expect, test } from 'vitest'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { checkShownTexts, proofOf } from '../../scripts/facts/shown-texts.ts'
import { unitTexts } from '../../scripts/facts/unit-texts.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { actors, article, articles, baseOf, document, fact, shown, source } from './content.ts'

const named = fact('opening', { statement: 'The bridge opened in Tidewick on 4 May 2019.' })

/** What is said of a unit and a second topic with one fact, on forty carts. */
function titled({ unit = {}, topic = {} }: { unit?: object; topic?: object }, proven = false): string[] {
  const base = baseOf({
    facts: [named],
    more: [
      document('facts/ferry.json', {
        topic: { id: 'ferry', title: 'The ferry', summary: 'What it carried.', ...topic },
        facts: [fact('carts', { statement: 'It carried about forty carts.' })],
      }),
      document('facts/unit.json', { title: 'Tidewick', summary: 'A bridge of 2019.', ...unit }),
    ],
  })
  return shown(checkShownTexts(unitTexts(base), base, proven ? proofOf(base, texts) : undefined))
}
const texts = new Map([['gazette', new ArticleText(article)]])

test('holds titles and summaries of the unit and of topics against their facts', () => {
  expect(titled({})).toEqual([])
  expect(titled({ unit: { title: 'A bridge for 40 carts' }, topic: { title: 'Forty carts' } })).toEqual([])
  expect(
    titled({
      unit: { title: 'The bridge of 1997', summary: 'A way to Portugal with 777 arches.' },
      topic: { title: 'Forty carts in 2018', summary: 'They came on 4 May 2019.' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/ferry.json:4:12: error: Unexpected date "2018" in the title of topic "ferry", expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "facts/ferry.json:5:14: warning: Unexpected date "4 May 2019" in the summary of topic "ferry", expected one that its facts have (carts) [shown/date-in-facts]
      note: fact "opening" has it: name that one there, mend it, or say why it may stand in "notInFacts"",
      "facts/unit.json:2:11: error: Unexpected date "1997" in the title of the unit, expected one that a fact of the unit has [shown/date-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "facts/unit.json:3:13: error: Unexpected figure "777" in the summary of the unit, expected one that a fact of the unit has [shown/figure-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
      "facts/unit.json:3:13: error: Unexpected name "Portugal" in the summary of the unit, expected one that a fact of the unit has [shown/name-in-facts]
      note: correct it, or say why it may stand in "notInFacts"",
    ]
  `)
})

test('lets titles stand between quotation marks, which are no quotations', () => {
  const title = 'Crossing a river dry-shod'
  const summary = `What the articles on “${title}” say of “getting there with wet feet”.`
  expect(titled({ unit: { title, summary } }, true)).toEqual([
    expect.stringContaining('Unexpected quotation "getting there with wet feet"'),
  ])
})

test('lets stand in them what is excused for a reason, and wants no excuse that is not needed', () => {
  const notInFacts = [{ text: '1997', why: 'The year in which our class was born.' }]
  expect(titled({ unit: { title: 'The bridge of 1997', notInFacts } })).toEqual([])
  expect(titled({ topic: { summary: 'Carts of 1997', notInFacts } })).toEqual([])
  expect(titled({ topic: { notInFacts } })).toEqual([expect.stringContaining('shown/excuse-needed')])
})

/** What is said of what is recorded of the article and of an actor. */
function recorded(more: object, role: object = {}): string[] {
  const base = baseOf({
    facts: [named],
    sources: [{ ...source, ...more }],
    actors: actors.map((actor) =>
      actor['id'] === 'quill' ? { ...actor, roles: [{ role: 'Mayor', source: 'gazette', ...role }] } : actor,
    ),
  })
  return shown(checkEvidence(base, articles)).filter((line) => /record-in-article|excuse/.test(line))
}

const printed = { date: '2019-05-05', basis: 'inferred' }

test('holds what is recorded of an article against it', () => {
  expect(recorded({ note: 'It speaks of “sailors” and of 12 boats, in 2019.' })).toEqual([])
  expect(recorded({ published: { ...printed, why: 'The day after the opening on 4 May 2019.' } })).toEqual([])
  expect(
    recorded({
      title: 'A bridge for Portugal',
      published: { ...printed, why: 'It tells of a storm of 1997.' },
      relays: [{ actor: 'fleet', what: 'The count of 777 carts.' }],
      note: 'It is called “a shame”.',
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/sources.json:7:13: error: Unexpected name "Portugal" in the title of "gazette", expected one that the article has [fact/record-in-article]
      note: correct it, or say why it may stand in "notInArticle"",
      "facts/sources.json:12:12: error: Unexpected date "1997" in the reason of the date of "gazette", expected one that the article has [fact/record-in-article]
      note: correct it, or say why it may stand in "notInArticle"",
      "facts/sources.json:17:14: error: Unexpected figure "777" in the relay of "gazette", expected one that the article has [fact/record-in-article]
      note: correct it, or say why it may stand in "notInArticle"",
      "facts/sources.json:20:12: error: Unexpected quotation "a shame" in the note of "gazette", expected one that the article has [fact/record-in-article]
      note: correct it, or say why it may stand in "notInArticle"",
    ]
  `)
})

test('lets stand what is excused there, and wants no excuse that is not needed', () => {
  const notInArticle = [{ text: '777', why: 'Counted by us.' }]
  expect(recorded({ note: 'It has 777 words.', notInArticle })).toEqual([])
  expect(recorded({ notInArticle })).toEqual([expect.stringContaining('take it out of "notInArticle"')])
})

test('gives an office no date, figure or name that its article does not give', () => {
  expect(recorded({}, { asOf: '2019-05' })).toEqual([])
  expect(recorded({}, { asOf: '2011' })).toEqual([
    expect.stringContaining('date "2011" in the date of a role'),
  ])
  expect(recorded({}, { role: 'Mayor since 2011' })).toEqual([
    expect.stringContaining('date "2011" in the role of "quill"'),
  ])
  expect(recorded({}, { role: 'Mayor of Portugal' })).toEqual([
    expect.stringContaining('name "Portugal" in the role of "quill"'),
  ])
})
