// The page in a real browser, used by keyboard alone.

import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bank } from './bank.ts'
import { offences } from './offences.ts'
import { onDisk, pageOf } from './page.ts'
import { serveQuiz, type Served } from './served.ts'
import { violations } from './violations.ts'

let browser: Browser
let served: Served
let file: string
let web: string

beforeAll(async () => {
  served = await serveQuiz(await pageOf(bank))
  ;({ browser, file, web } = served)
})

afterAll(() => served?.close())

async function visit(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; found: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const found = offences(page)
  await page.goto(address)
  return { page, found }
}

/** Tabs until the named control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement
      if (focused === document.body) return ''
      return focused.innerText || focused.closest('label')?.innerText || focused.getAttribute('aria-label')
    })
    if (text?.includes(name)) return
  }
  throw new Error(`no control named ${name} can be reached by Tab`)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

const stem = (page: Page) => page.locator('.session legend').first().innerText()
const live = (page: Page) => page.locator('#live').innerText()

/** The letters that answer the question on screen, in the order shown. */
async function keysOf(page: Page, of = bank): Promise<string[]> {
  const asked = await stem(page)
  const question = of.questions.find(({ stem: text }) => text === asked)!
  const texts = await page.locator('.session .option .text').allInnerTexts()
  return texts.flatMap((text, place) =>
    question.options.find((option) => option.text === text)!.correct ? ['abcdef'[place]!] : [],
  )
}

async function answer(page: Page, right: boolean): Promise<void> {
  const keys = await keysOf(page)
  const wrong = ['a', 'b', 'c', 'd'].find((letter) => !keys.includes(letter))!
  for (const key of right ? keys : [wrong]) await page.keyboard.press(key)
}

describe.each(['file', 'web'])('from %s', (where) => {
  const address = () => (where === 'file' ? file : web)

  test('practice explains every option at once and goes over what was missed again', async () => {
    const { page, found } = await visit(address())
    expect(await page.locator('#live').getAttribute('role')).toBe('status')
    await press(page, 'Start practice')
    for (let place = 0; place < bank.questions.length; place++) {
      const keys = await keysOf(page)
      const right = place !== 1
      await answer(page, right)
      await page.keyboard.press('Enter')
      expect(await page.locator('#player .because').count()).toBe(await page.locator('.option').count())
      expect(await page.locator('.option.key .letter').allInnerTexts()).toEqual(
        keys.map((key) => key.toUpperCase()),
      )
      expect(await live(page)).toMatch(right ? /^Right\. / : /^Not right\. The answer is /)
      expect(await page.locator('#player .facts .statement').count()).toBe(1)
      expect(await page.locator('#player .facts .source').first().innerText()).toMatch(
        /^(Reported|Documented|Estimate) Ines Oakley/,
      )
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('h1').first().innerText()).toBe('19 of 20 right')
    await press(page, 'Practise the 1 missed again')
    expect(await stem(page)).toBe(bank.questions[1]!.stem)
    await answer(page, true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await page.locator('h1').first().innerText()).toBe('1 of 1 right')
    expect(found).toEqual([])
    await page.context().close()
  })

  test('a test says nothing before its end, then everything', async () => {
    const { page, found } = await visit(address())
    await press(page, 'Start test')
    const asked: string[] = []
    for (let place = 0; place < bank.questions.length; place++) {
      asked.push(await stem(page))
      if (place !== 3) await answer(page, place !== 5)
      expect(await page.locator('#player .because').count()).toBe(0)
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('dialog[open]').innerText()).toContain('1 question is still open')
    await press(page, 'Go on')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.locator('legend').first().focus()
    await page.keyboard.press('ArrowLeft')
    expect(await stem(page)).toBe(asked[18])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await press(page, 'Finish')
    await expect.poll(() => page.locator('h1').first().innerText()).toBe('18 of 20 right')
    expect(await page.locator('.review details').count()).toBe(20)
    expect(await page.locator('.review .option.key').count()).toBe(21)
    expect(found).toEqual([])
    await page.context().close()
  })
})

test('the end of the time ends a test', async () => {
  const { page } = await visit(file)
  await page.clock.install()
  await page.reload()
  await tabTo(page, 'Time limit')
  await page.keyboard.press('Space')
  await tabTo(page, 'Minutes')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2')
  await press(page, 'Start test')
  await answer(page, true)
  await page.clock.runFor(60_000)
  expect(await live(page)).toBe('One minute left.')
  await page.clock.runFor(61_000)
  expect(await page.locator('h1').first().innerText()).toBe('1 of 20 right')
  expect(await page.locator('#player .facts-line').innerText()).toContain('19 left open')
  await page.context().close()
})

