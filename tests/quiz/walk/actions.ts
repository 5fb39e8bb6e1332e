// What a learner may do to a page of the player, one thing at a time.

import type { Device, Tab } from './device.ts'
import type { Dice } from './dice.ts'
import type { Model, Press } from './walk.ts'

export interface Moment {
  device: Device
  tab: Tab
  dice: Dice
  model: Model
  press: Press
}

type Action = (moment: Moment) => string | Promise<string>

const minute = 60_000
const day = 1440 * minute

/** Each with how often it happens beside the others. */
const actions: readonly (readonly [weight: number, action: Action])[] = [
  [20, pressButton],
  [8, fillField],
  [5, pressKey],
  [2, reload],
  [2, setClock],
  [2, letTimePass],
  [1, openTab],
  [1, goElsewhere],
  [1, fallAsleep],
  [1, breakTexts],
  [1, changeStorage],
  [1, changeAddress],
  [1, importFile],
]
const weights = actions.reduce((sum, [weight]) => sum + weight, 0)

/** Does one thing and says what. */
export function act(moment: Moment): string | Promise<string> {
  let left = moment.dice(weights)
  for (const [weight, action] of actions) if ((left -= weight) < 0) return action(moment)
  throw new Error('no action left')
}

/** Presses one of the buttons, options or boxes that are in reach. */
function pressButton({ tab, dice, model }: Moment): string {
  const { document } = tab.window
  const within = document.querySelector('dialog[open]') ?? document.querySelector('#player')!
  const all = [
    ...within.querySelectorAll<HTMLElement>('button, summary, input[type=radio], input[type=checkbox]'),
  ].filter((each) => isReachable(each) && !(each as HTMLButtonElement).disabled)
  // What leads on is pressed more often, or walks would not get far.
  const on = all.filter((each) => each.matches('.primary'))
  const chosen = dice.of(on.length > 0 && dice(3) === 0 ? on : all)
  const text = (chosen.textContent || chosen.closest('label')?.textContent || '').trim().slice(0, 24)
  const asked = document.querySelector('dialog[open] p')?.textContent?.slice(0, 8)
  chosen.focus()
  chosen.click()
  if (text === 'Reset progress' && asked) {
    model.met.clear()
    for (const id of idsOf(tab)) model.recorded.delete(id)
  }
  model.pressed = text
  return text
}

/** Writes into a field, or chooses from a list. */
function fillField(moment: Moment): string | Promise<string> {
  const { tab, dice } = moment
  const fields = [
    ...tab.window.document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      '#player :is(select, input:not([type=radio], [type=checkbox], [type=file]))',
    ),
  ].filter(isReachable)
  if (fields.length === 0) return pressButton(moment)
  const field = dice.of(fields)
  const texts = {
    date: [
      '',
      '2026-12-31',
      '2999-12-31',
      '1999-01-01',
      '20275-01-01',
      new Date().toISOString().slice(0, 10),
    ],
    number: ['', '0', '-1', '1', '241', '1e9', 'x'],
  }
  const words = [
    '',
    ' ',
    '40',
    '40 million',
    '1,5',
    '1.000.000,00',
    'Ida Lind',
    '<b>',
    '\u0661\u0662',
    'x'.repeat(400),
  ]
  const text =
    'options' in field
      ? dice.of([...field.options].map(({ value }) => value))
      : dice.of(texts[field.type as keyof typeof texts] ?? words)
  field.focus()
  field.value = text
  field.dispatchEvent(new tab.window.Event('input', { bubbles: true }))
  field.dispatchEvent(new tab.window.Event('change', { bubbles: true }))
  return `${field.type} "${text.slice(0, 12)}"`
}

/** Whether no closed section or dialog hides it. */
function isReachable(each: Element): boolean {
  if (each.closest('dialog:not([open])')) return false
  const closed = each.closest('details:not([open])')
  return (
    !closed ||
    (each.tagName === 'SUMMARY' &&
      each.parentElement === closed &&
      !closed.parentElement!.closest('details:not([open])'))
  )
}

async function pressKey({ dice, press }: Moment): Promise<string> {
  const key = dice.of([
    'Enter',
    'Escape',
    'ArrowRight',
    'ArrowLeft',
    'ArrowDown',
    'ArrowUp',
    'a',
    '2',
    'Tab',
    'Space',
  ])
  await press(key)
  return key
}

