// Every kind of question in every state of its card, in the page of a quiz and in the one to learn from.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../question-types/types.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { call } from '../commands/call.ts'
import { violations } from '../quiz/violations.ts'
import { writeEveryType } from './every-type.ts'
import { answers, kindOf, practise } from './walk-cards.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-states-'))
  await writeEveryType(join(folder, 'unit'))
  const articles = fileURLToPath(new URL('../fixtures/articles', import.meta.url))
  const built = await call(
    [
      'build',
      '--only',
      'learn,quizzes',
      '--content',
      'unit',
      '--out',
      'made',
      '--articles',
      articles,
      '--reading-pack',
    ],
    folder,
  )
  expect(built).toMatchObject({ code: 0 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** A new page of what was built. */
async function visit(file: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(folder, 'made', file)).href)
  return page
}

/** Starts a practice of all questions, in either page. */
const startPractice = (page: Page) =>
  page.getByRole('button', { name: /^(Start practice|Practise(?! them))/ }).click()

test('axe finds nothing in any state of any card, light or dark, nor in the result of a test', async () => {
  const found: string[] = []
  for (const file of ['quizzes/cost.html', 'learn.html']) {
    const page = await visit(file)
    const look = async (state: string) => {
      // Only the colours differ in the dark.
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await violations(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await violations(page, 'color-contrast')
      found.push(...[...light, ...dark].map((each) => `${file}, ${state}: ${each}`))
    }
    const round = async (right: boolean, looks: (state: string, kind: string) => boolean) => {
      await startPractice(page)
      await practise(page, right, async (state, kind) => {
        if (looks(state, kind)) await look(`${kind} ${state}`)
      })
      await look(`result ${right}`)
      await page.getByRole('button', { name: 'Back to the start' }).click()
    }
    // An answer brings a part of the card where the reason is asked for, elsewhere a frame.
    const other = ['true-false', 'single']
    const same = file === 'learn.html'
    await round(
      false,
      (state, kind) => state === 'wrong' || other.includes(kind) || (state === 'asked' && !same),
    )
    // The page to learn from has the same cards; around them it has tools, and links below.
    if (file === 'learn.html') continue
    await round(true, (state) => state === 'right')
    await page.getByRole('button', { name: 'Start test' }).click()
    for (const [place] of kinds.entries()) {
      await answers[await kindOf(page)]!(page, place % 2 === 0)
      await page.locator('.session .actions .primary').click()
    }
    for (const each of await page.locator('.review summary').all()) await each.click()
    await look('result of a test')
  }
  expect(found).toEqual([])
})

test.each([
  ['at a zoom of 200 %', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
  ['on a phone held sideways', { viewport: { width: 640, height: 320 } }],
  ['on a phone', { viewport: { width: 360, height: 740 } }],
])('%s the verdict on every card is in sight after the check', async (_, options) => {
  const hidden: string[] = []
  const page = await visit('quizzes/cost.html', options)
  for (const right of [false, true]) {
    await startPractice(page)
    await practise(page, right, async (state, kind) => {
      if (state !== 'right' && state !== 'wrong') return
      const free = await page
        .locator('.session .wrong .verdict, .session .key .verdict, .session .outcome')
        .evaluateAll((verdicts) =>
          verdicts.some((verdict) => {
            const { top, bottom, left, right: end } = verdict.getBoundingClientRect()
            const middle = document.elementFromPoint((left + end) / 2, (top + bottom) / 2)
            return top >= 0 && bottom <= innerHeight && verdict.contains(middle)
          }),
        )
      if (!free) hidden.push(`${kind} ${state}`)
    })
    await page.getByRole('button', { name: 'Back to the start' }).click()
  }
  expect(hidden).toEqual([])
})

test('in a test half an answer is an open one, and is said before the test ends', async () => {
  const page = await visit('quizzes/cost.html')
  await page.getByRole('button', { name: 'Start test' }).click()
  const half: Record<string, () => Promise<unknown>> = {
    'true-false': () => page.locator('.session .verdicts input').nth(1).check(),
    match: () => page.locator('.session select').first().selectOption({ index: 1 }),
    cloze: () => page.locator('.session input[type=text]').first().fill('more than'),
  }
  const places = page.locator('.places button')
  for (const place of await places.all()) {
    await place.click()
    const kind = await kindOf(page)
    await (half[kind]?.() ?? answers[kind]!(page, true))
  }
  const openPlaces = places.and(page.locator('[aria-label$="open"]'))
  expect(await openPlaces.count()).toBe(3)
  expect(await places.and(page.locator('.answered')).count()).toBe(kinds.length - 3)
  await page.locator('.session .actions .primary').click()
  expect(await page.locator('dialog').innerText()).toContain('3 questions are still open')
  await page.locator('dialog').getByRole('button', { name: 'Go on' }).click()
  // It is kept as far as it went, and goes on where something is open.
  await page.reload()
  await page.getByRole('button', { name: 'Continue the test' }).click()
  expect(Object.keys(half)).toContain(await kindOf(page))
  await places.last().click()
  await page.locator('.session .actions .primary').click()
  await page.locator('dialog').getByRole('button', { name: 'Finish' }).click()
  expect(await page.locator('.result h1').innerText()).toBe(`${kinds.length - 3} of ${kinds.length} right`)
  expect(await page.locator('.result .facts-line').innerText()).toContain('3 left open')
  expect(await page.locator('.result .mark', { hasText: 'Left open.' }).count()).toBe(3)
  await page.getByRole('button', { name: 'Back to the start' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  expect(await page.locator('.standings [data-standing=new]').count()).toBe(3)
})

test('a test of which nothing but half an answer was given is not left unasked', async () => {
  const page = await visit('quizzes/cost.html')
  await page.getByRole('button', { name: 'Start test' }).click()
  const places = page.locator('.places button')
  for (let at = 0; (await kindOf(page)) !== 'true-false'; at++) await places.nth(at).click()
  await page.locator('.session .verdicts input').first().check()
  await page.getByRole('button', { name: 'Leave' }).click()
  expect(await page.locator('dialog').innerText()).toContain('Leave the test?')
})

/** How light a colour of CSS is, from 0 to 1; undefined where nothing is drawn. */
function lightness(color: string): number | undefined {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g)!.map(Number)
  return alpha === 0 ? undefined : (0.21 * red! + 0.72 * green! + 0.07 * blue!) / 255
}

/** Texts in a light ink and grounds in a dark one, of all that a page shows. */
async function notForPaper(page: Page): Promise<string[]> {
  const all = await page.locator('main *:not(progress)').evaluateAll((elements) =>
    elements
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => {
        const { color, backgroundColor } = getComputedStyle(each)
        const written = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim())
        return { name: `${each.tagName} ${each.className}`, written, color, backgroundColor }
      }),
  )
  return all
    .filter(
      ({ written, color, backgroundColor }) =>
        (written && lightness(color)! > 0.5) || (lightness(backgroundColor) ?? 1) < 0.75,
    )
    .map(({ name, color, backgroundColor }) => `${name}: ${color} on ${backgroundColor}`)
}

test('on paper all is dark on white, also where the device is dark', async () => {
  const found: string[] = []
  for (const file of ['quizzes/cost.html', 'learn.html']) {
    const page = await visit(file)
    const print = async (what: string) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect([what, await page.locator(what).isVisible()]).toEqual([what, true])
      found.push(...(await notForPaper(page)).map((each) => `${file}, ${what}: ${each}`))
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
    }
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    )
    await print('#paper')
    await startPractice(page)
    await practise(page, false, async () => {})
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    )
    await print('.result')
  }
  expect(found).toEqual([])
})

