import { expect, test } from 'vitest'
import { acyclicNeeds } from '../../scripts/facts/checks/acyclic-needs.ts'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { baseOf, document, fact, pinned, shown, source, type Parts } from './content.ts'

const problems = (parts: Parts | Record<string, unknown>[]): string[] => {
  const base = baseOf(parts)
  return shown(factChecks.flatMap((check) => check(base)))
}

const carts = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  label: 'carts',
  unit: 'carts',
  value: 1200,
  ...more,
})

test('finds nothing in a sound fact base', () => {
  expect(problems([fact('opening', { saidBy: ['quill'], quantities: [carts('a'), carts('b')] })])).toEqual([])
})

test('names every unknown actor and the one that was meant', () => {
  expect(
    problems({
      facts: [
        fact('opening', {
          saidBy: ['quil'],
          via: ['a-b'],
          actors: ['tidewik'],
          transfer: { from: 'icelnd', to: 'tidewick', what: 'cranes' },
          quote: { text: 'a fine bridge', by: 'quilll' },
        }),
      ],
      sources: [{ ...source, relays: [{ actor: 'fleets', what: 'counts' }] }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:25:5: error: Unexpected actor "quil", expected an id of facts/actors.json; did you mean "quill"? [fact/known-actor]",
      "facts/bridge.json:28:5: error: Unexpected actor "a-b", expected an id of facts/actors.json [fact/known-actor]",
      "facts/bridge.json:31:5: error: Unexpected actor "tidewik", expected an id of facts/actors.json; did you mean "tidewick"? [fact/known-actor]",
      "facts/bridge.json:34:13: error: Unexpected actor "icelnd", expected an id of facts/actors.json; did you mean "iceland"? [fact/known-actor]",
      "facts/bridge.json:40:11: error: Unexpected actor "quilll", expected an id of facts/actors.json; did you mean "quill"? [fact/known-actor]",
      "facts/sources.json:15:15: error: Unexpected actor "fleets", expected an id of facts/actors.json; did you mean "fleet"? [fact/known-actor]",
    ]
  `)
})

test('names unknown sources of evidence, roles and aliases', () => {
  expect(
    problems({
      facts: [
        fact('opening', { evidence: [{ source: 'gazete', start: 0, end: 1, sha256: 'a'.repeat(64) }] }),
      ],
      actors: [
        {
          id: 'quill',
          name: 'Ada Quill',
          kind: 'person',
          roles: [{ role: 'Mayor', source: 'herald' }],
          aliases: [{ text: 'Quil', source: 'gazett' }],
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/actors.json:10:16: error: Unexpected source "herald", expected an id of facts/sources.json [fact/known-source]",
      "facts/actors.json:16:16: error: Unexpected source "gazett", expected an id of facts/sources.json; did you mean "gazette"? [fact/known-source]",
      "facts/bridge.json:18:16: error: Unexpected source "gazete", expected an id of facts/sources.json; did you mean "gazette"? [fact/known-source]",
    ]
  `)
})

test('names unknown facts and quantities', () => {
  expect(
    problems([
      fact('opening', {
        needs: ['openning'],
        disagreesWith: [{ fact: 'closing', about: 'the day', reading: 'Ask.' }],
        quantities: [carts('carts')],
        arithmetic: {
          question: 'Does it fit?',
          inputs: { a: { fact: 'openings', quantity: 'carts' }, b: { fact: 'opening', quantity: 'cart' } },
          steps: [{ say: 'Sum', compute: 'a + b', equals: 1, unit: 'carts' }],
          conclusion: 'It does.',
        },
      }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:25:5: error: Unexpected fact "openning", expected an id of the fact base; did you mean "opening"? [fact/known-fact]",
      "facts/bridge.json:29:14: error: Unexpected fact "closing", expected an id of the fact base [fact/known-fact]",
      "facts/bridge.json:46:15: error: Unexpected fact "openings", expected an id of the fact base; did you mean "opening"? [fact/known-fact]",
      "facts/bridge.json:51:19: error: Unexpected quantity "cart", expected a quantity of "opening" (carts); did you mean "carts"? [fact/known-quantity]",
    ]
  `)
})

test('wants every quantity and topic once', () => {
  expect(
    problems({
      facts: [fact('opening', { quantities: [carts('carts'), carts('carts', { value: 3 })] })],
      more: [
        document('facts/ferry.json', {
          topic: { id: 'bridge', title: 'The bridge', summary: 'Again.' },
          facts: [fact('ferry')],
        }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:32:12: error: Unexpected second quantity named "carts" in fact "opening", expected every id once [fact/unique-quantity]
    facts/bridge.json:26:12: note: first defined here",
      "facts/ferry.json:3:9: error: Unexpected second topic with the id "bridge", expected every topic in one file [fact/unique-topic]
    facts/bridge.json:3:9: note: first defined here",
      "facts/ferry.json:4:12: error: Unexpected second topic with the title "The bridge", expected every topic in one file [fact/unique-topic]
    facts/bridge.json:4:12: note: first defined here",
    ]
  `)
})

test('wants disagreements on both sides', () => {
  expect(
    problems([
      fact('opening', { disagreesWith: [{ fact: 'closing', about: 'the day', reading: 'Ask.' }] }),
      fact('closing', { disagreesWith: [{ fact: 'closing', about: 'itself', reading: 'Odd.' }] }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:26:14: error: Unexpected disagreement that only "opening" tells of, expected "closing" to list "opening" too [fact/disagreement-back]
    facts/bridge.json:33:10: note: the other side",
      "facts/bridge.json:50:14: error: Unexpected "closing" itself, expected another fact [fact/disagreement-back]",
    ]
  `)
})

test('names a circle of needs once, with its whole way', () => {
  expect(problems([fact('a', { needs: ['b'] }), fact('b', { needs: ['c'] }), fact('c', { needs: ['b'] })]))
    .toMatchInlineSnapshot(`
      [
        "facts/bridge.json:65:5: error: Unexpected circle of needs "b" → "c" → "b", expected an order in which a class can meet them [fact/needs-cycle]
        note: take one of these "needs" out",
      ]
    `)
})

test('follows chains of needs that are longer than any stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => [
    `f-${index}`,
    { id: `f-${index}`, needs: [`f-${index + 1}`] },
  ])
  const place = { in: () => ({ location: { file: 'f', line: 1, column: 1 } }) }
  const facts = new Map(chain.map(([id, value]) => [id, { value, place }]))
  expect(acyclicNeeds({ facts } as never)).toEqual([])
})

test('wants a reason for an inferred date', () => {
  expect(problems({ sources: [{ ...source, published: { date: '2019', basis: 'inferred' } }] }))
    .toMatchInlineSnapshot(`
    [
      "facts/sources.json:9:17: error: Unexpected inferred date of "gazette" without "why", expected from what it was worked out [fact/inferred-date]",
    ]
  `)
})

test('warns of a hedge in what is called documented, unless somebody is documented to say so', () => {
  expect(
    problems([
      fact('hedged', { statement: 'The bridge reportedly opened.' }),
      fact('possible', { statement: 'The bridge may have opened.' }),
      fact('said', { statement: 'The Gazette says that the bridge reportedly opened.' }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:12:14: warning: Unexpected status "documented" of a statement with "reportedly", expected reported, alleged, estimated, planned or opinion [fact/hedge-status]",
      "facts/bridge.json:29:14: warning: Unexpected status "documented" of a statement with "may", expected reported, alleged, estimated, planned or opinion [fact/hedge-status]",
    ]
  `)
})

test('warns of a judgement and of what is to come in what is called documented', () => {
  expect(
    problems([
      fact('weighed', { statement: 'The opening of the bridge was alarming.' }),
      fact('foretold', { statement: 'The bridge will open.' }),
      fact('said', { statement: 'The Gazette says that the bridge will open.' }),
      fact('opinion', { statement: 'The bridge is crucial.', status: 'opinion' }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:12:14: warning: Unexpected status "documented" of a statement with "alarming", expected opinion, estimated or planned, and words that say whose judgement it is [fact/judgement-status]",
      "facts/bridge.json:29:14: warning: Unexpected status "documented" of a statement with "will", expected opinion, estimated or planned, and words that say whose judgement it is [fact/judgement-status]",
    ]
  `)
})

const sum = (compute: string, equals: number, more: object[] = []) =>
  problems([
    fact('opening', {
      quantities: [carts('carts'), { ...carts('range'), value: undefined, low: 1, high: 2 }],
      arithmetic: {
        question: 'Does it fit?',
        inputs: { carts: { fact: 'opening', quantity: 'carts' } },
        steps: [{ say: 'Share', compute, equals, unit: 'carts', name: 'share' }, ...more],
        conclusion: 'It does.',
      },
    }),
  ])

test('warns of a verb that vouches for what the status leaves open', () => {
  const short = 'Quill revealed it'
  expect(
    problems([
      fact('open', { statement: 'Quill said that the cost was disclosed.', short, status: 'reported' }),
      fact('shown', { statement: 'Quill confirmed the cost.', short, status: 'documented' }),
      fact('not', { statement: 'The cost has not been confirmed.', status: 'reported' }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: warning: Unexpected "disclosed" in the statement of "open" (reported), expected a verb such as "said" that leaves open whether it is so [fact/open-verb]",
      "facts/bridge.json:11:13: warning: Unexpected "revealed" in the short form of "open" (reported), expected a verb such as "said" that leaves open whether it is so [fact/open-verb]",
    ]
  `)
})

test.each([
  ['carts / 7', 171],
  ['carts / 7', 171.4],
  ['carts / 7', 171.43],
  ['-(carts - 1000) * 2 + 1.5', -398.5],
])('accepts %s = %d', (compute, equals) => {
  expect(sum(compute, equals)).toEqual([])
})

test('lets later steps use the unrounded result of earlier ones', () => {
  expect(sum('carts / 7', 171, [{ say: 'Back', compute: 'share * 7', equals: 1200, unit: 'carts' }])).toEqual(
    [],
  )
})

test('refuses wrong results and all that is no sum', () => {
  expect(
    [
      ['carts / 7', 172],
      ['carts / 7', 171.42],
      ['carts / 0', 1],
      ['cart * 2', 2400],
      ['sqrt(carts)', 35],
      ['carts = 3', 3],
      ['2 carts', 2400],
      ['carts ^ 2', 1],
      ['[carts]', 1],
      ['"a"', 1],
      ['carts +', 1],
      ['2 + 2', 4],
    ].flatMap(([compute, equals]) => sum(String(compute), Number(equals))),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:51:17: error: Unexpected result 172 of "carts / 7", expected 171 (computed: 171.42857142857142) [fact/arithmetic]",
      "facts/bridge.json:51:17: error: Unexpected result 171.42 of "carts / 7", expected 171.43 (computed: 171.42857142857142) [fact/arithmetic]",
      "facts/bridge.json:51:17: error: Unexpected result 1 of "carts / 0", expected a finite number (computed: Infinity) [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected name "cart" in "cart * 2", expected a name of "inputs" or of an earlier step; did you mean "carts"? [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected "sqrt(carts)" in a formula, expected only numbers, names, + - * / and brackets [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected formula "carts = 3", expected numbers, names, + - * / and brackets (Unexpected "=") [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected "2 carts" in a formula, expected only numbers, names, + - * / and brackets [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected formula "carts ^ 2", expected numbers, names, + - * / and brackets (Unexpected "^") [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected "[carts]" in a formula, expected only numbers, names, + - * / and brackets [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected "\\"a\\"" in a formula, expected only numbers, names, + - * / and brackets [fact/arithmetic]",
      "facts/bridge.json:50:18: error: Unexpected formula "carts +", expected numbers, names, + - * / and brackets (Expected expression after +) [fact/arithmetic]",
      "facts/bridge.json:42:15: error: Unexpected input "carts" that no step uses, expected every input in a formula [fact/arithmetic]",
    ]
  `)
})

test('takes no range and no name twice into a sum', () => {
  expect(
    problems([
      fact('opening', {
        quantities: [{ id: 'range', label: 'carts', unit: 'carts', low: 1, high: 2 }],
        arithmetic: {
          question: 'Does it fit?',
          inputs: { carts: { fact: 'opening', quantity: 'range' } },
          steps: [{ say: 'One', compute: 'carts * 1', equals: 1, unit: 'carts', name: 'carts' }],
          conclusion: 'It does.',
        },
      }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:36:15: error: Unexpected range "range" in a sum, expected a quantity with one "value" [fact/arithmetic]",
      "facts/bridge.json:47:15: error: Unexpected second value named "carts", expected every name once [fact/arithmetic]",
    ]
  `)
})

test('wants every passage once', () => {
  const opened = 'The Tidewick bridge opened on 4 May 2019.'
  const apart = ['The Tidewick bridge', 'opened on 4 May 2019.'].map(pinned)
  expect(problems([fact('opening', { evidence: apart })])).toEqual([])
  const twice = [opened, 'It carries', 'bridge opened', opened].map(pinned)
  expect(problems([fact('opening', { evidence: twice })])).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:29:5: warning: Unexpected evidence at characters 13–26 of "gazette" that shares some with 0–41, expected one passage or two apart [fact/unique-evidence]
    facts/bridge.json:17:5: note: first given here",
      "facts/bridge.json:35:5: warning: Unexpected second evidence at characters 0–41 of "gazette", expected every passage once [fact/unique-evidence]
    facts/bridge.json:17:5: note: first given here",
    ]
  `)
})

test('wants every name once in a list', () => {
  expect(problems([fact('opening', { saidBy: ['quill', 'quill'], via: ['quill'], tags: ['a', 'b', 'a'] })]))
    .toMatchInlineSnapshot(`
    [
      "facts/bridge.json:16:5: warning: Unexpected second "a" in "tags" of "opening", expected it once [fact/once-each]
    facts/bridge.json:14:5: note: first given here",
      "facts/bridge.json:28:5: warning: Unexpected second "quill" in "saidBy" of "opening", expected it once [fact/once-each]
    facts/bridge.json:27:5: note: first given here",
    ]
  `)
})