function reload({ tab, device, model }: Moment): string {
  const { document } = tab.window
  const session = document.querySelector('.session')
  // Unfinished in one of several tabs or a broken storage it may be gone.
  if (session && !model.unsure && device.tabs.length === 1 && !document.querySelector('dialog'))
    model.expected = document.querySelector('.places') ? 'kept' : 'session'
  device.reload(tab)
  return 'reload'
}

/** Right again, or wrong by days, years, or as after an empty battery. */
function setClock({ device, dice }: Moment): string {
  const shift = dice.of([0, -day, day, 40 * day, -400 * day, 4000 * day, -Date.now() + 3 * day])
  device.setClock(shift)
  return `clock ${Math.round(shift / day)} days`
}

function letTimePass({ device, dice }: Moment): string {
  const minutes = dice.of([1, 1, 25, 300, 1440, 14_400])
  device.pass(minutes * minute)
  return `${minutes} minutes later`
}

function openTab(moment: Moment): string | Promise<string> {
  const { device, dice } = moment
  if (device.tabs.length === 3) return pressButton(moment)
  const html = dice.of(device.pages)
  device.open(html)
  return `tab of page ${device.pages.indexOf(html)}`
}

/** Another page of the unit in this tab, as by a link. */
function goElsewhere(moment: Moment): string | Promise<string> {
  const { tab, device, dice } = moment
  if (device.pages.length === 1) return pressButton(moment)
  const html = dice.of(device.pages)
  device.reload(tab, html)
  return `to page ${device.pages.indexOf(html)}`
}

/** The page goes into the history of its tab as it is; the walk goes on in another one. */
function fallAsleep({ tab, device, dice }: Moment): string {
  tab.asleep = true
  if (device.tabs.every(({ asleep }) => asleep)) device.open(dice.of(device.pages))
  return 'asleep'
}

/** The questions that the page of a tab asks. */
export function idsOf({ window: { document } }: Tab): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-question]')].map(
    ({ dataset }) => dataset['question']!,
  )
}

/** What somebody else wrote into the storage, or half of what we did. */
function breakTexts({ device, dice, model }: Moment): string {
  const wrong = dice.of([
    '',
    '{',
    '[]',
    'null',
    '{"format":"factdeck-quiz-progress","version":9}',
    'cut',
    'figures',
    'swap',
  ])
  for (const { text, set } of device.texts()) {
    const at = dice(text.length + 1)
    set(
      wrong === 'cut'
        ? text.slice(0, at)
        : wrong === 'figures'
          ? text.replaceAll(/\d/g, () => String(dice(10)))
          : wrong === 'swap'
            ? text.replace(/"(\w+)":(\d+|true|false|"[^"]*"|null)/g, (all, key: string) =>
                dice(6) === 0
                  ? `"${key}":${dice.of(['null', '-1', '1e99', '"x"', '[]', '{}', 'true'])}`
                  : all,
              )
            : wrong,
    )
  }
  model.unsure = true
  return `storage with ${wrong || 'nothing'}`
}

function changeStorage({ device, dice, model }: Moment): string {
  device.storage = dice.of(['full', 'forbidden', 'fine'] as const)
  model.unsure = true
  return `storage ${device.storage}`
}

function changeAddress({ tab, dice }: Moment): string {
  const hash = dice.of(['', '#seed=tide42', '#seed=', '#seed=x%00', '#facts'])
  tab.window.location.hash = hash
  return `address ${hash}`
}

function importFile(moment: Moment): string | Promise<string> {
  const { tab, device, dice, model } = moment
  const field = tab.window.document.querySelector<HTMLInputElement>('#player input[type=file]')
  if (!field) return pressButton(moment)
  const texts = ['', '{}', '[1]', 'x', ...[...device.texts()].map(({ text }) => text)]
  const files = new tab.window.DataTransfer()
  files.items.add(new tab.window.File([dice.of(texts)], 'progress.json'))
  field.files = files.files
  field.dispatchEvent(new tab.window.Event('change'))
  model.unsure = true
  return 'import'
}
