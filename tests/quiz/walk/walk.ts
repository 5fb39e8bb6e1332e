// Random walks through a page of the player, run within a browser: whatever a learner presses and writes,
// whatever the clock says, whichever tab he is in and whatever the storage does, there is a page, and what it
// says of progress holds.

import { act, idsOf } from './actions.ts'
import { diceOf } from './dice.ts'
import { Device, type Tab } from './device.ts'

/** The small model: what must hold of progress. */
export interface Model {
  /** Stems of the questions of which a page said that they were answered, since the last reset. */
  met: Set<string>
  /** Ids of those that a page took an answer to and no reset has forgotten. */
  recorded: Set<string>
  /** Whether a broken storage, a file or a fault of the device may make progress more or less than that. */
  unsure: boolean
  /** What the next page of this tab must show, where that is known. */
  expected?: 'session' | 'kept'
  /** What was pressed just now; the focus must be somewhere then. */
  pressed?: string
}

/** What the walk asks of who runs it: a key pressed as a hand does it. */
export type Press = (key: string) => Promise<void>

/** What went wrong in the walk of this seed, from the first of `pages` on; undefined where nothing did. */
export async function walk(
  pages: readonly string[],
  seed: number,
  steps: number,
  press: Press,
): Promise<string | undefined> {
  const dice = diceOf(seed)
  const random = diceOf(seed + 1_000_000)
  const model: Model = { met: new Set(), recorded: new Set(), unsure: false }
  const device = new Device(
    pages,
    () => random(2 ** 30) / 2 ** 30,
    (id) => model.recorded.add(id),
  )
  const done: string[] = []
  const faults: string[] = []
  try {
    await device.begin()
    device.open(pages[0]!)
    for (let step = 0; step < steps && faults.length === 0; step++) {
      const tab = dice.of(device.tabs)
      if (tab.asleep) device.wake(tab)
      tab.window.focus()
      done.push(await act({ device, tab, dice, model, press }))
      const everywhere = dice(4) > 0
      await device.settle(everywhere)
      note(tab, model)
      faults.push(...(await broken(device, tab, model, everywhere)))
    }
    faults.push(...device.tabs.filter(isBlank).map(() => 'blank page'))
  } catch (thrown) {
    faults.push(`thrown: ${(thrown as Error).stack?.split('\n').slice(0, 3).join(' ')}`)
  } finally {
    device.close()
  }
  return faults.length === 0 ? undefined : `seed ${seed}: ${done.join(', ')}: ${faults.join('; ')}`
}

/** Takes what the page says was answered into the model. */
function note({ window: { document } }: Tab, model: Model): void {
  const stem = document.querySelector('.session .outcome') && document.querySelector('.session legend')
  if (stem) model.met.add(stem.textContent!)
  for (const each of document.querySelectorAll('.result details'))
    if (each.querySelector('.mark')!.textContent !== 'Left open.')
      model.met.add(each.querySelector('legend')!.textContent!)
}

/** What does not hold after a step. */
async function broken(device: Device, tab: Tab, model: Model, everywhere: boolean): Promise<string[]> {
  const found: string[] = []
  for (const each of device.tabs) {
    const { document } = each.window
    const player = document.querySelector('#player')
    found.push(...each.errors)
    if (!player?.textContent?.trim()) found.push('blank page')
    else if (document.querySelector<HTMLElement>('#fault')?.hidden !== true) found.push('the player failed')
    else if (!document.documentElement.classList.contains('plays')) found.push('the player did not start')
    const headings = player?.querySelectorAll('h1').length ?? 0
    if (headings !== 1) found.push(`${headings} headings`)
    const known = /^(\d+) of (\d+)/.exec(
      document.querySelector('.standing p, .overview .lead')?.textContent?.trim() ?? '',
    )
    if (known && Number(known[1]) > Number(known[2])) found.push(`${known[0]} known`)
    const taken = idsOf(each).filter((id) => model.recorded.has(id)).length
    if (known && !model.unsure && everywhere && !each.asleep && Number(known[1]) > taken)
      found.push(`${known[1]} known, ${taken} answered`)
  }
  const { document } = tab.window
  if (!model.unsure && everywhere && storedQuestions() < model.met.size)
    found.push(`${storedQuestions()} kept, ${model.met.size} met`)
  if (model.expected === 'session' && !document.querySelector('.session')) found.push('the session is lost')
  if (model.expected === 'kept' && !document.querySelector('.kept, .result')) found.push('the test is lost')
  // Among frames the one that gives its heading the focus takes it from the others, as no tab does.
  const alone = device.tabs.length === 1
  if (model.pressed !== undefined && everywhere && alone && document.activeElement === document.body)
    found.push(`after "${model.pressed}" the focus is nowhere`)
  delete model.expected
  delete model.pressed
  return found
}

/** How many questions the storage knows an answer of. */
function storedQuestions(): number {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith('factdeck-quiz/') && !/\/(test|before)$/.test(key))
    .map((key) => JSON.parse(localStorage.getItem(key)!) as { questions: object })
    .reduce((sum, { questions }) => sum + Object.keys(questions).length, 0)
}

/** Whether nothing is drawn, whatever the document says. */
function isBlank({ window: { document } }: Tab): boolean {
  return document.querySelector('#player h1')?.getClientRects().length === 0
}
