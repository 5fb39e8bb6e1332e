import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { unsupported } from '../../scripts/facts/evidence/support.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { actors, article, articles, baseOf, fact, file, pinned, shown, source } from './content.ts'

const lines = article.split('\n')
/**
 * What is said of a statement (status reported, so that only the rule at hand speaks) that rests on a line of
 * the article.
 */
const problems = (statement: string, line: number, more: Record<string, unknown> = {}): string[] =>
  shown(
    checkEvidence(
      baseOf([fact('it', { statement, from: lines[line] ?? '', status: 'reported', ...more })]),
      articles,
    ),
  )

test.each([
  ['The bridge opened on 4 May 2019.', 0],
  ['The bridge opened in May 2019.', 0],
  ['Quill said that over 1,200 carts cross every day.', 1],
  ['Ada Quill, Mayor of the town, counts more than twelve hundred carts.', 1],
  ['The ferry is said to have carried about 40 carts.', 2],
  ['Sugar may have dissolved 500,000 barrels of tea.', 3],
  ['The fleet of the Quillish is believed to own at most twelve boats.', 4],
  ['An Icelandic gift of three cranes, possibly with a red one, came in June 2018.', 5],
  ['Cranes of the type S-40 came from Iceland.', 5],
  ['The Tidewick Gazette says that cranes came from Iceland.', 5],
  ["Quill's cook met O'Tide, a captain, and one from L’Oleron.", 8],
])('accepts %j', (statement, line) => {
  expect(problems(statement, line)).toEqual([])
})

