// What a model drafts, and questions of every type, on the page.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { edited } from '../../question-types/editors.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'
import { violations } from '../quiz/violations.ts'
import { openPage, openStudio } from './open-studio.ts'
import { scriptedModel, taskOf } from './scripted-model.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function barriers(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violations(page)).map((each) => `${colorScheme}: ${each}`))
  }
  return found
}

const answers = {
  facts: {
    facts: [
      {
        passage: 'About 12,000 people crossed on the first day, the harbour board estimates.',
        statement: 'The harbour board estimates that about 21,000 people crossed on the first day.',
      },
      { passage: 'Nobody crossed on the second day', statement: 'Nobody crossed on the second day.' },
    ],
  },
  wordings: {
    statements: ['By an estimate of the harbour board about 12,000 people crossed on the first day.'],
  },
  questions: {
    questions: [
      {
        stem: 'How much did the harbour bridge cost?',
        options: [
          { text: 'more than 40 million crowns', right: true, because: 'So says the mayor.' },
          {
            text: 'up to 55 million crowns',
            right: false,
            because: 'So says the union.',
            trueOf: 'union-cost',
          },
        ],
      },
    ],
  },
  distractors: {
    options: [{ text: 'up to 55 million crowns', because: 'So says the union.', trueOf: 'mayor-cost' }],
  },
}

test('drafts of a model are red where nothing bears them, and become facts and questions one by one', async () => {
  const copy = await bridgeCopy()
  const model = await scriptedModel((text) => answers[taskOf(text) as keyof typeof answers])
  const studio = await openStudio(copy.folder, {
    FACTDECK_MODEL_URL: model.url,
    FACTDECK_MODEL_NAME: 'tiny',
  })
  const { page, faults } = await openPage(browser, studio.address)
  const file = join(copy.folder, 'unit/drafts/bridge-opening.json')
  const seen: string[] = []
  try {
    await page.getByText('to 127.0.0.1').waitFor()
    await page.getByRole('button', { name: 'Ask tiny for facts' }).click()
    const draft = page.locator('.drafts > li')
    await draft
      .getByText('Nothing in the passage supports')
      .or(draft.locator('[data-severity=error]'))
      .first()
      .waitFor()
    await expect.poll(() => draft.locator('.wrong').first().textContent()).toContain('21,000')
    expect(await page.getByText('Nobody crossed on the second day.').textContent()).toContain(
      'does not stand in the article',
    )
    expect(await page.getByRole('button', { name: /all/i }).count()).toBe(0)
    seen.push(...(await barriers(page)))
    await draft.getByRole('button', { name: 'Read and mend' }).click()
    await page.locator('.editor .notice', { hasText: 'A model wrote this sentence' }).waitFor()
    await page.locator('.editor .verdict[data-errors]').waitFor()
    await page.getByRole('button', { name: 'Ask tiny for wordings' }).click()
    await page.getByRole('button', { name: 'Put it into the field' }).click()
    await page.locator('.editor .verdict:not([data-errors])').first().waitFor()
    seen.push(...(await barriers(page)))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('form', { name: 'Fact' }).waitFor({ state: 'detached' })
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ drafts: [] })
    expect(await readFile(join(copy.folder, 'unit/facts/cost.json'), 'utf8')).toContain(
      'By an estimate of the harbour board about 12,000 people crossed',
    )

    await page.goto(`${studio.address}#/questions`)
    await page.locator('.fact-choice', { hasText: 'Mayor' }).click()
    await page.getByRole('button', { name: 'Ask tiny for questions' }).click()
    await page.locator('.drafts [data-severity=error]', { hasText: 'question/distractor-false' }).waitFor()
    seen.push(...(await barriers(page)))
    await page.locator('.drafts').getByRole('button', { name: 'Read and mend' }).click()
    await page.locator('.editor .findings', { hasText: 'question/distractor-false' }).waitFor()
    await page.getByRole('button', { name: 'Ask tiny for wrong answers' }).click()
    await page.locator('.editor .drafts [data-severity=error]').first().waitFor()
    await page.getByRole('button', { name: 'Put it among the options' }).click()
    await expect.poll(() => page.getByLabel('Option 3', { exact: true }).inputValue()).toContain('55 million')
    seen.push(...(await barriers(page)))
    await page.keyboard.press('Escape')
    expect({ seen, faults }).toEqual({ seen: [], faults: [] })
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
})

type Fill = (page: Page) => Promise<void>
const fill = (fields: Record<string, string>): Fill => {
  return async (page) => {
    for (const [label, text] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(text)
      await page.keyboard.press('Tab')
    }
  }
}