test('another spelling is not marked wrong without a word', async () => {
  const page = await visit('quizzes/cost.html')
  const said: string[][] = []
  for (const written of ['ída lind', 'Ida Lynd']) {
    await startPractice(page)
    for (;;) {
      const kind = await kindOf(page)
      await answers[kind]!(page, true)
      if (kind === 'short-answer') await page.locator('.session input[type=text]').fill(written)
      await page.locator('.session .actions .primary').click()
      if (kind === 'short-answer') break
      await page.locator('.session .actions .primary').click()
    }
    said.push([
      await page.locator('.outcome').innerText(),
      await page.locator('.session .option .because').first().innerText(),
    ])
    await page.getByRole('button', { name: 'Leave' }).click()
  }
  expect(said).toEqual([
    ['Right.', expect.stringContaining('It is written: Ida Lind')],
    ['Partly right.', expect.stringContaining('misspelling of “Ida Lind”')],
  ])
})

test('things to put in order are dragged with the mouse, and the focus stays for the keyboard', async () => {
  const page = await visit('quizzes/cost.html')
  await startPractice(page)
  while ((await kindOf(page)) !== 'order') {
    await answers[await kindOf(page)]!(page, true)
    await page.locator('.session .actions .primary').click()
    await page.locator('.session .actions .primary').click()
  }
  const items = page.locator('.order li')
  const texts = () => items.locator('.text').allInnerTexts()
  const middle = async (place: number) => {
    const { x, y, width, height } = (await items.nth(place).locator('.handle').boundingBox())!
    return [x + width / 2, y + height / 2] as const
  }
  const [first, second, third] = await texts()
  await page.mouse.move(...(await middle(0)))
  await page.mouse.down()
  await page.mouse.move(...(await middle(2)), { steps: 20 })
  await page.mouse.move((await middle(2))[0], (await middle(2))[1] + 20, { steps: 5 })
  expect(await items.nth(2).getAttribute('class')).toContain('dragged')
  expect(await texts()).toEqual([second, third, first])
  await page.mouse.up()
  expect(await page.locator('.order .dragged').count()).toBe(0)
  expect(await page.locator('.order [role=status]').innerText()).toContain('3')
  // A pointer that goes on without the button moves nothing.
  await page.mouse.move(...(await middle(0)), { steps: 10 })
  expect(await texts()).toEqual([second, third, first])
  // The keyboard goes on where the mouse left it.
  await items.nth(2).locator('button').first().focus()
  await page.keyboard.press('ArrowUp')
  expect(await texts()).toEqual([second, first, third])
  await page.locator('.session .actions .primary').click()
  const put = await page.locator('.order .verdict').allInnerTexts()
  expect(put).toHaveLength(3)
})