test('refuses figures, dates, names and bare bounds that the evidence lacks', () => {
  expect(
    [
      ['The bridge opened on 5 May 2019.', 0],
      ['The bridge opened in May 2018.', 0],
      ['Quill said that more than 1,300 carts cross every day.', 1],
      ['Bruno Quill said that more than 1,200 carts cross.', 1],
      ['The town counts 1,200 carts, Quill said.', 1],
      ['Cranes of the type S-50 came from Norway.', 5],
      ["A baker met O'Tyde of Oleron.", 8],
    ].flatMap(([statement, line]) => problems(String(statement), Number(line))),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: error: Unexpected date "5 May 2019" in the statement of "it", expected one that its evidence contains [fact/date-in-evidence]
      note: pin more of the article, say in "resolved" of "when" how it was worked out, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected date "May 2018" in the statement of "it", expected one that its evidence contains [fact/date-in-evidence]
      note: pin more of the article, say in "resolved" of "when" how it was worked out, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected figure "1,300" in the statement of "it", expected one that its evidence contains [fact/figure-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected name "Bruno" in the statement of "it", expected one that its evidence contains [fact/name-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected bare "1,200" in the statement of "it", expected "more than" before it as in the evidence [fact/bound-kept]",
      "facts/bridge.json:10:17: error: Unexpected name "Norway" in the statement of "it", expected one that its evidence contains [fact/name-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected name "S-50" in the statement of "it", expected one that its evidence contains [fact/name-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:10:17: error: Unexpected name "O'Tyde" in the statement of "it", expected one that its evidence contains [fact/name-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
    ]
  `)
})

test('never drops a hedge: an error, or a warning where the status keeps it', () => {
  expect([
    ...problems('The ferry carried about forty carts.', 2, { status: 'documented' }),
    ...problems('The ferry carried about forty carts.', 2, { status: 'reported' }),
    ...problems('Sugar dissolved half a million barrels.', 3),
    ...problems('The boats belong to the Quillish fleet, up to 12.', 4),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: error: Unexpected certainty in the statement of "it", expected a hedge such as the "reportedly" of its evidence [fact/hedge-kept]
      note: a word such as "reportedly" or "says" keeps it",
      "facts/bridge.json:10:17: warning: Unexpected certainty in the statement of "it", expected a hedge such as the "reportedly" of its evidence [fact/hedge-kept]
      note: only the status or the speaker shown beside the statement keeps it",
      "facts/bridge.json:10:17: error: Unexpected certainty in the statement of "it", expected a hedge such as the "may" of its evidence [fact/hedge-kept]
      note: a word such as "may" or "possibly" keeps it",
      "facts/bridge.json:10:17: error: Unexpected certainty in the statement of "it", expected a hedge such as the "believed" of its evidence [fact/hedge-kept]
      note: a word such as "believed" or "likely" keeps it",
    ]
  `)
})

test('asks for no hedge where the statement takes over nothing that it governs', () => {
  expect(problems('Three cranes came from Iceland in June 2018.', 5, { status: 'documented' })).toEqual([])
})

test('keeps a list of examples open', () => {
  expect([
    ...problems('Tidewick drinks much tea.', 6),
    ...problems('Places like Tidewick drink much tea.', 6, { short: 'Tidewick drinks tea' }),
    ...problems('Much tea is drunk by the Quillish fleet.', 6),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: warning: Unexpected whole list with "Tidewick" in the statement of "it", expected a word such as the "like" of its evidence [fact/open-list-kept]",
      "facts/bridge.json:11:13: warning: Unexpected whole list with "Tidewick" in the short form of "it", expected a word such as the "like" of its evidence [fact/open-list-kept]",
      "facts/bridge.json:10:17: warning: Unexpected whole list with "Quillish fleet" in the statement of "it", expected a word such as the "like" of its evidence [fact/open-list-kept]",
    ]
  `)
  expect([
    ...problems('Places such as Tidewick drink much tea.', 6),
    ...problems('Among tea drinkers is the Quillish fleet.', 6),
    // More is said of her than that she is one of many; and "looked like" gives no example.
    ...problems('Ada Quill danced.', 7),
  ]).toEqual([])
})

test('holds quantities to the figures and bounds of the evidence', () => {
  const carts = { id: 'carts', label: 'carts', unit: 'carts a day' }
  const of = (more: object): string[] =>
    problems('Carts cross the bridge every day.', 1, { quantities: [{ ...carts, ...more }] })
  expect(of({ value: 1200, bound: 'moreThan' })).toEqual([])
  expect([...of({ value: 1200 }), ...of({ value: 1201, bound: 'moreThan' })]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:25:5: error: Unexpected bound "exact" of quantity "carts", expected "moreThan" as in the evidence [fact/bound-kept]",
      "facts/bridge.json:29:15: error: Unexpected value 1201 of quantity "carts", expected a figure that the evidence of "it" contains [fact/figure-in-evidence]
      note: correct the figure, or pin the words that give it too",
    ]
  `)
})

/** Of a passage with "carts a day". */
const isRefused = (unit: string, value = 1): boolean =>
  problems('It carries carts.', 1, { quantities: [{ id: 'n', label: 'n', value, unit }] }).some((text) =>
    text.includes('figure-in-evidence'),
  )

test('a share in words is one in hundredths', () => {
  const text = 'The quay lost a quarter of its boats and two thirds of its sheds.'
  const own = new Map([[file, text]])
  const sources = [{ ...source, sha256: sha256(text) }]
  const evidence = [{ source: 'gazette', start: 0, end: text.length, sha256: sha256(text) }]
  const said = (statement: string, value: number): string[] => {
    const quantities = [{ id: 'n', label: 'loss', value, unit: 'per cent' }]
    return shown(
      checkEvidence(baseOf({ facts: [fact('it', { statement, evidence, quantities })], sources }), own),
    )
  }
  expect(said('The quay lost 25 per cent of its boats, 67 % of its sheds.', 25)).toEqual([])
  expect(said('The quay lost 26 per cent of its boats.', 27)).toEqual([
    expect.stringContaining('figure "26"'),
    expect.stringContaining('value 27'),
  ])
})

test('those of whom a text has spoken are counted by whoever reads it', async () => {
  const reader = await openReader('en')
  const said = (statement: string): string[] =>
    shown(
      checkEvidence(
        baseOf([fact('it', { statement, from: lines[6]!, status: 'reported' })]),
        articles,
        reader,
      ),
    ).filter((found) => found.includes('figure'))
  expect(said('Tidewick and the Quillish fleet drink much tea, and why the two differ is open.')).toEqual([])
  expect(said('Tidewick and the Quillish fleet drink two teas.')).not.toEqual([])
})

test('one of a unit may be counted by an article', () => {
  expect([isRefused('days'), isRefused('days of work')]).toEqual([false, false])
  expect([isRefused('carts'), isRefused('days', 2), isRefused('%')]).toEqual([true, true, true])
})

test('excuses with a reason what the evidence lacks, and wants no idle excuse', () => {
  const excused = { notInEvidence: [{ text: '2020', why: 'counted from the opening' }] }
  expect(problems('The bridge was a year old in 2020.', 0, excused)).toEqual([])
  expect([
    ...problems('The bridge opened in 2019.', 0, { notInEvidence: [{ text: '2019', why: 'no reason' }] }),
    ...problems('The bridge opened in 2019.', 0, excused),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:25:5: warning: Unexpected excuse for "2019", expected none: nothing in it is missing from the evidence [fact/excuse-needed]
      note: take it out of "notInEvidence"; factdeck check --articles DIR --fix does so",
      "facts/bridge.json:26:14: error: Unexpected excuse for "2020", expected words of the statement of "it" [fact/excuse-in-statement]
      note: copy the words from the statement letter by letter, or take the excuse out",
    ]
  `)
})

test('"about" claims less than "almost", and not the other way round', () => {
  const text = 'Almost 9 boats came, about 20 carts.'
  const evidence = [{ source: 'gazette', start: 0, end: text.length, sha256: sha256(text) }]
  const said = (statement: string): string[] =>
    shown(
      checkEvidence(
        baseOf({
          facts: [fact('it', { statement, evidence })],
          sources: [{ ...source, sha256: sha256(text) }],
        }),
        new Map([[file, text]]),
      ),
    )
  expect(said('About 9 boats came.')).toEqual([])
  expect(said('Almost 20 carts came.')).toEqual([expect.stringContaining('"20"')])
})

test('keeps "less than" in statements and quantities', () => {
  const cheap = 'The raft, of fewer than 50 planks, needs H₂O.'
  const of = (statement: string, more: Record<string, unknown> = {}): string[] => {
    const text = new ArticleText(cheap)
    const evidence = [{ source: 'gazette', start: 0, end: text.length, sha256: text.sha256 }]
    const base = baseOf({
      sources: [{ ...source, sha256: text.sha256 }],
      facts: [fact('it', { statement, status: 'reported', evidence, ...more })],
    })
    return shown(checkEvidence(base, new Map([[file, cheap]])))
  }
  const planks = { id: 'planks', label: 'planks', unit: 'planks', value: 50 }
  expect([
    ...of('The raft has less than 50 planks.', { quantities: [{ ...planks, bound: 'lessThan' }] }),
    ...of('The raft has at most 50 planks.'),
    // The formula is the same, however it is set.
    ...of('The raft needs H2O.'),
  ]).toEqual([])
  expect([
    ...of('The raft has 50 planks.'),
    ...of('The raft needs H3O.'),
    ...of('The raft has planks.', { quantities: [planks] }),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: error: Unexpected bare "50" in the statement of "it", expected "less than" before it as in the evidence [fact/bound-kept]",
      "facts/bridge.json:10:17: error: Unexpected name "H3O" in the statement of "it", expected one that its evidence contains [fact/name-in-evidence]
      note: pin more of the article, or say in "notInEvidence" why it may stand",
      "facts/bridge.json:25:5: error: Unexpected bound "exact" of quantity "planks", expected "lessThan" as in the evidence [fact/bound-kept]",
    ]
  `)
})

test('takes a date that "when" resolves', () => {
  const when = {
    from: '2019-05-06',
    to: '2019-05-06',
    precision: 'day',
    resolved: 'Two days after the opening.',
  }
  expect(
    problems('Two boats came on 6 May 2019.', 0, { when, notInEvidence: [{ text: 'Two', why: 'counted' }] }),
  ).toEqual([])
})

test('takes no date that goes against what "when" resolves it from', () => {
  const of = (from: string, resolved: string): string[] =>
    problems('The Tidewick bridge opened.', 0, { when: { from, to: from, precision: 'day', resolved } })
  expect(of('2019-05-04', 'The day of the opening.')).toEqual([])
  expect(of('2019-09-04', 'The day of the opening.').join()).toContain('fact/date-in-evidence')
  const year = {
    from: '2016',
    to: '2016',
    precision: 'year',
    resolved: 'The year before the opening of 2019.',
  }
  expect(problems('The Tidewick bridge opened.', 0, { when: year }).join()).toContain('fact/date-in-evidence')
  expect(problems('The Tidewick bridge opened.', 0, { when: { ...year, from: '2018', to: '2018' } })).toEqual(
    [],
  )
})

test('wants the telling words to the letter, and at most ten of them', () => {
  expect(problems('Quill praised it.', 1, { telling: 'more than 1,200 carts' })).toEqual([])
  expect(problems('Quill praised it.', 1, { telling: 'more than 12,000 carts' }).join()).toContain(
    'Unexpected words "more than 12,000 carts", expected words that stand in a passage of "it" to the letter [fact/telling-words]',
  )
  expect(() => problems('Quill praised it.', 1, { telling: 'a b c d e f g h i j k' })).toThrow(
    'at most ten words',
  )
})

test('wants quotes to the letter, but for typography', () => {
  expect(
    problems('Quill praised it.', 1, { quote: { text: 'more than 1,200 carts a day', by: 'quill' } }),
  ).toEqual([])
  expect(problems('Quill praised it.', 1, { quote: { text: 'many carts', by: 'quill' } }))
    .toMatchInlineSnapshot(`
      [
        "facts/bridge.json:25:13: error: Unexpected quote "many carts", expected words that stand in the evidence of "it" [fact/quote-in-evidence]
        note: pin the quoted words too; or take the quotation marks away where the words are yours",
      ]
    `)
})

const saidBy = (id: string, line: number): string[] =>
  problems('Carts cross the bridge.', line, { saidBy: [id] })

test('wants the evidence to name who speaks', () => {
  expect(saidBy('quill', 1)).toEqual([])
  expect(saidBy('quill', 0)).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:25:5: warning: Unexpected speaker "quill" of "it" whom its evidence does not name, expected the words that say who speaks to be pinned too [fact/speaker-in-evidence]
      note: factdeck pin --articles DIR --fact it "the words that name them", or take the name out of "saidBy"",
    ]
  `)
  const relayed = baseOf({
    facts: [fact('it', { saidBy: ['quill'] })],
    sources: [{ ...source, relays: [{ actor: 'quill', what: 'her count' }] }],
  })
  expect(shown(checkEvidence(relayed, articles))).toEqual([])
})

test('whom a fact records is named by its passages, by the lines before them or in the record', () => {
  const norway = { id: 'norway', name: 'Norway', kind: 'state' }
  const recorded = (more: Record<string, unknown>, line = 0): string[] =>
    shown(
      checkEvidence(
        baseOf({ facts: [fact('it', { from: lines[line] ?? '', ...more })], actors: [...actors, norway] }),
        articles,
      ),
    )
  expect(
    [
      ...recorded({ actors: ['tidewick'] }),
      ...recorded(
        { statement: 'Guests looked like sailors.', short: 'Icelandic guests', actors: ['iceland'] },
        7,
      ),
      ...recorded({ statement: 'They looked like sailors.', actors: ['iceland'] }, 7),
      ...recorded({ actors: ['norway'], saidBy: ['norway'] }),
    ].filter((line) => line.includes('actor-in-evidence')),
  ).toEqual([])
  expect([
    ...recorded({ actors: ['tidewick', 'iceland'] }),
    ...recorded({ actors: ['norway'] }),
    ...recorded({ transfer: { from: 'tidewick', to: 'norway', what: 'a bridge' } }),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:26:5: warning: Unexpected actor "iceland" of "it", expected somebody whom its passages or the lines before them name [fact/actor-in-evidence]
      note: pin the words that name him too, or take him out",
      "facts/bridge.json:25:5: error: Unexpected actor "norway" of "it", expected somebody whom its article names [fact/actor-in-evidence]
      note: take him out, or record how the article calls him in "aliases"",
      "facts/bridge.json:26:11: error: Unexpected actor "norway" of "it", expected somebody whom its article names [fact/actor-in-evidence]
      note: take him out, or record how the article calls him in "aliases"",
    ]
  `)
})

