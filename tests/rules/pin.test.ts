import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { insertEvidence } from '../../scripts/facts/evidence/insert-evidence.ts'
import { pinQuote, type Pinned } from '../../scripts/facts/evidence/pin-quote.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { ArticleText, normaliseText } from '../../scripts/source/normalise.ts'
import { article, baseOf, fact, file, pinned, source } from './content.ts'

const text = new ArticleText(article)
const pin = (quote: string): Pinned => pinQuote(text, quote)

test('pins a quote, whatever its quotes, dashes, blanks and case', () => {
  const { source: _, ...expected } = pinned('more than 1,200 carts a day, Mayor Ada Quill')
  for (const quote of [
    'more than 1,200 carts a day, Mayor Ada Quill',
    '  more than\n1,200  carts a day, Mayor Ada Quill ',
    'MORE THAN 1,200 carts a day, mayor ada quill',
  ])
    expect(pin(quote)).toEqual({ kind: 'pinned', ...expected })
  const typeset = new ArticleText('Say: “Tea’s up” – now.')
  expect(pinQuote(typeset, '"Tea\'s up" - now')).toMatchObject({ kind: 'pinned', start: 5, end: 21 })
})

test('prefers the case as written over another one', () => {
  expect(pinQuote(new ArticleText('Tea and tea'), 'tea')).toMatchObject({ kind: 'pinned', start: 8 })
})

test('counts code points', () => {
  expect(pinQuote(new ArticleText('🚢🚢 a ship'), 'a ship')).toMatchObject({ start: 3, end: 9 })
})

test('lists every place of an ambiguous quote', () => {
  expect(pin('carts')).toMatchInlineSnapshot(`
    {
      "candidates": [
        {
          "column": 28,
          "context": "carts a day, Mayor Ada Quill said. The …",
          "end": 74,
          "line": 2,
          "sha256": "7c906d4fe920249f459b56875a349e4d52b02ba0c866ebd5d44a9e81a4e5af1e",
          "start": 69,
        },
        {
          "column": 42,
          "context": "carts. Sugar may have dissolved half a million …",
          "end": 150,
          "line": 3,
          "sha256": "7c906d4fe920249f459b56875a349e4d52b02ba0c866ebd5d44a9e81a4e5af1e",
          "start": 145,
        },
      ],
      "kind": "ambiguous",
    }
  `)
})

test('lists what comes near an absent quote', () => {
  expect(pin('The ferry reportedly carried fourty carts')).toMatchInlineSnapshot(`
    {
      "candidates": [
        {
          "column": 1,
          "context": "The ferry reportedly carried about forty carts. Sugar …",
          "end": 144,
          "line": 3,
          "sha256": "431d92747d11a1c2e8507e709728437460bb3b892f7e3fb21fcd1c4142c96f60",
          "start": 104,
        },
        {
          "column": 4,
          "context": "carries more than 1,200 carts a day, Mayor …",
          "end": 74,
          "line": 2,
          "sha256": "8cba565cd2ec1a04cbbb737f0d4681c059acf45a2154b46247105ba6066779a2",
          "start": 45,
        },
        {
          "column": 1,
          "context": "The Tidewick bridge opened on 4 May 2019. …",
          "end": 31,
          "line": 1,
          "sha256": "b607ddbec9e44d7fd15b9a4267ac506b55e210f9dff2745fe0b8c14d44054917",
          "start": 0,
        },
      ],
      "kind": "absent",
    }
  `)
})

test.each(['', ' \n', '😀', '!?'])('has no place and no candidate for %j', (quote) => {
  expect(pin(quote)).toEqual({ kind: 'absent', candidates: [] })
})

const prose = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    ' ',
    '\n',
    '“',
    '"',
    '’',
    '–',
    '-',
    'é',
    'e\u0301',
    '🚢',
    'İ',
    'ß',
    '\r\n',
    '\u00A0',
    '\uD83D',
    '0',
  ),
  minLength: 1,
  maxLength: 40,
})

