// What went wrong in the hands of learners once: odd dates, two tabs, wrong clocks, keys, lost answers.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { bank } from './bank.ts'
import { offences } from './offences.ts'
import { pageOf } from './page.ts'
import { serveQuiz, type Served } from './served.ts'
import { violations } from './violations.ts'

let browser: Browser
let served: Served
let web: string
let context: BrowserContext

beforeAll(async () => {
  served = await serveQuiz(await pageOf(bank))
  ;({ browser, web } = served)
})
afterEach(() => context?.close())
afterAll(() => served?.close())

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  return open()
}

/** Another tab of the same browser. */
async function open(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(web)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page) => page.locator('#player h1').first().innerText()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
const dialog = (page: Page) => page.locator('dialog[open]')
const radios = (page: Page) => page.locator('.session .option input')

test('in a test the right arrow turns the page, also with an option in focus', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  const answered = await page.locator('.session legend').first().innerText()
  await page.keyboard.press('ArrowRight')
  expect(await heading(page)).toBe('Question 2 of 20')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator('.session legend').first().innerText()).toBe(answered)
  expect(await radios(page).first().isChecked()).toBe(true)
})

test('a day that no calendar has is not taken for an exam, and that is said', async () => {
  const page = await visit()
  const found = offences(page)
  const exam = page.locator('input[type=date]')
  await exam.focus()
  await page.keyboard.type('010120275')
  await page.keyboard.press('Tab')
  await exam.evaluate((field: HTMLInputElement) => {
    field.value = '20275-01-01'
    field.dispatchEvent(new Event('change'))
  })
  expect(await page.locator('.mode [role=alert]').innerText()).toContain('between 2000 and 2999')
  await page.reload()
  expect(await heading(page)).toBe(bank.title)
  expect(found).toEqual([])
})

/** Answers the question on screen wrongly or rightly. */
async function choose(page: Page, right: boolean): Promise<void> {
  const stem = await page.locator('.session legend').first().innerText()
  const { options } = bank.questions.find((question) => question.stem === stem)!
  for (const { text } of options.filter(({ correct }) => correct === right).slice(0, right ? 9 : 1))
    await page.locator('.session .option').filter({ hasText: text }).locator('input').check()
}

/** The same, and checks it. */
async function answer(page: Page, right: boolean): Promise<void> {
  await choose(page, right)
  await button(page, 'Check').click()
}

test('a start screen that another tab has overtaken asks nothing that is not there', async () => {
  const page = await visit()
  const found = offences(page)
  await button(page, 'Start practice').click()
  await answer(page, false)
  await button(page, 'Leave').click()
  expect(await page.locator('select').inputValue()).toBe('missed')
  const other = await open()
  await button(other, 'Start practice').click()
  await answer(other, true)
  await expect.poll(() => page.locator('option[value=missed]').count()).toBe(0)
  await button(page, 'Start practice').click()
  expect(await heading(page)).toBe('Question 1 of 20')
  expect(found).toEqual([])
})

test('a fault of the player leaves the readable page and a way on', async () => {
  const page = await visit()
  await page.evaluate(() => {
    // What a component or a listener might throw.
    document.querySelector('#player .primary')!.addEventListener('click', () => {
      throw new Error('a fault')
    })
  })
  await button(page, 'Start practice').click()
  expect(await page.locator('#fault').isVisible()).toBe(true)
  expect(await page.locator('#paper .paper-questions').isVisible()).toBe(true)
  await button(page, 'Start the quiz again').click()
  expect(await heading(page)).toBe(bank.title)
  expect(await page.locator('#fault').isVisible()).toBe(false)
})

test('certainty that is left out in a test is asked for, and counted as left out', async () => {
  const page = await visit()
  await page.getByText('Say how sure you are').click()
  await button(page, 'Start test').click()
  for (let place = 0; place < 20; place++) {
    await radios(page).first().check()
    await page.keyboard.press('Enter')
  }
  expect(await dialog(page).innerText()).toContain('20 answers say nothing of how sure you are')
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  expect(await page.locator('.result .facts-line').innerText()).toContain('20 without certainty, no points')
})

