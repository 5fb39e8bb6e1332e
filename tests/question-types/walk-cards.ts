// The examples of all types answered in a browser, right and wrong, with a look at every state of a card.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { kinds, typeOf } from '../../question-types/types.ts'

const card = (page: Page) => page.locator('.session fieldset.question')
const text = (wanted: string) => ({ hasText: wanted })

/** How to answer each of the examples. */
export const answers: Record<string, (page: Page, right: boolean) => Promise<unknown>> = {
  single: (page, right) =>
    card(page)
      .locator('label', text(right ? 'more than 40' : 'up to 55'))
      .locator('input')
      .check(),
  multiple: async (page, right) => {
    await card(page).locator('label', text('it is a floor')).locator('input').check()
    await card(page)
      .locator('label', text(right ? 'was reported' : 'a ceiling'))
      .locator('input')
      .check()
  },
  'true-false': async (page, right) => {
    await card(page)
      .locator('.verdicts input')
      .nth(right ? 1 : 0)
      .check()
    await card(page)
      .locator('label', text(right ? 'more than' : 'up to'))
      .locator('input')
      .check()
  },
  numeric: (page, right) =>
    card(page)
      .locator('input')
      .fill(right ? '40 million' : '55,000,000'),
  order: async (page, right) => {
    const wanted = ['the gap', 'the floor', 'the ceiling']
    if (!right) wanted.reverse()
    for (const [place, item] of wanted.entries())
      for (;;) {
        const places = await card(page).locator('li .text').allInnerTexts()
        const at = places.findIndex((each) => each.startsWith(item))
        if (at === place) break
        await card(page).locator('li').nth(at).locator('button').first().click()
      }
    // What stands in order already still has to be put there.
    await card(page).locator('li').first().locator('button:enabled').click()
    await card(page).locator('li').nth(1).locator('button').first().click()
  },
  match: async (page, right) => {
    for (const [left, partner] of [
      ['a floor', 'Mayor'],
      ['a ceiling', "the builders' union"],
    ] as const) {
      const select = card(page).locator('li.option', text(left)).locator('select')
      const option = select.locator('option', text(right ? partner : 'both of them'))
      await select.selectOption((await option.getAttribute('value'))!)
    }
  },
  'short-answer': (page, right) =>
    card(page)
      .locator('input')
      .fill(right ? 'Ida Lind' : "the builders' union"),
  cloze: async (page, right) => {
    await card(page)
      .locator('input')
      .first()
      .fill(right ? 'more than' : 'up to')
    await card(page)
      .locator('input')
      .last()
      .fill(right ? 'crowns' : 'pounds')
  },
}

/** The kind of the question that is asked: each stem is that of an example. */
export async function kindOf(page: Page): Promise<string> {
  const stem = await card(page).locator('> legend').innerText()
  return kinds.find((kind) => (typeOf({ kind }).example as { stem: string }).stem === stem)!
}

/**
 * Answers all questions of a practice, each right or wrong, and shows `look` every state of every card. The
 * page stands at the result afterwards.
 */
export async function practise(
  page: Page,
  right: boolean,
  look: (state: string, kind: string) => Promise<void>,
): Promise<void> {
  for (const _ of kinds) {
    const kind = await kindOf(page)
    await look('asked', kind)
    await answers[kind]!(page, right)
    await look('answered', kind)
    await page.locator('.session .actions .primary').click()
    const outcome = page.locator('.outcome')
    await outcome.waitFor()
    expect([kind, await outcome.evaluate((each) => each.classList.contains('good'))]).toEqual([kind, right])
    await look(right ? 'right' : 'wrong', kind)
    await page.locator('.session .actions .primary').click()
  }
}