test('says which text is missing or another one, and how much was left unchecked', () => {
  const facts = [fact('a'), fact('b')]
  expect(shown(checkEvidence(baseOf(facts), new Map([['tidewik.txt', article]])))).toMatchInlineSnapshot(`
    [
      "facts/sources.json:5:12: error: Unexpected article file "tidewick.txt", expected a text (.txt) of the articles folder; did you mean "tidewik.txt"? [fact/article-file]
      note: the folder holds tidewik.txt; put the text there, or bring the article in with factdeck add
      note: 2 spans of evidence in it were not checked",
    ]
  `)
  expect(shown(checkEvidence(baseOf(facts), new Map([[file, `${article} `]])))).toMatchInlineSnapshot(`
    [
      "facts/sources.json:6:14: error: Unexpected text in "tidewick.txt" (sha256 588e353d20bb…), expected the text that the evidence was pinned in (ac28c6041b13…) [fact/article-digest]
      note: where the article changed, factdeck repin moves every passage whose words still stand, and records the new digest
      note: the sha256 of this text: 588e353d20bb92adbe66197e39d1833a9f5b8afc68338f8bab1e48d9da63057a
      note: 2 spans of evidence in it were not checked",
    ]
  `)
})

test('says which span is out of range or holds other words, and shows at most eight of them', () => {
  const span = pinned(`${lines[0]}\n${lines[1]}`)
  const evidence = [
    { ...span, sha256: '0'.repeat(64) },
    { ...span, end: 9999 },
  ]
  expect(shown(checkEvidence(baseOf([fact('a', { evidence })]), articles))).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:21:16: error: Unexpected text at characters 0–103 of "gazette": "The Tidewick bridge opened on 4 May 2019. …", expected the one with the recorded digest [fact/span-digest]
      note: pin the quote again with factdeck pin",
      "facts/bridge.json:26:13: error: Unexpected end 9999, expected at most 514, the length of "gazette" in characters [fact/span-in-range]
      note: pin the passage anew: factdeck pin --articles DIR --fact a "the passage"",
    ]
  `)
})

test('reads the article as the fact base does: marks and line ends do not count', () => {
  const raw = `\uFEFF${article.replaceAll('\n', '\r\n')}`
  expect(shown(checkEvidence(baseOf([fact('a')]), new Map([[file, raw]])))).toEqual([])
  expect(source.file).toBe(file)
})

test('any text is in itself: its figures, dates and names', () => {
  const base = baseOf([fact('it', { statement: 'The bridge opened.' })])
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 24 }),
    fc.string({ unit: 'grapheme', maxLength: 24 }),
    fc.string({ unit: fc.constantFrom(..."aB𐳲Ǽ႕ᴠş1٣²-‑'’.,& "), maxLength: 12 }),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const missing = unsupported(`s ${text}`, `Quill: s ${text}\n${text} q7`, base)
      expect(missing).toEqual({ figures: [], dates: [], names: [] })
    }),
    { examples: [['ꦘṻꇑ႕ᜡ𐳲Ǽ𐕂ꭒ𐘁ᴠ𘣈']], numRuns: 500 },
  )
})