test('a test that lacks answers and certainty says both before it ends', async () => {
  const page = await visit()
  await page.getByText('Say how sure you are').click()
  await button(page, 'Start test').click()
  for (let place = 0; place < 2; place++) {
    await radios(page).first().check()
    await page.keyboard.press('Enter')
  }
  await page.locator('.places button').last().click()
  await button(page, 'Finish').click()
  expect(await dialog(page).locator('p').first().innerText()).toBe(
    '18 questions are still open. 2 answers say nothing of how sure you are and earn no points. Finish all the same?',
  )
})

test.each([
  ['Leave', 'Leave the test?'],
  ['Finish', 'still open'],
])('the question at %s takes the focus, closes on Escape and lies above everything', async (name, text) => {
  const page = await visit({ viewport: { width: 360, height: 740 } })
  await button(page, 'Start test').click()
  await radios(page).first().check()
  for (let place = 0; place < 19; place++) await page.keyboard.press('ArrowRight')
  await button(page, name).click()
  expect(await dialog(page).innerText()).toContain(text)
  expect(await focused(page)).toBe('Go on')
  const above = await dialog(page).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
  })
  expect(above).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe(name)
  expect(await heading(page)).toBe('Question 20 of 20')
})

test('a test that is kept is not thrown away unasked', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  await page.reload()
  await button(page, 'Start test').click()
  expect(await dialog(page).innerText()).toContain('A test is under way')
  await dialog(page).getByRole('button', { name: 'Keep it' }).click()
  await page.locator('dialog').waitFor({ state: 'detached' })
  expect(await page.locator('.kept').innerText()).toContain('1 of 20 answered')
  await button(page, 'Discard it').click()
  await dialog(page).getByRole('button', { name: 'Discard it' }).click()
  await expect.poll(() => page.locator('.kept').count()).toBe(0)
  expect(await focused(page)).toBe(bank.title)
})

test('a reset is asked for in the same way, and Escape keeps what was learned', async () => {
  const page = await visit({ viewport: { width: 360, height: 740 } })
  await button(page, 'Start practice').click()
  await answer(page, true)
  await button(page, 'Leave').click()
  await button(page, 'Details').click()
  await button(page, 'Reset progress').click()
  expect(await focused(page)).toBe('Cancel')
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Reset progress')
  expect(await page.locator('.overview .lead').innerText()).toBe('1 of 20 known')
  await button(page, 'Reset progress').click()
  await dialog(page).getByRole('button', { name: 'Reset progress' }).click()
  await expect.poll(() => page.locator('.overview .lead').innerText()).toBe('0 of 20 known')
})

test('after the check the arrows scroll again, and the verdict is in sight on a phone held sideways', async () => {
  const page = await visit({ viewport: { width: 640, height: 320 } })
  await button(page, 'Start practice').click()
  await answer(page, false)
  const verdict = page.locator('.session .wrong .verdict, .session .key .verdict').first()
  expect(
    await verdict.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    }),
  ).toBe(true)
  const before = await page.evaluate(() => scrollY)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
})

test('a reset stays one, whatever a second tab remembers', async () => {
  const page = await visit()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await button(page, 'Leave').click()
  const other = await open()
  await expect.poll(() => other.locator('.standing').innerText()).toContain('1 of 20 known')
  await button(page, 'Details').click()
  await button(page, 'Reset progress').click()
  await dialog(page).getByRole('button', { name: 'Reset progress' }).click()
  await expect.poll(() => other.locator('.standing').innerText()).toContain('Nothing answered yet')
  await other.getByText('Say how sure you are').click()
  await page.reload()
  // What one tab writes reaches the other in the browser's own time.
  await expect.poll(() => page.getByLabel('Say how sure you are').isChecked()).toBe(true)
  expect(await page.locator('.standing').innerText()).toContain('Nothing answered yet')
})

