// The page under the settings of those who need it larger, in their own colours or from right to left.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quizPage } from '../../scripts/outputs/quiz-page.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openQuizPlayer } from '../../scripts/render/quiz-player.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { bank } from './bank.ts'
import { offences } from './offences.ts'
import { cacheFolder, onDisk, packageRoot, pageOf } from './page.ts'
import { violations } from './violations.ts'

let browser: Browser
let address: string

beforeAll(async () => {
  address = onDisk(await pageOf({ ...bank, questions: bank.questions.slice(0, 4) }))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Shows every screen once, naming the state to `look`. */
async function walk(
  options: BrowserContextOptions,
  look: (page: Page, state: string) => Promise<void>,
  of = address,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const found = offences(page)
  await page.goto(`${of}#seed=tide`)
  await look(page, 'start')
  await page.locator('.mode .primary').first().click()
  await look(page, 'question')
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  await look(page, 'explained')
  await page.locator('.bar .plain').click()
  await page.locator('.mode .primary').last().click()
  for (let place = 0; place < 4; place++) {
    await page.keyboard.press('abca'[place]!)
    await look(page, `test ${place + 1}`)
    await page.keyboard.press('Enter')
  }
  await page.locator('.result').waitFor()
  for (const each of await page.locator('.review summary').all()) await each.click()
  await look(page, 'result')
  await page.locator('.actions-row button', { hasText: /./ }).nth(1).click()
  await page.locator('.standing .plain').click()
  await look(page, 'progress')
  expect(found).toEqual([])
  await context.close()
}

/**
 * Texts of the player that a person could not read: cut off, beside the window or below something that never
 * moves away.
 */
function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    const texts = document.createTreeWalker(document.querySelector('#player')!, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode
      const parent = node.parentElement!
      if (!node.nodeValue!.trim() || parent.closest('option, .review legend') || !parent.checkVisibility())
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right } = range.getBoundingClientRect()
      const scrolls = parent.closest('.calibration')
      if (!scrolls && (left < -1 || right > innerWidth + 1))
        found.push(`${node.nodeValue} is beside the window`)
      const { overflow } = getComputedStyle(parent)
      if (overflow === 'hidden' && parent.scrollWidth > parent.clientWidth + 1)
        found.push(`${node.nodeValue} is cut off`)
    }
    return found
  })
}

test.each([
  ['200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
])('at a zoom of %s every text can be read and every button be reached', async (_, options) => {
  const found: Record<string, string[]> = {}
  await walk(options, async (page, state) => {
    const list = await unreadable(page)
    for (const button of await page.locator('#player button:not(:disabled)').all()) {
      await button.scrollIntoViewIfNeeded()
      if (!(await button.isVisible())) list.push(`${await button.innerText()} cannot be reached`)
      const free = await button.evaluate((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        return each.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      })
      if (!free) list.push(`${await button.innerText()} lies below something`)
    }
    if (list.length > 0) found[state] = list
  })
  expect(found).toEqual({})
})

const line = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((each) => {
      const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth } = getComputedStyle(each)
      return { outline: `${outlineStyle} ${outlineWidth}`, border: `${borderTopStyle} ${borderTopWidth}` }
    })

test('in forced colours what is chosen, right and done still shows', async () => {
  const seen: Record<string, unknown> = {}
  const bars: Buffer[] = []
  await walk({ forcedColors: 'active', viewport: { width: 800, height: 900 } }, async (page, state) => {
    if (state.startsWith('test')) bars.push(await page.locator('.bar progress').screenshot())
    if (state === 'explained') {
      seen['key'] = (await line(page, '.option.key')).border
      seen['other'] = (await line(page, '.option:not(.key)')).border
      // A bar filled with the colour of its word.
      seen['status'] = await page
        .locator('#player .status')
        .first()
        .evaluate((each) => {
          const { backgroundColor, borderTopStyle, color } = getComputedStyle(each, '::before')
          return `${borderTopStyle}, ${backgroundColor === color ? 'filled' : 'empty'}`
        })
      seen['verdict'] = await page
        .locator('.option.key .verdict')
        .evaluate((each) => getComputedStyle(each, '::before').content)
    }
    if (state === 'test 1') {
      seen['chosen'] = (await line(page, '.option.chosen')).outline
      seen['here'] = (await line(page, '.places [aria-current]')).outline
    }
  })
  expect(seen).toMatchInlineSnapshot(`
    {
      "chosen": "solid 3px",
      "here": "solid 3px",
      "key": "solid 3px",
      "other": "solid 1px",
      "status": "solid, filled",
      "verdict": ""✓ " / """,
    }
  `)
  expect(bars).toHaveLength(4)
  expect(bars[3]!.equals(bars[0]!)).toBe(false)
})

