// A message tells a teacher what to do next: beside "Unexpected X, expected Y" stands a note, unless what is
// expected is all there is to do.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Rules with a message that needs no note: it names the value or the word that belongs there, offers the
 * nearest name, or says which of two things to write. Read again whatever is added here.
 */
const sayAll = new Set(
  `background/apart background/known background/later-marked background/place-located background/unique-name
  fact/arithmetic fact/bound-kept fact/disagreement-back fact/hedge-status fact/in-deck fact/inferred-date
  fact/judgement-status fact/known-order fact/open-list-kept fact/open-verb fact/review-reader fact/used
  question/above-options question/bank-name question/bare-option question/blank question/denies-stem question/distractor-false
  question/doubtful question/excuse-needed question/gaps-in-text question/grammatical-fit
  question/gratuitous-stem question/in-deck question/key-count question/key-supported question/known-deck
  question/known-objective question/long-stem question/longest-key question/longest-keys
  question/mistake-wrong question/negative-stem question/no-positions question/options-differ
  question/stem-gives-away question/true-false question/unclear-stem question/unfocused-stem question/unique-fact
  outline/data-only outline/frontmatter outline/has-checkpoint outline/options-fit outline/take-by
  outline/take-something output/not-held render/template shown/excuse-needed source/json source/known-key
  source/schema source/size source/text`.split(/\s+/),
)

test('every message says what to do next, in a note or in what it expects', () => {
  const without = new Set<string>()
  let found = 0
  for (const folder of ['scripts', 'question-types'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && /error|warning|^say$/.test(node.expression.getText())) {
          const [, rule] = node.arguments
          if (rule && ts.isStringLiteral(rule) && /^[a-z]+\/[a-z-]+$/.test(rule.text)) {
            found++
            // The checks of items say what they found and what they expected apart.
            if (node.arguments.length < (node.expression.getText() === 'say' ? 5 : 4)) without.add(rule.text)
          }
        }
        ts.forEachChild(node, visit)
      }
      visit(ts.createSourceFile(entry.name, text, ts.ScriptTarget.Latest, true))
    }
  expect(found).toBeGreaterThan(100)
  expect([...without].filter((rule) => !sayAll.has(rule))).toEqual([])
  expect([...sayAll].filter((rule) => !without.has(rule))).toEqual([])
})