test('a test under way survives a reload, and is forgotten when it is left', async () => {
  const { page, found } = await visit(web)
  await press(page, 'Start test')
  const first = await stem(page)
  await answer(page, true)
  await page.keyboard.press('Enter')
  await answer(page, true)
  await page.keyboard.press('Enter')
  const third = await stem(page)
  await page.reload()
  expect(await page.locator('.kept').innerText()).toContain('2 of 20 answered')
  await press(page, 'Continue the test')
  expect(await stem(page)).toBe(third)
  await page.locator('.places button').first().click()
  expect(await stem(page)).toBe(first)
  expect(await page.locator('.session input:checked').count()).toBeGreaterThan(0)
  for (let place = 0; place < bank.questions.length; place++) await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await press(page, 'Finish')
  await expect.poll(() => page.locator('h1').first().innerText()).toBe('2 of 20 right')
  await page.reload()
  expect(await page.locator('.kept').count()).toBe(0)

  await press(page, 'Start test')
  await answer(page, true)
  await page.reload()
  await press(page, 'Discard it')
  await page.locator('dialog button').first().click()
  // The browser tells of the closed dialog in its own time.
  await page.locator('.kept').waitFor({ state: 'detached' })
  await page.reload()
  expect(await page.locator('.kept').count()).toBe(0)
  expect(found).toEqual([])
  await page.context().close()
})

test('the time of a test runs on while its page is closed', async () => {
  const { page } = await visit(web)
  await page.clock.install({ time: new Date('2030-04-05T10:00:00') })
  await page.reload()
  await page.getByText('Time limit').click()
  await press(page, 'Start test')
  await answer(page, true)
  await page.clock.setFixedTime(new Date('2030-04-05T11:00:00'))
  await page.reload()
  await press(page, 'Continue the test')
  await page.clock.runFor(2000)
  expect(await page.locator('h1').first().innerText()).toBe('1 of 20 right')
  await page.context().close()
})

test('review asks what is due, and an answer moves it away', async () => {
  const { page } = await visit(web)
  await page.clock.install({ time: new Date('2024-03-01T10:00:00') })
  await page.reload()
  await press(page, 'Start practice')
  for (const right of [true, false]) {
    await answer(page, right)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  }
  await press(page, 'Leave')
  expect(await page.locator('.due').innerText()).toBe('Nothing today. Next: March 2, 2024')
  await page.clock.setFixedTime(new Date('2024-03-02T10:00:00'))
  await page.reload()
  expect(await page.locator('.due').innerText()).toBe('1 question today')
  await press(page, 'Start review')
  expect(await stem(page)).toBe(bank.questions[1]!.stem)
  await answer(page, true)
  await tabTo(page, 'I am not sure')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await press(page, 'Back to the start')
  expect(await page.locator('.due').innerText()).toContain('Nothing today')
  await page.context().close()
})

