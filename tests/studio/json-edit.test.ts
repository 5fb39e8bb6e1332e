import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatJson, rewriteJson, valueAt, withValueAt } from '../../scripts/source/json-edit.ts'
import { parseJson } from '../../scripts/source/json-document.ts'

/** JSON as people have it, in the ways in which they and their editors lay it out. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !/__proto__/.test(JSON.stringify(value)))
const layouts = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, undefined, 4).replaceAll('\n', '\r\n'),
  (value) => `\uFEFF${JSON.stringify(value, undefined, '\t')}\n`,
  formatJson,
)

test('a rewritten text has the new value, and one whose value stays is the same text', () => {
  fc.assert(
    fc.property(json, json, layouts, (before, after, layout) => {
      const text = layout(before)
      expect(rewriteJson(text, JSON.parse(JSON.stringify(before)))).toBe(text)
      const next: unknown = JSON.parse(JSON.stringify(after))
      expect(parseJson('x.json', rewriteJson(text, next)).value?.value).toEqual(next)
    }),
  )
})

const facts = readFileSync(
  fileURLToPath(new URL('../fixtures/bridge-unit/facts/cost.json', import.meta.url)),
  'utf8',
)
type File = { topic: object; facts: { id: string; short: string; tags: string[] }[] }
const value = JSON.parse(facts) as File

/** Lines that only one of the two texts has. */
function linesChanged(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `- ${line.trim()}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}

test('a change of one text changes one line, and a new fact adds its own', () => {
  const [first, ...others] = value.facts
  expect(
    linesChanged(facts, rewriteJson(facts, { ...value, facts: [{ ...first!, short: 'Short' }, ...others] })),
  ).toEqual([`- "short": ${JSON.stringify(first!.short)},`, '+ "short": "Short",'])
  const added = rewriteJson(facts, {
    ...value,
    facts: [
      ...value.facts,
      {
        id: 'new-fact',
        tags: ['a'],
        quantities: [
          { id: 'cost', label: 'price of the bridge with its approaches', value: 3, unit: 'crowns' },
        ],
      },
    ],
  })
  expect(added.startsWith(facts.slice(0, facts.lastIndexOf('}\n  ]')))).toBe(true)
  expect(added.slice(facts.lastIndexOf('}\n  ]'))).toMatchInlineSnapshot(`
    "},
        {
          "id": "new-fact",
          "tags": ["a"],
          "quantities": [
            {
              "id": "cost",
              "label": "price of the bridge with its approaches",
              "value": 3,
              "unit": "crowns"
            }
          ]
        }
      ]
    }
    "
  `)
})

test('elements that move keep their text, and a new key goes where its neighbours are', () => {
  const text = '{\n  "list": [\n    { "id": "a",  "n": 1 },\n    { "id": "b", "n": 2 }\n  ], "z": 1\n}\n'
  expect(
    rewriteJson(text, {
      list: [
        { id: 'b', n: 2 },
        { id: 'a', m: 0, n: 1 },
      ],
      y: [1],
      z: 1,
    }),
  ).toMatchInlineSnapshot(`
    "{
      "list": [
        { "id": "b", "n": 2 },
        { "id": "a", "m": 0, "n": 1 }
      ],
      "y": [1],
      "z": 1
    }
    "
  `)
})

test('a path leads by key, index and id; what a list does not have is added at its end', () => {
  const before = { facts: [{ id: 'a', n: 1 }] }
  expect(valueAt(before, ['facts', { id: 'a' }, 'n'])).toBe(1)
  expect(valueAt(before, ['facts', { id: 'b' }])).toBeUndefined()
  expect(withValueAt(before, ['facts', { id: 'b' }], { id: 'b' })).toEqual({
    value: { facts: [{ id: 'a', n: 1 }, { id: 'b' }] },
  })
  expect(withValueAt(before, ['facts', { id: 'a' }], undefined)).toEqual({ value: { facts: [] } })
  expect(withValueAt(before, ['facts', { id: 'b' }, 'n'], 1)).toBeUndefined()
  expect(withValueAt(before, ['questions', 'x'], 1)).toBeUndefined()
  expect(before).toEqual({ facts: [{ id: 'a', n: 1 }] })
})