test('a test in two tabs goes on in one of them and counts once', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  const other = await open()
  await button(other, 'Continue the test').click()
  await radios(other).first().check()
  await expect.poll(() => page.locator('.shared[role=alert]').count()).toBe(1)
  expect(await page.locator('.shared[role=alert]').innerText()).toContain('another tab')
  await other.locator('.places button').last().click()
  await button(other, 'Finish').click()
  await dialog(other).getByRole('button', { name: 'Finish' }).click()
  await expect.poll(() => page.locator('.kept').count()).toBe(0)
  await button(page, 'Details').click()
  // The test is gone before its attempt is there.
  await page.locator('.attempts li').first().waitFor()
  expect(await page.locator('.attempts li').count()).toBe(1)
})

test('a timed test keeps its limit when the clock is set back, and says when its time is up', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('2030-04-05T10:00:00') })
  await page.reload()
  await page.getByText('Time limit').click()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  await page.clock.setFixedTime(new Date('2030-04-04T10:00:00'))
  await page.reload()
  await button(page, 'Continue the test').click()
  expect(await page.locator('.clock').innerText()).toMatch(/^(20:00|19:\d\d)$/)
  await page.clock.setFixedTime(new Date('2030-04-07T10:00:00'))
  await page.reload()
  await button(page, 'Continue the test').click()
  expect(await page.locator('.result').innerText()).toContain('The time is up.')
  expect(await page.locator('.result .facts-line').innerText()).toContain('Time 20:00')
})

test('a test that ran out while its page was closed took its time, no more, and that is said', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('2030-04-05T10:00:00') })
  await page.reload()
  await page.getByText('Time limit').click()
  await button(page, 'Start test').click()
  await choose(page, true)
  await page.clock.setFixedTime(new Date('2030-04-07T09:00:00'))
  await page.reload()
  await button(page, 'Continue the test').click()
  expect(await heading(page)).toBe('1 of 20 right')
  expect(await page.locator('.result .facts-line').innerText()).toContain('Time 20:00')
  expect(await page.locator('.result .trouble').innerText()).toContain('time')
})

test.each([
  // 14 hours ahead of UTC, and 8 behind: midnight in UTC is no new day there.
  ['Pacific/Kiritimati', '2030-01-01T11:00:00Z', 'January 3, 2030', '2030-01-02 01:00'],
  ['America/Los_Angeles', '2030-01-02T03:00:00Z', 'January 2, 2030', '2030-01-01 19:00'],
])('days are those of the device, in %s', async (timezoneId, time, next, ended) => {
  const page = await visit({ timezoneId, permissions: ['clipboard-read', 'clipboard-write'] })
  await page.clock.install({ time: new Date(time) })
  await page.reload()
  await button(page, 'Start practice').click()
  await answer(page, false)
  await button(page, 'Leave').click()
  expect(await page.locator('.due').innerText()).toBe(`Nothing today. Next: ${next}`)
  await button(page, 'Start test').click()
  await choose(page, true)
  await page.locator('.places button').last().click()
  await button(page, 'Finish').click()
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  await button(page, 'Copy result as text').click()
  await page.getByText('Copied').first().waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(ended)
})

test('an open page notices a new day', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('2030-04-05T23:50:00') })
  await page.reload()
  await button(page, 'Start practice').click()
  await answer(page, false)
  await button(page, 'Leave').click()
  expect(await page.locator('.due').innerText()).toContain('Nothing today')
  await page.clock.runFor(12 * 60_000)
  expect(await page.locator('.due').innerText()).toBe('1 question today')
})

test('what was known is not known for ever', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('2030-04-05T10:00:00') })
  await page.reload()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await button(page, 'Leave').click()
  expect(await page.locator('.standing').innerText()).toContain('1 of 20 known')
  await page.clock.setFixedTime(new Date('2031-04-05T10:00:00'))
  await page.reload()
  expect(await page.locator('.standing').innerText()).toContain('0 of 20 known')
})

test('a clock that ran ahead does not block the schedule', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('2040-04-05T10:00:00') })
  await page.reload()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await page.clock.setFixedTime(new Date('2030-04-05T10:00:00'))
  await page.reload()
  await button(page, 'Leave').click()
  expect(await page.locator('.due').innerText()).toBe('1 question today')
  await button(page, 'Start review').click()
  await answer(page, true)
  await button(page, 'Leave').click()
  expect(await page.locator('.due').innerText()).toContain('2030')
})