test('certainty earns and costs points and shows in the calibration view', async () => {
  const { page } = await visit(file)
  await tabTo(page, 'Say how sure you are')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await press(page, 'Start practice')
  await answer(page, false)
  await page.keyboard.press('Enter')
  expect(await live(page)).toBe('How sure are you?')
  await tabTo(page, 'Not sure')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  expect(await live(page)).toMatch(/^Not right/)
  for (let place = 1; place < bank.questions.length; place++) {
    await page.keyboard.press('Enter')
    await answer(page, true)
    await tabTo(page, 'Not sure')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  expect(await page.locator('#player .facts-line').innerText()).toContain(
    `Certainty points: ${19 * 2 - 6} of 60`,
  )
  expect(
    (await page.locator('.calibration tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(0, 3)),
  ).toEqual([
    ['Not sure', '0', '–'],
    ['Fairly sure', '19', '100%'],
    ['Very sure', '1', '0%'],
  ])
  await page.context().close()
})

test('a shared link gives the same order to everyone', async () => {
  const orders: string[][] = []
  for (const address of [`${file}#seed=tide42`, `${web}#seed=tide42`, `${web}#seed=ebb7`]) {
    const { page } = await visit(address)
    expect(await page.locator('.shared').innerText()).toContain('Shared order')
    await press(page, 'Start test')
    const order: string[] = []
    for (let place = 0; place < 5; place++) {
      order.push(await stem(page), ...(await page.locator('.session .option .text').allInnerTexts()))
      await page.keyboard.press('ArrowRight')
    }
    orders.push(order)
    await page.context().close()
  }
  expect(orders[0]).toEqual(orders[1])
  expect(orders[2]).not.toEqual(orders[1])
})

test('a result can be copied and downloaded, and its link repeats the order', async () => {
  const { page } = await visit(web)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await press(page, 'Start test')
  const first = await stem(page)
  await answer(page, true)
  for (let place = 0; place < bank.questions.length; place++) await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await press(page, 'Finish')
  await page.locator('.result h1').waitFor()
  await press(page, 'Copy result as text')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect
    .poll(copied)
    .toMatch(
      /^A walk round the harbour \(Test\)\n1 of 20 right, \d+:\d\d, \d{4}-\d\d-\d\d \d\d:\d\d\n(.+: \d\/\d+\n){3}Order: [a-z0-9]{6}$/,
    )
  await tabTo(page, 'Download as CSV')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv.startsWith('\uFEFFNo.,Question,Text,')).toBe(true)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(21)
  await page.locator('h1').first().focus()
  await press(page, 'Copy link')
  await expect.poll(copied).toMatch(/#seed=[a-z0-9]{6}$/)
  await page.goto(await copied())
  await page.reload()
  await press(page, 'Start test')
  expect(await stem(page)).toBe(first)
  await page.context().close()
})

describe('progress', () => {
  test('stays on the device, goes out as a file, comes back from it', async () => {
    const { page } = await visit(web)
    await press(page, 'Start practice')
    await answer(page, true)
    await page.keyboard.press('Enter')
    await page.reload()
    await press(page, 'Leave')
    expect(await page.locator('.standing p').first().innerText()).toContain('1 of 20 known')
    await press(page, 'Details')
    await tabTo(page, 'Save progress as a file')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const saved = await download.path()
    await press(page, 'Reset progress')
    await page.locator('dialog[open] button:focus').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('0 of 20 known', { exact: true }).waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a":[') })
    await page.locator('#live', { hasText: 'Saved progress could not be read' }).waitFor()
    await page.locator('input[type=file]').setInputFiles(saved)
    await page.locator('#live', { hasText: 'Loaded: 1 question.' }).waitFor()
    await page.getByText('1 of 20 known', { exact: true }).waitFor()
    await page.context().close()
  })

  test('of a question that was worded anew retires', async () => {
    const { page } = await visit(web)
    await press(page, 'Start practice')
    await answer(page, true)
    await page.keyboard.press('Enter')
    const stored = await page.evaluate(() => JSON.stringify(localStorage))
    const changed = await pageOf({
      ...bank,
      questions: bank.questions.map((each) => ({ ...each, hash: '0123456789abcdef' })),
    })
    await page.addInitScript((items) => Object.assign(localStorage, JSON.parse(items)), stored)
    await page.goto(onDisk(changed))
    expect(await page.locator('.standing').innerText()).toContain('1 earlier answer no longer counts')
    expect(await page.locator('.standing').innerText()).toContain('Nothing answered yet')
    await page.context().close()
  })

  test.each(['nonsense', '[]', '{"format":"factdeck-quiz-progress","version":99,"bank":"harbour-walk"}'])(
    'that cannot be read (%s) does not break the page',
    async (stored) => {
      const { page, found } = await visit(web)
      await page.evaluate(
        (text) => localStorage.setItem('factdeck-quiz/Reading the shore/harbour-walk', text),
        stored,
      )
      await page.reload()
      expect(await page.locator('.standing .aside').count()).toBe(1)
      await press(page, 'Start practice')
      await answer(page, true)
      await page.keyboard.press('Enter')
      expect(
        await page.evaluate(() =>
          localStorage.getItem('factdeck-quiz/Reading the shore/harbour-walk/before'),
        ),
      ).toBe(stored)
      expect(found).toEqual([])
      await page.context().close()
    },
  )

  test.each([
    ['forbidden', 'SecurityError', 'does not let the page keep progress'],
    ['full', 'QuotaExceededError', 'storage is full'],
  ])('that cannot be kept because storage is %s is said, and the quiz works', async (trouble, name, said) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.addInitScript(
      ([kind, error]) => {
        const refuse = () => {
          throw new DOMException('no', error)
        }
        if (kind === 'forbidden') Object.defineProperty(window, 'localStorage', { get: refuse })
        else Storage.prototype.setItem = refuse
      },
      [trouble, name],
    )
    const found = offences(page)
    await page.goto(file)
    await press(page, 'Start practice')
    await answer(page, true)
    await page.keyboard.press('Enter')
    expect(await page.locator('.trouble').first().innerText()).toContain(said)
    expect(await live(page)).toMatch(/^Right\./)
    await press(page, 'Leave')
    expect(await page.locator('.standing').innerText()).toContain('1 of 20 known')
    expect(found).toEqual([])
    await context.close()
  })
})

test('the page reads and prints without JavaScript', async () => {
  const { page } = await visit(file, { javaScriptEnabled: false })
  expect(await page.locator('.paper-questions > li').count()).toBe(20)
  expect(await page.getByText('needs JavaScript').isVisible()).toBe(true)
  const reason = page.getByText('this is what the report measured', { exact: false })
  expect(await reason.isVisible()).toBe(false)
  await page.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await reason.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await page.emulateMedia({ media: 'print' })
  expect(await reason.isVisible()).toBe(true)
  await page.context().close()
})

test('hostile texts stay texts', async () => {
  const hostile = `</script><script>document.title='ran'</script><!--{{ 7*7 }}"'><img src=x onerror="document.title='ran'">\u2028`
  const first = bank.questions[0]!
  const question = {
    ...first,
    stem: hostile,
    hint: hostile,
    options: first.options.map((option) => ({
      ...option,
      text: `${option.index}${hostile}`,
      because: hostile,
    })),
  }
  const html = await pageOf({ ...bank, title: hostile, summary: hostile, questions: [question] })
  const { page, found } = await visit(onDisk(html))
  expect(await page.title()).not.toBe('ran')
  expect(await page.locator('h1').first().innerText()).toContain('<script>document.title=')
  await press(page, 'Start practice')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  expect(await page.locator('#player .because').first().innerText()).toContain('{{ 7*7 }}')
  expect(await page.locator('img').count()).toBe(0)
  expect(found).toEqual([])
  await page.context().close()
})

test.each([320, 360, 480, 600, 1280])(
  'at %i pixels a verdict stands beside or below the text of its option',
  async (width) => {
    const { page } = await visit(file, { viewport: { width, height: 740 } })
    await press(page, 'Start practice')
    await answer(page, false)
    await page.keyboard.press('Enter')
    const strays = await page.locator('.option .verdict').evaluateAll((verdicts) =>
      verdicts.flatMap((verdict) => {
        const text = verdict.previousElementSibling!.getBoundingClientRect()
        const { left, top } = verdict.getBoundingClientRect()
        const begin = left + Number.parseFloat(getComputedStyle(verdict).paddingInlineStart)
        const beside = begin >= text.right
        const below = top >= text.bottom && Math.abs(begin - text.left) <= 1
        return beside || below ? [] : [{ of: verdict.textContent, begin, text: text.left }]
      }),
    )
    expect(strays).toEqual([])
    expect(await page.locator('.option .verdict').count()).toBe(2)
    await page.context().close()
  },
)

test('the interface speaks the language of the bank', async () => {
  const { page } = await visit(onDisk(await pageOf({ ...bank, language: 'uk' })))
  expect(await page.locator('html').getAttribute('lang')).toBe('uk')
  expect(await page.locator('.start .facts-line').innerText()).toBe('20 запитань · близько 20 хвилин')
  await page.goto(onDisk(await pageOf({ ...bank, language: 'fr' })))
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('.start h1').getAttribute('lang')).toBe('fr')
  await page.context().close()
})

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('no state has a violation that axe finds', async () => {
    const { page } = await visit(`${file}#seed=ebb`, { colorScheme, viewport: { width: 360, height: 740 } })
    const found: Record<string, string[]> = {}
    const look = async (state: string) => Object.assign(found, { [state]: await violations(page) })
    const narrow = async (state: string) => {
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        found[`${state} is too wide`] = ['scrolls sideways']
      await look(state)
    }
    await narrow('start')
    await page.locator('.certainty-choice input').check()
    await page.getByText('Time limit').click()
    await press(page, 'Start practice')
    await narrow('question')
    await page.getByText('Show a hint').click()
    await answer(page, false)
    await narrow('chosen')
    await page.getByText('Very sure').click()
    await page.keyboard.press('Enter')
    await narrow('explained')
    await page.keyboard.press('Enter')
    await narrow('multiple choice')
    await press(page, 'Leave')
    await narrow('start again')
    await press(page, 'Start test')
    await answer(page, true)
    await narrow('test')
    await press(page, 'Leave')
    await narrow('asking back')
    await press(page, 'Go on')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.locator('.places button').last().click()
    await page.locator('.actions .primary').click()
    await page.getByRole('button', { name: 'Finish' }).first().click()
    await page.locator('.review summary').first().click()
    await narrow('result')
    await press(page, 'Back to the start')
    await press(page, 'Details')
    await press(page, 'Reset progress')
    await narrow('progress')
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
    expect(Object.keys(found)).toHaveLength(10)
    await page.context().close()
  })
})
