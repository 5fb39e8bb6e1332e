// What the words of a statement do, against passages on an invented harbour. Each rule: statements that it
// lets pass, and the same made false, each by one change.

import { beforeAll, describe, expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { actors, baseOf, fact, shown } from './content.ts'

const lines = {
  sent: 'In June the Quillish fleet sent Tidewick forty barrels of herring, and Tidewick repaired its boats.',
  denied:
    'Neither Tidewick nor the Quillish fleet has admitted the trade, and the mayor did not visit the harbour.',
  plan: 'Mayor Ada Quill plans to widen the bridge before winter and may close the ferry.',
  some: 'Some captains complained about the toll after the bridge opened.',
  rise: 'The toll rose by more than 40 percent because the ferry had stopped.',
  quote: 'Quill called the harbour “a place of patient people” and said that it needs more cranes.',
  told: 'The tolls are high, Ada Quill told the Quillish fleet.',
  images: 'Some new images indicate that smugglers land tea at night.',
  aims: 'The council vowed to dredge the harbour, and it hired divers to raise a wreck.',
  limits: 'Much of the money came partly from smugglers.',
  times: 'The pier opened two years ago and has been shut since 4 May 2019.',
  war: 'The dispute in Iceland has worried the captains of Tidewick.',
  meeting:
    'The council announced in May that it would lower the quay, and Ada Quill said that the crane had reportedly cracked.',
  baker:
    'A baker was in trouble. She found that the flour had been wet in the harbour of Tidewick, and not in Iceland.',
  fire: 'Fire spread from Tidewick across Iceland, and the Quillish fleet faces challenges in replacing its sails.',
  study: 'Reports, primarily stemming from counts of boats and crews in harbours, have worried the council.',
  storm:
    'The storm forced Iceland to consider repairing its piers, and early sales began. It could sink the ferry.',
  crew: 'Tidewick takes only boats longer than 20 feet. Six at most moored there, a spokeswoman of the Pilots Guild said.',
  most: 'She believes that most of the extra barrels came from Tidewick, year by year, within a mile of the pier.',
  title:
    'The “Glass Ferryman” sank. An engineer ruled out a storm, and its owners put the loss at 1.5 to 2 million crowns; they repaired it twice.',
  open: 'The old lamp burned. “The new one never did.',
  free: 'The council, which is poorer than Ada Quill suggests, barred the quay for ever. The pilot cannot be found by anyone. The cause was not established, and there is a shed.',
  navy: 'Iceland sent barrels, and its navy rests.',
  register: 'According to the harbour register, 31 barrels sank.',
  judge:
    'The captain said that 58 per cent of the barrels leaked. An official warned of a storm, and the mayor, Ada Quill, hopes for rain. Tidewick has not confirmed that.',
  banner:
    'Children run there, and “Welcome home” hangs above them. The council bought the door. It will open at the earliest in May.',
  advice:
    'Captains will have to warn the pilots in mid-March. The mayor, Ada Quill, advised the members to wait, an official says.',
  bids: 'The office accepts bids until 15 January; it closes then. No soil had to be removed from the quay. Iceland blames the weather, Tidewick the walk. Every captain counts, whether they turn up or not.',
  mayors: 'Bo Moss opened the quay.',
  play: 'The “Glass Ferryman” sank. A pilot called the fog “thick”. The lamp burned.',
  cost: 'The quay is to cost 4 million crowns.',
  so: 'So says the council of Tidewick, whose 14 members spent a week on the pier.',
  leaflet: 'A leaflet said that Ada Quill had recommended the quay.',
  slides: 'Ada Quill, who runs the project, showed slides of the quay.',
  gone: 'The council has abandoned the ferry, and it has given up the quay. Those who run shops caught the illness.',
  unlikely:
    'The talks may fail if the boat is not released; a new lamp is likely to cost £9 million. The lamp has 300 passengers; 300 passengers sank with the freight.',
  pier: 'Tidewick barges rammed the pier while Iceland captains unloaded timber from the Quillish fleet.',
}
const article = Object.values(lines).join('\n')
const articles = new Map([['harbour.txt', article]])
const sources = [
  {
    id: 'gazette',
    file: 'harbour.txt',
    sha256: sha256(article),
    title: 'A harbour',
    publisher: 'Harbour Gazette',
    published: { date: '2019-05-05', basis: 'printed' },
  },
]

const people = [
  ...actors,
  { id: 'guild', name: 'Pilots Guild', kind: 'organisation' },
  { id: 'navy', name: 'Iceland’s navy', kind: 'government-body' },
  { id: 'official', name: 'An official', kind: 'person' },
  { id: 'moss', name: 'Bo Moss', kind: 'person', roles: [{ role: 'mayor', source: 'gazette' }] },
  { id: 'reed', name: 'Li Reed', kind: 'person', roles: [{ role: 'deputy mayor', source: 'gazette' }] },
]

let reader: Reader
beforeAll(async () => {
  reader = (await openReader('en'))!
})

/** The place of a quote in the article. */
function pinnedAt(quote: string): Record<string, unknown> {
  const start = Array.from(article.slice(0, article.indexOf(quote))).length
  return { source: 'gazette', start, end: start + Array.from(quote).length, sha256: sha256(quote) }
}

function findings(statement: string, line: keyof typeof lines, more: Record<string, unknown> = {}): string[] {
  const evidence = [pinnedAt(lines[line])]
  const facts = [fact('it', { statement, short: 'It', evidence, ...more })]
  return shown(checkEvidence(baseOf({ facts, sources, actors: people }), articles, reader))
}

/** The rules that speak, without what follows. */
function rules(...asked: Parameters<typeof findings>): string[] {
  return [...new Set(findings(...asked).map((text) => /\[(fact\/[a-z-]+)\]/.exec(text)?.[1] ?? text))]
}

describe('accepts', () => {
  test.each<[string, keyof typeof lines, Record<string, unknown>?]>([
    ['The Quillish fleet supplied Tidewick with forty barrels of herring in June.', 'sent'],
    ['Tidewick received forty barrels of herring from the Quillish fleet.', 'sent'],
    ['Forty barrels of herring were sent by the Quillish fleet.', 'sent'],
    ['The trade has been admitted by neither Tidewick nor the Quillish fleet.', 'denied'],
    ['The mayor has not visited the harbour.', 'denied'],
    ['Ada Quill intends to widen the bridge and may close the ferry.', 'plan', { saidBy: ['quill'] }],
    ['Some captains complained about the toll after the opening of the bridge.', 'some'],
    ['The toll rose by more than 40 percent because the ferry had stopped.', 'rise'],
    ['Ada Quill called the harbour “a place of patient people”.', 'quote', { saidBy: ['quill'] }],
    ['The tolls are high, Ada Quill said.', 'told', { saidBy: ['quill'], via: ['fleet'], status: 'opinion' }],
    ['By new images, says an article, smugglers land tea at night.', 'images', { status: 'reported' }],
    ['The council has vowed to dredge the harbour.', 'aims'],
    ['The council hired divers to raise a wreck.', 'aims'],
    ['Part of the money came from smugglers.', 'limits'],
    ['The pier has been shut since 4 May 2019.', 'times'],
    ['Captains of Tidewick worry about the dispute in Iceland.', 'war'],
    ['Tidewick boats rammed the pier.', 'pier'],
    ['In May the council announced that it would lower the quay.', 'meeting'],
    // Bounds by size; who says so by what it is; "at most" is no superlative.
    ['Tidewick takes only boats of more than 20 feet, the guild said.', 'crew', { saidBy: ['guild'] }],
    ['Six at most moored there, the guild said.', 'crew', { saidBy: ['guild'], status: 'reported' }],
    // "That most" is not "at most"; "barrel after barrel" orders nothing; "for all its barrels" counts none.
    ['The extra barrels came mainly from Tidewick, she believes.', 'most', { status: 'opinion' }],
    ['She believes that barrel after barrel came from Tidewick.', 'most', { status: 'opinion' }],
    ['Unless the boat is released, the talks may fail.', 'unlikely'],
    ['A new lamp will probably cost £9 million.', 'unlikely'],
    // Terms of several words, and persons of any kind.
    ['The council has given up the ferry.', 'gone'],
    ['The council has abandoned the quay.', 'gone'],
    ['Shopkeepers were ill.', 'gone'],
    // A title is nothing that somebody says, and a comparison of figures no word of its own.
    ['The “Glass Ferryman” sank.', 'title'],
    ['A storm was excluded by an engineer.', 'title'],
    ['The owners estimated the loss at roughly 1.5 to 2 million crowns, compared with two repairs.', 'title'],
    ['300 people sank with the goods.', 'unlikely'],
    [
      'Ada Quill said that the crane had reportedly cracked.',
      'meeting',
      { saidBy: ['quill'], status: 'reported' },
    ],
    ['The fire spread across Iceland from Tidewick.', 'fire'],
    // "Than she suggests" compares; what nobody can do nobody has done; a root is no meaning.
    ['The council barred the quay.', 'free'],
    ['The pilot has been found by nobody.', 'free'],
    ['There was a shed built.', 'free'],
    // Open until it closes; a verb that is left out; "whether or not"; who pays and who buys.
    ['The office is open until 15 January.', 'bids'],
    ['Tidewick blames the walk.', 'bids'],
    ['Captains who turn up count.', 'bids'],
    ['The quay is to cost 4 million crowns.', 'cost', { status: 'estimated' }],
    ['The council has 14 members.', 'so'],
    ['A leaflet said that Ada Quill had recommended the quay.', 'leaflet', { status: 'reported' }],
    ['Ada Quill runs the project and showed slides.', 'slides'],
    // What hangs in another sentence; "at the earliest"; "have to"; a deed that is done by speaking.
    ['The council bought the door.', 'banner'],
    ['The lamp burned.', 'play'],
    ['It will not open before May.', 'banner'],
    ['In the middle of March captains must warn the pilots.', 'advice', { status: 'planned', saidBy: [] }],
    [
      'Ada Quill advised the members to wait, an official says.',
      'advice',
      { status: 'reported', saidBy: ['official'] },
    ],
    // A part of one that bears its name; the register that says so; most of them; by what somebody is.
    ['Iceland’s navy sent barrels.', 'navy'],
    ['In the harbour register 31 barrels sank.', 'register'],
    ['Most of the barrels leaked, the captain said.', 'judge', { status: 'reported' }],
    ['Officials warned of a storm.', 'judge', { saidBy: ['official'], status: 'reported' }],
    ['The mayor hopes for rain.', 'judge', { saidBy: ['quill'], status: 'reported' }],
    ['An official warned of a storm, which Tidewick has not confirmed.', 'judge', { saidBy: ['official'] }],
    ['The Quillish fleet faces challenges in replacing its sails.', 'fire'],
    [
      'Reports, primarily from counts of boats and crews in harbours, worried the council.',
      'study',
      { status: 'reported' },
    ],
    ['The storm forces Iceland to consider repairing its piers.', 'storm'],
    ['The storm could sink the ferry.', 'storm'],
    ['Captains of Iceland unloaded timber from the Quillish fleet.', 'pier'],
  ])('%s', (statement, line, more) => {
    expect(findings(statement, line, more)).toEqual([])
  })
})

describe('refuses', () => {
  test.each<[rule: string, statement: string, line: keyof typeof lines, more?: Record<string, unknown>]>([
    // Whole claims and single words.
    [
      'fact/word-in-evidence',
      'The Quillish fleet sent Tidewick forty barrels of herring and trained pilots.',
      'sent',
    ],
    ['fact/word-in-evidence', 'The Quillish fleet secretly sent Tidewick forty barrels of herring.', 'sent'],
    // Opposites.
    ['fact/bound-in-evidence', 'Tidewick takes only boats of less than 20 feet.', 'crew'],
    [
      'fact/scope-kept',
      'The most frequent boats moored there, the guild said.',
      'crew',
      { saidBy: ['guild'] },
    ],
    ['fact/attribution-kept', 'Six at most moored there.', 'crew', { saidBy: ['guild'] }],
    [
      'fact/link-in-evidence',
      'She believes that barrels came after the pier.',
      'most',
      { status: 'opinion' },
    ],
    // One whose role has the words of another’s is another all the same.
    ['fact/roles-kept', 'Li Reed opened the quay.', 'mayors'],
    ['fact/attribution-kept', 'The fog was thick.', 'play'],
    // A quotation that goes on beyond its passage.
    ['fact/attribution-kept', 'The new lamp never burned.', 'open'],
    ['fact/mood-kept', 'A new lamp will cost £9 million.', 'unlikely'],
    ['fact/unit-in-evidence', '300 barrels sank with the freight.', 'unlikely'],
    ['fact/opposite-word', 'The toll fell by more than 40 percent.', 'rise'],
    // Negation put in and left out.
    ['fact/negation-kept', 'The Quillish fleet has not sent Tidewick forty barrels of herring.', 'sent'],
    ['fact/negation-kept', 'The mayor visited the harbour.', 'denied'],
    ['fact/negation-kept', 'No captains complained about the toll.', 'some'],
    // Who does what to whom.
    ['fact/roles-kept', 'Tidewick sent the Quillish fleet forty barrels of herring.', 'sent'],
    ['fact/roles-kept', 'Forty barrels of herring were sent by Tidewick.', 'sent'],
    ['fact/roles-kept', 'The Quillish fleet received forty barrels of herring from Tidewick.', 'sent'],
    ['fact/roles-kept', 'Captains of Iceland worry about the dispute in Tidewick.', 'war'],
    ['fact/roles-kept', 'Iceland captains rammed the pier.', 'pier'],
    ['fact/roles-kept', 'Iceland captains unloaded timber from Tidewick.', 'pier'],
    // Two in each other's place, or one in that of another, whatever the words beside them.
    ['fact/roles-kept', 'The fire spread across Tidewick from Iceland.', 'fire'],
    ['fact/roles-kept', 'The fire spread across Tidewick.', 'fire'],
    // Plans as deeds, demands that nobody made.
    ['fact/mood-kept', 'Ada Quill widened the bridge.', 'plan', { saidBy: ['quill'] }],
    ['fact/mood-kept', 'The council dredged the harbour.', 'aims'],
    ['fact/mood-kept', 'The council hired divers and raised a wreck.', 'aims'],
    ['fact/mood-kept', 'Some captains must complain about the toll.', 'some'],
    ['fact/mood-kept', 'In May the council announced that it lowered the quay.', 'meeting'],
    ['fact/mood-kept', 'The Quillish fleet replaces its sails.', 'fire'],
    ['fact/mood-kept', 'The storm forced Iceland to repair its piers.', 'storm'],
    ['fact/mood-kept', 'The storm will sink the ferry.', 'storm'],
    // Speakers.
    [
      'fact/hedge-kept',
      'Ada Quill said that the crane had cracked.',
      'meeting',
      { saidBy: ['quill'], status: 'reported' },
    ],
    ['fact/attribution-kept', 'The flour had been wet in the harbour of Tidewick.', 'baker'],
    [
      'fact/attribution-kept',
      'The harbour needs more cranes.',
      'quote',
      { saidBy: ['quill'], status: 'reported' },
    ],
    ['fact/attribution-kept', 'The harbour needs more cranes.', 'quote', { status: 'opinion' }],
    [
      'fact/attribution-kept',
      'Iceland said that the harbour needs more cranes.',
      'quote',
      { status: 'reported' },
    ],
    ['fact/attribution-kept', 'The harbour needs more cranes.', 'quote'],
    // Hearsay at one remove.
    [
      'fact/relay-kept',
      'Ada Quill said that the tolls are high.',
      'told',
      { saidBy: ['quill'], status: 'opinion' },
    ],
    [
      'fact/relay-kept',
      'An article says that smugglers land tea at night.',
      'images',
      { status: 'reported' },
    ],
    // How many, how far.
    ['fact/scope-kept', 'All captains complained about the toll.', 'some'],
    ['fact/scope-kept', 'Only captains complained about the toll.', 'some'],
    ['fact/scope-kept', 'The largest captains complained about the toll.', 'some'],
    ['fact/scope-kept', 'Captains complained about the first toll.', 'some'],
    // Limits.
    ['fact/limit-kept', 'The money came from smugglers.', 'limits'],
    [
      'fact/limit-kept',
      'Reports from counts of boats and crews in harbours worried the council.',
      'study',
      { status: 'reported' },
    ],
    ['fact/limit-kept', 'Sales began.', 'storm'],
    // Cause and order in time.
    ['fact/link-in-evidence', 'The pier opened two years after.', 'times'],
    ['fact/link-in-evidence', 'The pier has been shut until 4 May 2019.', 'times'],
    ['fact/link-in-evidence', 'Some captains complained because the bridge opened.', 'some'],
    ['fact/link-in-evidence', 'Some captains complained before the bridge opened.', 'some'],
    // What is counted, and its bound.
    ['fact/unit-in-evidence', 'The Quillish fleet sent Tidewick forty boats of herring.', 'sent'],
    [
      'fact/bound-in-evidence',
      'The Quillish fleet sent Tidewick more than forty barrels of herring.',
      'sent',
    ],
    // Words between quotation marks.
    [
      'fact/quotation-in-evidence',
      'Ada Quill called the harbour “a place of patience”.',
      'quote',
      { saidBy: ['quill'] },
    ],
    ['fact/quotation-speaker', 'Tidewick is “a place of patient people”, says the Gazette.', 'quote'],
  ])('%s: %s', (rule, statement, line, more) => {
    expect(rules(statement, line, more)).toContain(rule)
  })
})

test('two things that two passages tell are no cause and effect, though one of them speaks of a cause', () => {
  const evidence = [pinnedAt(lines.rise), pinnedAt(lines.some)]
  const statement = 'Some captains complained about the toll because the ferry had stopped.'
  expect(rules(statement, 'rise', { evidence })).toContain('fact/link-in-evidence')
  const told = 'The toll rose because the ferry had stopped, and some captains complained.'
  expect(rules(told, 'rise', { evidence })).toEqual([])
})

test('a word that denies elsewhere counts for no denial that the passages lack', () => {
  expect(rules('For lack of time the mayor did not visit the harbour.', 'denied')).not.toContain(
    'fact/negation-kept',
  )
  expect(
    rules('The mayor did not visit the harbour, nor did he not walk, nor run, nor eat.', 'denied'),
  ).toContain('fact/negation-kept')
})

const severities = (statement: string): string[] =>
  findings(statement, 'sent').flatMap((text) => /: (error|warning): Unexpected word/.exec(text)?.[1] ?? [])

describe('of a statement that is told freely', () => {
  const free = 'The Quillish ships carried two score barrels of fish, and the town did mend '
  test.each<[string, string, keyof typeof lines]>([
    ['fact/negation-kept', 'The mayor never saw where the vessels not were moored.', 'sent'],
    ['fact/scope-kept', 'Every skipper grumbled and growled over what it cost.', 'some'],
    ['fact/link-in-evidence', 'Skippers grumbled and growled before the tax.', 'rise'],
  ])('%s is a doubt', (rule, statement, line) => {
    const found = findings(statement, line).join('\n')
    expect(found).toContain(`[${rule}]`)
    expect(found).toContain('few of its words stand in its passages')
    expect(found).not.toMatch(/: error: .*\[fact\/(?:negation|scope|link)/)
  })

  test('words side by side are a doubt, and three of them a claim', () => {
    expect(severities(`${free} old boats.`)).not.toContain('error')
    expect(severities(`${free} every lamp, crane, anchor.`)).toContain('error')
  })
})

test('a denial is a doubt where its sentence denies something else', () => {
  expect(findings('Nothing had to be removed from the quay.', 'bids')).toEqual([
    expect.stringContaining('warning: Unexpected denial of "removed"'),
  ])
})

test('"only" before a figure of the passages is a doubt', () => {
  expect(findings('The Quillish fleet sent Tidewick only forty barrels.', 'sent')).toEqual([
    expect.stringContaining('warning: Unexpected "only"'),
  ])
})

test('two words without a reason are an error where none with one stands between, and warnings elsewhere', () => {
  expect(severities('The Quillish fleet sent rotten herring.')).toEqual(['warning'])
  expect(severities('The Quillish fleet sent rotten salty herring.')).toEqual(['error', 'error'])
  expect(severities('The rotten Quillish fleet sent salty herring.')).toEqual(['warning', 'warning'])
})

test('a passage of which nothing is left was pinned for something', () => {
  const evidence = [pinnedAt('Some captains complained about the toll'), pinnedAt('The dispute in Iceland')]
  expect(rules('Some captains complained about the toll.', 'some', { evidence })).toEqual([
    'fact/passage-used',
  ])
  expect(
    rules('Some captains complained about the toll, and there is a dispute in Iceland.', 'some', {
      evidence,
    }),
  ).toEqual([])
})

test('says what is wrong and what to do in words for a teacher', () => {
  expect(
    [
      ...findings('The Quillish fleet secretly sent Tidewick forty barrels of herring.', 'sent'),
      ...findings('The mayor visited the harbour.', 'denied'),
      ...findings('Tidewick sent the Quillish fleet forty barrels of herring.', 'sent'),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "facts/bridge.json:10:17: warning: Unexpected word "secretly" in the statement of "it", expected one that its passages contain, or one near it in meaning [fact/word-in-evidence]
      note: say it in words nearer to the article
      note: pin more of the article where it says so, or say in "notInEvidence" why it may stand
    facts/bridge.json:10:17: error: Unexpected "visited" as told in the statement of "it", expected it denied: its passages say it with a negation [fact/negation-kept]
      note: pin more of the article where it says so, or say in "notInEvidence" why it may stand
    facts/bridge.json:10:17: error: Unexpected "Quillish fleet" as one to whom "sent" is done in the statement of "it", expected Tidewick as in its passages [fact/roles-kept]
      note: pin more of the article where it says so, or say in "notInEvidence" why it may stand
    facts/bridge.json:10:17: error: Unexpected "Tidewick" as doer of "sent" in the statement of "it", expected Quillish fleet as in its passages [fact/roles-kept]
      note: pin more of the article where it says so, or say in "notInEvidence" why it may stand"
  `)
})

describe('an excuse', () => {
  const statement = 'The Quillish fleet secretly sent Tidewick forty barrels of herring.'
  test('for a word needs no rule', () => {
    expect(
      findings(statement, 'sent', { notInEvidence: [{ text: 'secretly', why: 'told by a captain' }] }),
    ).toEqual([])
  })
  test('for what a rule finds names the rule', () => {
    const swapped = 'The mayor visited the harbour.'
    const why = 'The mayor came the next day.'
    expect(
      findings(swapped, 'denied', { notInEvidence: [{ text: 'visited', rule: 'fact/negation-kept', why }] }),
    ).toEqual([])
    expect(rules(swapped, 'denied', { notInEvidence: [{ text: 'visited', why }] })).toEqual([
      'fact/negation-kept',
      'fact/excuse-needed',
    ])
  })
  test('is refused where it is not needed', () => {
    expect(
      findings('The Quillish fleet sent forty barrels of herring.', 'sent', {
        notInEvidence: [{ text: 'sent', rule: 'fact/roles-kept', why: 'no reason' }],
      }),
    ).toMatchInlineSnapshot(`
      [
        "facts/bridge.json:25:5: warning: Unexpected excuse of "sent" from fact/roles-kept, expected none: that rule finds nothing there [fact/excuse-needed]
        note: take it out of "notInEvidence"; factdeck check --articles DIR --fix does so",
      ]
    `)
  })
})

describe('the short form claims no more than the statement', () => {
  const statement = 'The Quillish fleet sent Tidewick forty barrels of herring in June.'
  const short = (text: string): string[] => rules(statement, 'sent', { short: text })

  test.each(['Forty barrels for Tidewick', 'Fleet: forty barrels sent', 'Herring, sent in June'])(
    'lets pass %j',
    (text) => {
      expect(short(text)).toEqual([])
    },
  )
  test.each([
    ['Fleet sent no barrels', 'fact/negation-kept'],
    ['Fleet has not sent barrels', 'fact/negation-kept'],
    ['All barrels for Tidewick', 'fact/scope-kept'],
    ['Only Tidewick got barrels', 'fact/scope-kept'],
    ['First barrels for Tidewick', 'fact/scope-kept'],
    ['The largest gift of herring', 'fact/scope-kept'],
  ])('refuses %j', (text, rule) => {
    expect(short(text)).toContain(rule)
  })
  test('finds the opposite of what its statement says, and a "not" that is lost', () => {
    const rise = 'The toll rose by more than 40 percent because the ferry had stopped.'
    expect(rules(rise, 'rise', { short: 'Toll fell by more than 40 percent' })).toContain(
      'fact/opposite-word',
    )
    const denied = 'The mayor did not visit the harbour.'
    expect(rules(denied, 'denied', { short: 'The mayor visited the harbour' })).toContain(
      'fact/negation-kept',
    )
    expect(rules(denied, 'denied', { short: 'No visit to the harbour' })).toEqual([])
  })
})

const lamp = (name: string): string[] =>
  rules('A new lamp is likely to cost £9 million.', 'unlikely', {
    quantities: [{ id: 'a', label: 'lamp', value: 9_000_000, unit: name }],
  })
const sent = (more: object): string[] =>
  rules('The Quillish fleet sent Tidewick forty barrels of herring in June.', 'sent', { ...more })
const of = (unit: string) => ({ quantities: [{ id: 'a', label: 'herring', value: 40, unit }] })
const on = (from: string, precision: string, more: object = {}) => ({
  when: { from, to: from, precision, ...more },
})
const times = (more: object): string[] => rules('The pier has been shut.', 'times', { ...more })

describe('what is recorded of a statement', () => {
  test('a quantity counts what the statement or a passage counts', () => {
    expect(sent(of('barrels'))).toEqual([])
    expect(sent(of('litres'))).toEqual(['fact/unit-in-evidence'])
    const notInEvidence = [{ text: 'litres', rule: 'fact/unit-in-evidence', why: 'A test.' }]
    expect(sent({ ...of('litres'), notInEvidence })).toEqual([])
  })
  test('money is counted in what its sign is called', () => {
    expect([lamp('pounds'), lamp('pound')]).toEqual([[], []])
    expect(lamp('dollars')).toEqual(['fact/unit-in-evidence'])
  })
  test('its date stands in a passage, as exactly as it claims, or is worked out', () => {
    expect(times(on('2019-05-04', 'day'))).toEqual([])
    expect(times(on('2019', 'season'))).toEqual([])
    expect(times(on('2018-05', 'month', { resolved: 'A year before.' }))).toEqual([])
    expect(times(on('2018-05', 'month'))).toEqual(['fact/date-in-evidence'])
    expect(times(on('2019-05-05', 'day'))).toEqual(['fact/date-in-evidence'])
    expect(times(on('2018', 'year'))).toEqual(['fact/date-in-evidence'])
  })
  test('a quote is said by somebody who is recorded to say so', () => {
    const statement = 'Quill called the harbour “a place of patient people”.'
    const said = (by: string): string[] =>
      rules(statement, 'quote', {
        status: 'reported',
        saidBy: ['quill'],
        quote: { text: 'a place of patient people', by },
      })
    expect(said('quill')).toEqual([])
    expect(said('iceland')).toEqual(['fact/quote-in-evidence'])
  })
  test('what somebody says stays said by somebody, whatever the status', () => {
    expect(rules('The tolls are high.', 'told', { status: 'reported' })).toContain('fact/attribution-kept')
  })
})