test('what was answered while an empty battery had set the clock to 1970 is kept', async () => {
  const page = await visit()
  await page.clock.install({ time: new Date('1970-01-05T10:00:00') })
  await page.reload()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await button(page, 'Leave').click()
  await page.reload()
  expect(await page.locator('.standing').innerText()).toContain('1 of 20 known')
})

test('a question that another tab has settled gives the focus to the page', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  await page.reload()
  await button(page, 'Discard it').click()
  const other = await open()
  await button(other, 'Discard it').click()
  await dialog(other).getByRole('button', { name: 'Discard it' }).click()
  await expect.poll(() => page.locator('.kept').count()).toBe(0)
  await dialog(page).getByRole('button', { name: 'Keep it' }).click()
  await expect.poll(() => focused(page)).toBe(bank.title)
})

test('copying keeps the focus also where the browser has no clipboard for the page', async () => {
  const page = await visit()
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.reload()
  await button(page, 'Start test').click()
  await page.locator('.places button').last().click()
  await button(page, 'Finish').click()
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  await button(page, 'Copy result as text').click()
  expect(await focused(page)).toBe('Copy result as text')
})

test('the focus stays where something was pressed', async () => {
  const page = await visit()
  await page.goto(`${web}#seed=tide42`)
  await page.reload()
  await button(page, 'Use an order of my own').click()
  expect(await focused(page)).toBe(bank.title)
  await button(page, 'Start practice').click()
  await button(page, 'Show a hint').click()
  expect(await focused(page)).toBe(bank.questions[0]!.hint)
})

test('practice and review go on after a reload and a way back, and count each answer once', async () => {
  const page = await visit()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await page.reload()
  expect(await heading(page)).toBe('Question 2 of 20')
  await answer(page, false)
  await button(page, 'Next question').click()
  await page.goto('about:blank')
  await page.goBack()
  expect(await heading(page)).toBe('Question 3 of 20')
  const other = await open()
  expect(await heading(other)).toBe(bank.title)
  await button(page, 'Leave').click()
  await page.reload()
  expect(await heading(page)).toBe(bank.title)
  expect(await page.locator('.standing').innerText()).toContain('1 of 20 known')
  await button(page, 'Details').click()
  expect(await page.locator('.standings').innerText()).toContain('1 of 1')
})

test('the way back leads to what was just checked, with its reasons, and counts it once', async () => {
  const page = await visit()
  await button(page, 'Start practice').click()
  await answer(page, true)
  await button(page, 'Next question').click()
  await answer(page, false)
  const shown = async () => [
    await heading(page),
    await page.locator('.session .outcome').innerText(),
    await page.locator('.session .because').allInnerTexts(),
    await page.locator('.session .facts').innerText(),
  ]
  const before = await shown()
  expect(before[0]).toBe('Question 2 of 20')
  for (let times = 0; times < 2; times++) {
    await page.goto('about:blank')
    await page.goBack()
    expect(await shown()).toEqual(before)
  }
  await button(page, 'Next question').click()
  expect(await heading(page)).toBe('Question 3 of 20')
  expect(await page.locator('.session .outcome').count()).toBe(0)
  await button(page, 'Leave').click()
  await button(page, 'Details').click()
  expect((await page.locator('.standings .source').allInnerTexts()).slice(0, 2)).toEqual([
    expect.stringContaining('1 of 1'),
    expect.stringContaining('0 of 1'),
  ])
  // The last question of all shows its reasons again, too.
  await button(page, 'Back to the start').click()
  await page.locator('.mode select').selectOption('missed')
  await button(page, 'Start practice').click()
  await answer(page, false)
  await page.goto('about:blank')
  await page.goBack()
  expect(await heading(page)).toBe('Question 1 of 1')
  expect(await page.locator('.session .outcome').isVisible()).toBe(true)
})