test('a claim takes letters of any keyboard, and is told in the words of the interface', async () => {
  const page = await visit('quizzes/cost.html')
  await startPractice(page)
  while ((await kindOf(page)) !== 'true-false') {
    await answers[await kindOf(page)]!(page, true)
    await page.locator('.session .actions .primary').click()
    await page.locator('.session .actions .primary').click()
  }
  await page.keyboard.press('1')
  // Where the key of A writes another letter.
  await page.evaluate(() =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true }),
    ),
  )
  expect(await page.locator('.session .chosen .letter').allInnerTexts()).toEqual(['A'])
  await page.locator('.session .actions .primary').click()
  expect(await page.locator('#live').innerText()).toContain('The answer is False; ')
})

test('from right to left, what marks a text on a card stands to the right of it', async () => {
  const page = await visit('quizzes/cost.html')
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  await page.getByRole('button', { name: 'Start test' }).click()
  const strays: string[] = []
  const met = new Set<string>()
  for (const place of await page.locator('.places button').all()) {
    await place.click()
    const kind = await kindOf(page)
    // The reasons come with the verdict.
    if (kind === 'true-false') await answers[kind]!(page, true)
    const ofText = page.locator('.letter, .handle, .partners b')
    if ((await ofText.count()) > 0) met.add(kind)
    const marked = await ofText.evaluateAll((marks) =>
      marks.flatMap((mark) => {
        const text = mark.nextElementSibling
        const end = text?.getBoundingClientRect().right ?? Infinity
        return mark.getBoundingClientRect().right > end ? [] : [mark.parentElement!.textContent]
      }),
    )
    strays.push(...marked.map((text) => `${kind}: ${text}`))
  }
  expect(strays).toEqual([])
  expect([...met]).toEqual(expect.arrayContaining(['match', 'order', 'single']))
})

test('the fact behind an answer leads to its passage, where a reading pack was made', async () => {
  const page = await visit('learn.html')
  await startPractice(page)
  await answers[await kindOf(page)]!(page, true)
  await page.locator('.session .actions .primary').click()
  const fact = page.locator('.facts .fact').first()
  expect(await fact.locator('.disagreement p').first().innerText()).toMatch(/^Another account: \S.*\. Coast/)
  await fact.getByRole('link', { name: 'The passage itself' }).click()
  await page.waitForURL(/reading-pack\.html#(mayor|union)-cost$/)
  const passage = page.locator('.passage:has(:target)')
  expect(await passage.locator('blockquote').innerText()).toContain('million')
  expect(await passage.locator('li').count()).toBeGreaterThan(0)
  expect(await violations(page)).toEqual([])
})