test('round trip: every span of any text is found again, and what is pinned passes the check', () => {
  fc.assert(
    fc.property(prose, fc.nat(), fc.nat(), (raw, a, b) => {
      const whole = new ArticleText(raw)
      const start = a % whole.length || 0
      const end = start + 1 + (b % Math.max(1, whole.length - start))
      const quote = whole.span(start, end)
      const result = pinQuote(whole, quote)
      if (quote.trim() === '') return
      const found = result.kind === 'pinned' ? [result] : result.candidates
      expect(result.kind).not.toBe('absent')
      for (const place of found) expect(sha256(whole.span(place.start, place.end))).toBe(place.sha256)
      expect(found.some((place) => place.start >= start && place.end <= end)).toBe(true)
      if (result.kind !== 'pinned') return
      const { kind: _, ...evidence } = result
      const base = baseOf({
        sources: [{ ...source, sha256: whole.sha256 }],
        facts: [fact('a', { evidence: [{ source: 'gazette', ...evidence }] })],
      })
      const rules = checkEvidence(base, new Map([[file, raw]])).map(({ rule }) => rule)
      expect(rules.filter((rule) => /article|span/.test(rule))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const added = { source: 'gazette', start: 1, end: 2, sha256: 'ab' }

test('lays evidence out as the author does', () => {
  const documents = [
    '{"facts": [{"id": "a", "evidence": [{"x": 1}]}]}',
    '{\n  "facts": [\n    {\n      "id": "a",\n      "evidence": [\n        {\n          "x": 1\n        }\n      ]\n    }\n  ]\n}\n',
    '{ "facts": [\n\t{ "id": "a",\n\t  "evidence": [\n\t\t{ "x": 1 },\n\t\t{ "x": 2 }\n\t] } ] }',
    '{\n "facts": [\n  { "id": "a",\n    "evidence": [] }\n ]\n}',
    '{\n  "facts": [\n    {\n      "id": "a",\n      "short": "A"\n    }\n  ]\n}',
  ]
  const edited = documents.map((each) => insertEvidence(each, 'a', added) ?? '')
  expect(`\n${edited.join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    {"facts": [{"id": "a", "evidence": [{"x": 1}, { "source": "gazette", "start": 1, "end": 2, "sha256": "ab" }]}]}

    {
      "facts": [
        {
          "id": "a",
          "evidence": [
            {
              "x": 1
            },
            {
              "source": "gazette",
              "start": 1,
              "end": 2,
              "sha256": "ab"
            }
          ]
        }
      ]
    }


    { "facts": [
    	{ "id": "a",
    	  "evidence": [
    		{ "x": 1 },
    		{ "x": 2 },
    		{ "source": "gazette", "start": 1, "end": 2, "sha256": "ab" }
    	] } ] }

    {
     "facts": [
      { "id": "a",
        "evidence": [{ "source": "gazette", "start": 1, "end": 2, "sha256": "ab" }] }
     ]
    }

    {
      "facts": [
        {
          "id": "a",
          "short": "A",
          "evidence": [
            { "source": "gazette", "start": 1, "end": 2, "sha256": "ab" }
          ]
        }
      ]
    }
    "
  `)
  for (const each of edited) expect(JSON.parse(each).facts[0].evidence.at(-1)).toEqual(added)
})

test('does nothing to what is no topic file or lacks the fact', () => {
  expect(
    [
      '',
      '{',
      '[]',
      '{"facts": 1}',
      '{"facts": [{"id": "b"}]}',
      '{"facts": [{"id": "a", "evidence": 1}]}',
    ].map((each) => insertEvidence(each, 'a', added)),
  ).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
})

test('keeps everything else byte for byte, marks, tabs and line ends included', () => {
  const layout = fc.record({
    indent: fc.constantFrom(undefined, 1, 2, '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    facts: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        statement: fc.string({ unit: 'binary', maxLength: 12 }),
        evidence: fc.array(fc.record({ start: fc.nat(), note: fc.string() }), { maxLength: 3 }),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    ),
  })
  fc.assert(
    fc.property(layout, ({ indent, end, mark, facts }) => {
      const before = mark + JSON.stringify({ topic: {}, facts }, null, indent).replaceAll('\n', end)
      const id = facts[0]!.id
      const after = insertEvidence(before, id, added)!
      const index = facts.findIndex((each) => each.id === id)
      const expected = structuredClone(facts) as { evidence: object[] }[]
      expected[index]!.evidence.push(added)
      expect(JSON.parse(after.slice(mark.length))).toEqual({ topic: {}, facts: expected })
      // What was there is a beginning and an end of what is there now.
      let common = 0
      while (common < before.length && before[common] === after[common]) common++
      expect(after.endsWith(before.slice(common))).toBe(true)
      expect(after.includes('\n') && end === '\r\n' ? /[^\r]\n/.test(after) : false).toBe(false)
    }),
  )
  expect(normaliseText('a\r\n')).toBe('a\n')
})