test('letters can be switched off, and are those that the keyboard writes', async () => {
  const page = await visit()
  await button(page, 'Start practice').click()
  const press = (key: string, code: string) =>
    page.evaluate(
      (init) =>
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
      { key, code },
    )
  const chosen = async () => (await page.locator('.session .option.chosen .letter').allInnerTexts()).join('')
  // Where A is written by the key that is Q elsewhere.
  await press('a', 'KeyQ')
  expect(await chosen()).toBe('A')
  await press('q', 'KeyA')
  expect(await chosen()).toBe('A')
  await press('и', 'KeyB')
  expect(await chosen()).toBe('B')
  await page.keyboard.press('3')
  expect(await chosen()).toBe('C')
  await button(page, 'Leave').click()
  await page.getByText('Letters and digits on the keyboard').click()
  await button(page, 'Start practice').click()
  await page.keyboard.press('a')
  await page.keyboard.press('1')
  expect(await chosen()).toBe('')
})

test('a check without an answer says so to everyone', async () => {
  const page = await visit()
  await button(page, 'Start practice').click()
  await page.keyboard.press('Enter')
  expect(await page.locator('.session .trouble').innerText()).toBe('Choose an answer first.')
})

test('a result prints as a result', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  for (let place = 0; place < 20; place++) await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  await page.locator('.result h1').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.result h1').isVisible()).toBe(true)
  expect(await page.locator('#paper').isVisible()).toBe(false)
})

test('a result is there again by Back until it is left, and not where the quiz is opened anew', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await choose(page, true)
  await page.locator('.places button').last().click()
  await button(page, 'Finish').click()
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  await page.locator('.result').waitFor()
  const shown = async () => [
    await heading(page),
    await page.locator('.result .facts-line').innerText(),
    await page.locator('.result .mark').allInnerTexts(),
  ]
  const before = await shown()
  expect(before[0]).toBe('1 of 20 right')
  await page.goto('about:blank')
  await page.goBack()
  expect(await shown()).toEqual(before)
  // It counts once, and does not end a test that another tab has begun since.
  const other = await open()
  await button(other, 'Start test').click()
  await radios(other).first().check()
  await button(page, 'Back to the start').click()
  expect(await page.locator('.kept').innerText()).toContain('1 of 20 answered')
  await page.goto('about:blank')
  await page.goBack()
  expect(await heading(page)).toBe(bank.title)
  await button(page, 'Details').click()
  expect(await page.locator('.attempts li').count()).toBe(1)

  // In another tab the test goes on and ends; who opens the quiz anew begins, and its result is gone.
  await other.locator('.places button').last().click()
  await button(other, 'Finish').click()
  await dialog(other).getByRole('button', { name: 'Finish' }).click()
  await other.locator('.result').waitFor()
  await other.goto('about:blank')
  await other.goto(web)
  expect(await heading(other)).toBe(bank.title)
  await other.goto('about:blank')
  await other.goBack()
  expect(await heading(other)).toBe(bank.title)
})

test('a file that is no progress by its size is refused before it is read', async () => {
  const page = await visit()
  await button(page, 'Details').click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.alloc(1_100_000, 32),
  })
  await expect.poll(() => page.locator('.aside').last().innerText()).toContain('too large')
})

test('a test whose questions have changed is missed with a word', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('/test'))!
    localStorage.setItem(key, localStorage.getItem(key)!.replace('"wording":"', '"wording":"x'))
  })
  await page.reload()
  expect(await page.locator('.shared').innerText()).toContain('its questions have changed')
})

test('calibration and opened results are without a finding of axe', async () => {
  const page = await visit()
  await page.getByText('Say how sure you are').click()
  await button(page, 'Start test').click()
  await radios(page).first().check()
  await page.locator('.certainty input').last().check()
  for (let place = 0; place < 20; place++) await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Finish' }).click()
  await page.locator('.result h1').waitFor()
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
  expect(await violations(page)).toEqual([])
  // On a phone the judgement is in sight beside its figures.
  await page.setViewportSize({ width: 360, height: 740 })
  const wider = await page
    .locator('.calibration')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(wider).toBe(0)
  // From right to left the room between columns is on the other side.
  const first = page.locator('.calibration th').first()
  const room = await first.evaluate((cell) => {
    document.documentElement.dir = 'rtl'
    return getComputedStyle(cell).paddingRight
  })
  expect(room).toBe('0px')
})
