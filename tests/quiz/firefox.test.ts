// The pages of learners and teachers in another browser engine, where there is one on this machine.

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../question-types/types.ts'
import { findFirefox, openFirefox, type Firefox } from '../studio/firefox.ts'
import { serve } from '../theme/serve.ts'
import { buildLearnUnit } from './learn-unit.ts'

const program = findFirefox()
const keys = { enter: '\uE007', escape: '\uE00C', left: '\uE012', right: '\uE014', down: '\uE015' }

/** Run in the page: what a learner does to the question on screen, rightly, by the words of the examples. */
const answerRightly = `void (() => {
  const card = document.querySelector('.session fieldset.question')
  const labelled = (text) => [...card.querySelectorAll('label')].find((each) => each.textContent.includes(text))
  const check = (text) => labelled(text).querySelector('input').click()
  const write = (field, text) => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const fields = card.querySelectorAll('input[type=text]')
  const lists = [...card.querySelectorAll('select')]
  if (lists.length > 0) {
    const choose = (list) => {
      const partner = list.closest('label').textContent.startsWith('a floor') ? 'Mayor' : 'union'
      list.value = [...list.options].find((option) => option.textContent.includes(partner)).value
      list.dispatchEvent(new Event('change', { bubbles: true }))
    }
    // One after the other has been drawn.
    lists.forEach((list, n) => setTimeout(() => choose(list), 50 * n))
  } else if (card.querySelector('.verdicts')) {
    card.querySelectorAll('.verdicts input')[1].click()
    // The reasons come with the verdict.
    setTimeout(() => check('more than'))
  } else if (card.matches('.numeric')) write(fields[0], '40 million')
  else if (fields.length === 2) {
    write(fields[0], 'more than')
    setTimeout(() => write(card.querySelectorAll('input[type=text]')[1], 'crowns'))
  } else if (fields.length === 1) write(fields[0], 'ida lind')
  else if (card.querySelector('input[type=checkbox]')) {
    check('it is a floor')
    setTimeout(() => check('was reported'))
  } else check('more than 40')
})()`

/** Moves the things of an order to their places, one step at a time. */
const stepInOrder = `(() => {
  const items = [...document.querySelectorAll('.session .order li')]
  const wanted = ['the gap', 'the floor', 'the ceiling']
  const places = items.map((item) => wanted.findIndex((each) => item.querySelector('.text').textContent.startsWith(each)))
  const wrong = places.findIndex((place, at) => place > (places[at + 1] ?? Infinity))
  if (wrong >= 0) items[wrong].querySelector('button[data-by="1"]').click()
  return wrong >= 0
})()`

const count = (n: number) => `document.querySelector('.session h1')?.textContent.startsWith('Question ${n} ')`

