import { expect, test } from 'vitest'
import { judgeProposals } from '../../bench/parts/candidates.ts'
import { proposeQuestions } from '../../scripts/drafts/propose-questions.ts'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import type { FactId } from '../../scripts/facts/ids.ts'
import { readContentFolder } from '../../scripts/source/content-folder.ts'
import { bridge } from './drafting.ts'

test('asks for what a fact tells, with what is true of other facts as distractors', async () => {
  const { base } = await bridge()
  const proposals = proposeQuestions('mayor-cost' as FactId, base, 'tell')
  expect(
    proposals.map(({ shape, stem, key, distractors, lacks }) => ({
      shape,
      stem,
      key: key.text ?? key.quantity,
      distractors: distractors.map(({ text, quantity, trueOf }) => [text ?? quantity, trueOf]),
      lacks,
    })),
  ).toMatchInlineSnapshot(`
    [
      {
        "distractors": [
          [
            {
              "fact": "union-cost",
              "quantity": "cost",
            },
            "union-cost",
          ],
        ],
        "key": {
          "fact": "mayor-cost",
          "quantity": "cost",
        },
        "lacks": 1,
        "shape": "how-much",
        "stem": "What does Ida Lind say of the cost of the bridge: how much or how many?",
      },
      {
        "distractors": [
          [
            "Builders' union",
            "union-cost",
          ],
        ],
        "key": "Ida Lind",
        "lacks": 1,
        "shape": "who",
        "stem": "Who says this: reportedly more than 40 million?",
      },
      {
        "distractors": [
          [
            "They say the same in other words",
            undefined,
          ],
          [
            "They speak of different things",
            undefined,
          ],
        ],
        "key": "They differ, and both are kept",
        "lacks": 0,
        "shape": "fit",
        "stem": "Two accounts speak of the cost. How do they stand to each other?",
      },
    ]
  `)
})

test('nearly all that is proposed for the sample unit passes the checks of item writing', async () => {
  const { value } = await readContentFolder(new URL('../..', import.meta.url).pathname)
  const { asked, refused } = judgeProposals(loadFactBase(value?.facts ?? []).value!)
  expect(asked).toBeGreaterThan(200)
  expect(refused.length / asked).toBeLessThan(0.03)
})