/** The stem of a question of each type, and how its own fields are filled. */
const written: Readonly<Record<string, { stem: string; fill: Fill }>> = {
  'Several right answers': {
    stem: 'Which two of these did Coast News report of the cost in 2024?',
    fill: async (page) => {
      await fill({
        'Option 1': 'a floor by the mayor',
        'Why option 1 is wrong': 'Ida Lind gave a floor.',
        'Option 2': 'a ceiling by the union',
        'Why option 2 is wrong': 'The union gave a ceiling.',
        'Option 3': 'a count by the board',
        'Why option 3 is wrong': 'The board counted people.',
      })(page)
      for (const index of [0, 1]) await page.locator('.right input').nth(index).check()
      await page.getByRole('button', { name: 'Take option 4 out' }).click()
    },
  },
  'A figure': {
    stem: 'How many crowns does the union name as the ceiling of the cost?',
    fill: async (page) => {
      await page.getByLabel('Which figure is asked for').selectOption('union-cost cost')
      await fill({ 'Why this is the figure': 'The union puts it at up to 55 million.' })(page)
      await page.getByRole('button', { name: 'Add a likely mistake' }).click()
      await fill({
        'Wrong figure 1': '40000000',
        'Why figure 1 is wrong': 'That is the floor of the mayor.',
      })(page)
    },
  },
  'True or false, with the reason': {
    stem: 'The mayor named a ceiling of the cost.',
    fill: async (page) => {
      await page.getByLabel('The claim is').selectOption('false')
      await fill({
        'Why it is true, or what is true instead': 'She named a floor.',
        'Reason 1': 'She spoke of more than a sum.',
        'Why reason 1 is right': 'More than a sum is a floor.',
        'Reason 2': 'She spoke of up to a sum.',
        'Why reason 2 is wrong': 'So spoke the union.',
      })(page)
    },
  },
  'Put into order': {
    stem: 'Put the sums into order, the smallest first.',
    fill: async (page) => {
      await fill({
        'Thing 1': 'the distance of the two sums',
        'Why thing 1 stands there': 'It is 15 million.',
        'Thing 2': 'the ceiling of the union',
        'Why thing 2 stands there': 'It is 55 million.',
        'Thing 3': 'the floor of the mayor',
        'Why thing 3 stands there': 'It is 40 million.',
      })(page)
      await page.getByRole('button', { name: 'Move thing 3 up' }).click()
      await page.getByLabel('Figure that places thing 3').selectOption('union-cost cost')
    },
  },
  Match: {
    stem: 'Who says what of the cost?',
    fill: async (page) => {
      await fill({
        'Left of pair 1': 'a floor',
        'Right of pair 1': 'the mayor',
        'Why pair 1 belongs together': 'She said more than.',
        'Left of pair 2': 'a ceiling',
        'Right of pair 2': 'the union',
        'Why pair 2 belongs together': 'It said up to.',
      })(page)
      await page.getByLabel('Fact that joins pair 1').selectOption('mayor-cost')
      await page.getByRole('button', { name: 'Add a spare' }).click()
      await fill({ 'Spare 1': 'the board', 'Why spare 1 belongs to none': 'It counted people.' })(page)
    },
  },
  'A few words': {
    stem: 'Who named a ceiling of the cost?',
    fill: fill({
      'What counts as right, one a line, the best first': 'the builders’ union\nthe union',
      'Why this is the answer': 'It said up to.',
    }),
  },
  'A text with gaps': {
    stem: 'Which words are missing?',
    fill: async (page) => {
      await page.locator('#cloze-text').fill('It cost {bound} 40 million {unit}.')
      await page.keyboard.press('Tab')
      for (const [id, text] of [
        ['bound', 'more than'],
        ['unit', 'crowns'],
      ] as const) {
        await page.locator(`#accepted-${id}`).fill(text)
        await page.locator(`#because-${id}`).fill('The mayor says so.')
      }
    },
  },
}

test('questions of every type are written in fields of their own', async () => {
  const copy = await bridgeCopy()
  const studio = await openStudio(copy.folder)
  const { page, faults } = await openPage(browser, studio.address)
  const seen: string[] = []
  try {
    await page.goto(`${studio.address}#/questions`)
    const types = edited.slice(1)
    expect(Object.keys(written)).toEqual(types.map(({ name }) => name))
    for (const { name } of types) {
      const { stem, fill: fields } = written[name]!
      await page.locator('.fact-choice', { hasText: 'Mayor' }).click()
      await page.getByLabel('Type of question').selectOption({ label: name })
      await page.getByRole('button', { name: 'Write one from scratch' }).click()
      await page.locator('#stem').fill(stem)
      await fields(page)
      seen.push(...(await violations(page)).map((each) => `${name}: ${each}`))
      const shape = page.locator('.editor .findings [data-severity="error"]', { hasText: 'source/' })
      await expect.poll(() => shape.allTextContents()).toEqual([])
      await page.getByRole('button', { name: 'Save the question' }).click()
      await page.getByRole('form', { name: 'Question' }).waitFor({ state: 'detached' })
    }
    expect({ seen, faults }).toEqual({ seen: [], faults: [] })
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
  const { questions } = JSON.parse(await readFile(join(copy.folder, 'unit/questions/cost.json'), 'utf8')) as {
    questions: { kind?: string; items?: { text: string }[] }[]
  }
  expect(questions.map(({ kind }) => kind)).toEqual(edited.map(({ kind }) => kind))
  expect(questions.find(({ items }) => items)?.items?.map(({ text }) => text)).toEqual([
    'the distance of the two sums',
    'the floor of the mayor',
    'the ceiling of the union',
  ])
  const check = await call(['check', '--content', 'unit'], copy.folder)
  expect(check.err.filter((line) => line.includes('[source/'))).toEqual([])
})