describe.skipIf(program === undefined)(
  `in Firefox${program === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''}`,
  () => {
    let folder: string
    let server: Awaited<ReturnType<typeof serve>>
    let page: Firefox

    beforeAll(async () => {
      folder = await buildLearnUnit('learn,quizzes,site,class')
      server = await serve(join(folder, 'made'))
      page = await openFirefox(program!)
    })
    afterAll(async () => {
      await page?.close()
      server?.close()
      if (folder) await rm(folder, { recursive: true })
    })

    const open = (path: string) => page.goto(`${server.url}${path}`)
    const text = (selector: string) =>
      page.evaluate(`document.querySelector('${selector}')?.textContent.trim() ?? ''`)
    const click = (selector: string) => page.evaluate(`void document.querySelector('${selector}').click()`)
    const button = (name: string) =>
      page.evaluate(
        `void [...document.querySelectorAll('#player button')].find((each) => each.textContent.trim() === '${name}').click()`,
      )

    /** Answers rightly, by keyboard from the check on. */
    async function answer(): Promise<void> {
      if (await page.evaluate(`document.querySelector('.session .order') !== null`))
        while (await page.evaluate(stepInOrder))
          await page.evaluate('new Promise((done) => setTimeout(done))')
      else await page.evaluate(answerRightly)
      await page.until(`document.querySelector('.actions .primary').getAttribute('aria-disabled') !== 'true'`)
    }

    test('practice takes every kind of question, explains it, and goes on after a reload', async () => {
      await open('quizzes/cost.html')
      await button('Start practice')
      for (const [place] of kinds.entries()) {
        await page.until(`${count(place + 1)} && document.activeElement?.matches('.session legend')`)
        await answer()
        await click('.actions .primary')
        await page.until(`document.querySelector('.session .outcome')`)
        expect([kinds[place], await text('.session .outcome')]).toEqual([kinds[place], 'Right.'])
        expect(await page.evaluate(`document.querySelectorAll('.session .because').length > 0`)).toBe(true)
        expect(await page.evaluate(`document.activeElement?.matches('.actions .primary')`)).toBe(true)
        if (place === 0) await open('quizzes/cost.html')
        else await page.press(keys.enter)
      }
      await page.until(`document.querySelector('.result h1')`)
      expect(await text('.result h1')).toBe(`${kinds.length} of ${kinds.length} right`)
      await button('Back to the start')
      await page.until(`document.querySelector('.start')`)
      expect(await text('.standing p')).toContain(`${kinds.length} of ${kinds.length} known`)
    })

    test('a test turns pages by the arrows, asks before it ends, and is kept', async () => {
      await open('quizzes/again.html')
      await button('Start test')
      await page.until(`document.activeElement?.matches('.session legend')`)
      await page.press(keys.right, keys.right, keys.left)
      await page.until(count(2))
      // The order is the seed's; letters choose where there are options.
      const choice = `document.querySelector('.session .option input') && !document.querySelector('.verdicts')`
      for (let at = 2; !(await page.evaluate(`Boolean(${choice})`)); at++) {
        await page.press(keys.right)
        await page.until(count(at + 1))
      }
      await page.press('a')
      await page.press(...Array.from({ length: kinds.length }, () => keys.right))
      await page.until(count(kinds.length))
      await page.evaluate(`document.querySelector('.actions .primary').focus()`)
      await page.press(keys.enter)
      await page.until(`document.querySelector('dialog[open]')`)
      expect(await text('dialog[open]')).toContain('still open')
      expect(await text(':focus')).toBe('Go on')
      await page.press(keys.escape)
      await page.until(`!document.querySelector('dialog')`)
      expect(await text(':focus')).toBe('Finish')
      await open('quizzes/again.html')
      await page.until(`document.querySelector('.kept')`)
      await button('Continue the test')
      await page.until(`document.querySelector('.session')`)
      await page.evaluate(`void [...document.querySelectorAll('.places button')].at(-1).click()`)
      await page.until(count(kinds.length))
      await click('.actions .primary')
      await page.until(`document.querySelector('dialog[open]')`)
      await click('dialog button')
      await page.until(`document.querySelector('.result h1')`)
      expect(await text('.result .facts-line')).toContain(`${kinds.length - 1} left open`)
      await page.evaluate(`document.querySelectorAll('.review summary').forEach((each) => each.click())`)
      expect(await page.evaluate(`document.querySelectorAll('.review fieldset.question').length`)).toBe(
        kinds.length,
      )
    })

    test('the page to learn from asks over all quizzes, takes an answer back, and works offline', async () => {
      await open('learn.html')
      await page.until(
        `document.querySelector('.learn')?.textContent.includes('works offline on this device')`,
      )
      await page.evaluate(`void document.querySelector('.ways button').click()`)
      await page.until(`document.activeElement?.matches('.session legend')`)
      await page.press('a')
      await page.until(`document.querySelector('.tools button')?.textContent.trim() === 'Undo'`)
      await click('.tools button')
      await page.until(`document.querySelectorAll('.session input:checked').length === 0`)
      await answer()
      await page.press(keys.enter)
      await page.until(`document.querySelector('.session .outcome')`)
      expect(await page.evaluate(`document.querySelector('.facts .more a').getAttribute('href')`)).toBe(
        'facts.html#mayor-cost',
      )
      await button('Leave')
      await page.until(`document.querySelector('.learn')`)
      expect(await text('.learn')).toContain('You studied on 1 of the last 14 days.')
    })

    test('the page of a class reads results and shows figures', async () => {
      const table = await readFile(join(folder, 'made/class.html'), 'utf8')
      expect(table).toContain('How the class did')
      await open('class.html')
      await page.evaluate(`void (() => {
        const rows = (right) => 'No.,Question,Text,Objective,Answer given,Right answer,Right,Certainty,Points,Order\\r\\n' +
          '1,of-single,What?,Bounds,' + (right ? 'A: x' : 'B: y') + ',A: x,' + right + ',3,,abc' + right + '\\r\\n'
        const files = new DataTransfer()
        for (const right of [1, 0]) files.items.add(new File([rows(right)], right + '.csv'))
        const field = document.querySelector('#_files')
        field.files = files.files
        field.dispatchEvent(new Event('change'))
      })()`)
      await page.until(`document.querySelector('#_told').textContent === '2 results read.'`)
      expect(await text('tr[data-id=of-single]')).toContain('50% (1/2)')
      expect(await page.evaluate(`document.querySelectorAll('svg.dots circle').length`)).toBe(2)
    })

    test('nothing was complained of', () => {
      expect(page.faults).toEqual([])
    })
  },
)
