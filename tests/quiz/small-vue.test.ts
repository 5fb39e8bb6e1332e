// The player draws with a small runtime of its own. Whatever is clicked, the page must be the one that Vue's runtime draws.

import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quizPage } from '../../scripts/outputs/quizzes.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openQuizPlayer } from '../../scripts/render/quiz-player.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { bank } from './bank.ts'
import { offences } from './offences.ts'
import { cacheFolder, onDisk, packageRoot } from './page.ts'

let browser: Browser
let addresses: string[]

beforeAll(async () => {
  const templates = openTemplates(`${packageRoot}templates`)
  const short = { ...bank, questions: bank.questions.slice(0, 4) }
  const written = async (wholeVue: boolean) =>
    onDisk(quizPage(short, templates, await openQuizPlayer({ packageRoot, cacheFolder, wholeVue })))
  addresses = [await written(false), await written(true)]
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Everything the page shows and every state that a person could change, as text. */
function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const states = [
      ...document.querySelectorAll('#player :is(input, select, button, details, progress)'),
    ].map((each) => {
      const { value, checked, disabled, open } = each as HTMLInputElement & HTMLDetailsElement
      return JSON.stringify({ value, checked, disabled, open, focused: each === document.activeElement })
    })
    return [document.querySelector('#player')!.innerHTML.replaceAll(/(?=<[a-z])/g, '\n'), ...states].join(
      '\n',
    )
  })
}

/** Uses one of the controls on the page; files and the clipboard are left alone. */
function use(page: Page, pick: number): Promise<string> {
  return page.evaluate((number) => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        '#player :is(button, input:not([type=file]), select, summary):not(:disabled)',
      ),
    ].filter((each) => !/Copy|CSV|as a file/.test(each.innerText))
    const control = controls[number % controls.length]!
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length
      control.dispatchEvent(new Event('change'))
    } else if (control.matches('[type=number], [type=date]')) {
      ;(control as HTMLInputElement).value = control.matches('[type=date]') ? '2031-05-06' : '7'
      control.dispatchEvent(new Event('change'))
    } else control.click()
    return control.innerText || control.outerHTML.slice(0, 60)
  }, pick)
}

const picks = fc.sample(fc.nat(10_000), { numRuns: 300, seed: 20 })

test('the small runtime draws what Vue draws', async () => {
  const pages = await Promise.all(
    addresses.map(async (address) => {
      const page = await browser.newPage({ reducedMotion: 'reduce' })
      await page.clock.install({ time: new Date('2030-04-05T10:00:00') })
      await page.clock.pauseAt(new Date('2030-04-05T10:00:10'))
      // Both deal the same order where no seed asks for one.
      await page.addInitScript(() => {
        let calls = 0
        Math.random = () => (++calls * 0.618) % 1
      })
      const found = offences(page)
      await page.goto(`${address}#seed=tide`)
      return { page, found }
    }),
  )
  const seen = new Set<string>()
  const done: string[] = []
  for (const pick of picks) {
    const [small, whole] = await Promise.all(pages.map(({ page }) => shown(page)))
    expect(small, done.join(' > ')).toBe(whole)
    seen.add(await pages[0]!.page.evaluate(() => document.querySelector('#player > div > div')!.className))
    const [used] = await Promise.all(pages.map(({ page }) => use(page, pick)))
    done.push(used!)
  }
  expect([...seen].toSorted()).toEqual(['overview', 'result', 'session', 'start'])
  expect(pages.flatMap(({ found }) => found)).toEqual([])
  await Promise.all(pages.map(({ page }) => page.close()))
})