test('who asks for more contrast gets seven to one for every text', async () => {
  const pale: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    await walk(
      { contrast: 'more', colorScheme, viewport: { width: 800, height: 900 } },
      async (page, state) => {
        const found = await violations(page, 'color-contrast-enhanced')
        pale.push(...found.map((each) => `${colorScheme}, ${state}: ${each}`))
      },
    )
  expect(pale).toEqual([])
})

test.each(['en', 'de', 'uk', 'ar'])(
  'on a phone the calibration is there in full, in %s',
  async (language) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    await page.goto(onDisk(await pageOf({ ...bank, language })))
    await page.locator('.certainty-choice input').check()
    await page.locator('.modes .primary').last().click()
    await page.locator('.session .option input').first().check()
    await page.locator('.certainty input').last().check()
    await page.locator('.places button').last().click()
    await page.locator('.session .actions .primary').click()
    await page.locator('dialog button').first().click()
    await page.locator('.calibration').waitFor()
    const cut = await page.locator('.calibration, .calibration *').evaluateAll((all) =>
      all
        .filter((each) => each.closest('thead') === null)
        .filter(
          (each) =>
            each.scrollWidth > each.clientWidth + (each.clientWidth === 0 ? 320 : 0) ||
            each.getBoundingClientRect().right > innerWidth ||
            each.getBoundingClientRect().left < 0,
        )
        .map((each) => each.outerHTML.slice(0, 80)),
    )
    expect(cut).toEqual([])
    // It is still read as a table, each figure under its column.
    const row = page.getByRole('row').last()
    expect(await row.getByRole('cell').count()).toBe(4)
    const named = await row
      .getByRole('cell')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content))
    const columns = await page.locator('.calibration thead th').allInnerTexts()
    expect(named).toEqual(columns.slice(1).map((column) => `"${column}"`))
    await page.close()
  },
)

test('an interface that runs from right to left is mirrored', async () => {
  const html = await quizPage(
    {
      ...bank,
      language: 'ar',
      questions: bank.questions.slice(0, 4).map((question) => ({
        ...question,
        facts: question.facts.map((fact) => ({ ...fact, statement: `المدّ: ${fact.statement}` })),
      })),
    },
    openTemplates(`${packageRoot}templates`),
    await openQuizPlayer({ packageRoot, cacheFolder }),
  )
  const found: Record<string, string[]> = {}
  await walk(
    { viewport: { width: 360, height: 740 } },
    async (page, state) => {
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      const list = await unreadable(page)
      if (list.length > 0) found[state] = list
      const middle = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((each) => {
            const { left, right } = each.getBoundingClientRect()
            return (left + right) / 2
          })
      if (state === 'question') {
        expect(await middle('.bar .plain')).toBeGreaterThan(await middle('.bar .count'))
        expect(await middle('.option .letter')).toBeGreaterThan(await middle('.option .text'))
      }
      if (state === 'test 1') {
        // Onward is to the left.
        await page.keyboard.press('ArrowLeft')
        expect(await page.locator('.places [aria-current]').innerText()).toBe('2')
        await page.keyboard.press('ArrowRight')
        expect(await page.locator('.places [aria-current]').innerText()).toBe('1')
      }
      if (state === 'explained') {
        // Reasons begin below the text of their option, not below its letter.
        const [start, end] = await page
          .locator('.option .because')
          .first()
          .evaluate((each: HTMLElement) => {
            each.dir = 'rtl'
            const { paddingRight, paddingLeft } = getComputedStyle(each)
            return [paddingRight, paddingLeft].map(Number.parseFloat)
          })
        expect(start).toBeGreaterThan(2 * end!)
      }
      if (state === 'explained')
        expect(
          await page
            .locator('.fact')
            .first()
            .evaluate((each) => getComputedStyle(each).borderRightWidth),
        ).toBe('3px')
    },
    onDisk(html),
  )
  expect(found).toEqual({})
})
