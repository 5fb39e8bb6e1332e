// Random walks through a quiz page: whatever a learner presses, whatever the clock says, whichever tab he is in
// and whatever the storage does, there is a page, and what it says of progress holds.

import type { Browser, BrowserContext, Page } from 'playwright-core'

/** The same walk for the same seed: a linear congruential generator (Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** The small model: how many different questions were met and not forgotten by a reset. */
interface Model {
  met: Set<string>
  /** Whether another tab or a broken storage may know of more or less. */
  unsure: boolean
}

/** What went wrong in the walk of this seed; empty where nothing did. */
export async function walk(browser: Browser, address: string, seed: number, steps = 14): Promise<string[]> {
  const throwDice = dice(seed)
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce' })
  context.setDefaultTimeout(5000)
  const faults: string[] = []
  const done: string[] = []
  const model: Model = { met: new Set(), unsure: false }
  const open = async (): Promise<Page> => {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    await page.goto(address)
    return page
  }
  const pages = [await open()]
  try {
    for (let step = 0; step < steps && faults.length === 0; step++) {
      const page = pages[throwDice(pages.length)]!
      done.push(await act(page, throwDice, model, pages, open))
      faults.push(...(await broken(page, model)))
    }
  } catch (thrown) {
    faults.push(`thrown: ${(thrown as Error).message.split('\n')[0]}`)
  } finally {
    await context.close()
  }
  return faults.length === 0 ? [] : [`seed ${seed}: ${done.join(', ')}: ${faults.join('; ')}`]
}

/** Does one thing and says what. */
async function act(
  page: Page,
  throwDice: (sides: number) => number,
  model: Model,
  pages: Page[],
  open: () => Promise<Page>,
): Promise<string> {
  const what = throwDice(20)
  if (what === 0 && pages.length < 3) {
    pages.push(await open())
    model.unsure = true
    return 'tab'
  }
  if (what === 1) {
    await page.reload()
    return 'reload'
  }
  if (what === 2) {
    const days = [-400, -1, 1, 40][throwDice(4)]!
    await page.clock.setFixedTime(Date.now() + days * 86_400_000)
    return `clock ${days}`
  }
  if (what === 3) {
    // Storage that is full, or that holds what somebody else wrote.
    const wrong = ['', '{', '[]', '{"format":"factdeck-quiz-progress","version":9}'][throwDice(4)]!
    await page.evaluate((text) => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, text)
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text)
    }, wrong)
    model.unsure = true
    return 'broken storage'
  }
  if (what < 7) {
    const keys = ['Enter', 'Escape', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'a', '2', 'Tab', 'Space']
    const key = keys[throwDice(keys.length)]!
    await page.keyboard.press(key)
    await noteAnswer(page, model)
    return key
  }
  return press(page, throwDice, model)
}

/** Presses one of the buttons or ticks one of the fields that are there. */
async function press(page: Page, throwDice: (sides: number) => number, model: Model): Promise<string> {
  const said = await page.evaluate((n) => {
    const within = document.querySelector('dialog[open]') ?? document.querySelector('#player')
    const all = [
      ...(within?.querySelectorAll<HTMLElement>('button, input[type=radio], input[type=checkbox], summary') ??
        []),
    ].filter((each) => each.checkVisibility() && !(each as HTMLButtonElement).disabled)
    const chosen = all[n % all.length]
    const text = chosen?.textContent?.trim() || chosen?.getAttribute('type') || ''
    // A file that is to be saved is no part of the walk.
    if (!chosen || /file|table|link|copy/i.test(text)) return 'nothing'
    chosen.click()
    return text
  }, throwDice(997))
  if (said === 'Reset progress') model.unsure = true
  await noteAnswer(page, model)
  return said
}

/** Notes the question whose verdict is on screen. */
async function noteAnswer(page: Page, model: Model): Promise<void> {
  const stem = await page.evaluate(() =>
    document.querySelector('.session .outcome')
      ? document.querySelector('.session legend')?.textContent
      : null,
  )
  if (stem) model.met.add(stem)
  // A finished test records all that was answered in it.
  if (await page.evaluate(() => document.querySelector('.result') !== null)) model.unsure = true
}

/** What must hold after every step. */
async function broken(page: Page, model: Model): Promise<string[]> {
  const { text, fault, heading, blank, known } = await page.evaluate(() => {
    const player = document.querySelector('#player')!
    return {
      text: player.textContent?.trim().slice(0, 40) ?? '',
      fault: document.querySelector<HTMLElement>('#fault')?.hidden === false,
      heading: document.querySelectorAll('#player h1').length,
      blank: document.body.innerText.trim() === '',
      known: /^(\d+) of/.exec(document.querySelector('.standing p')?.textContent?.trim() ?? '')?.[1],
    }
  })
  return [
    ...(blank || text === '' ? ['blank page'] : []),
    ...(fault ? ['the player failed'] : []),
    ...(heading === 1 ? [] : [`${heading} headings`]),
    ...(!model.unsure && known !== undefined && Number(known) > model.met.size
      ? [`${known} known, ${model.met.size} met`]
      : []),
  ]
}
