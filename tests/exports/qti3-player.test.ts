// QTI 3.0 items answered in a player that is not ours, by what it shows: right, then wrong, its scores and
// the feedback that it shows compared with the question.

import { existsSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asOneChoice, type Description } from '../../contract/question-description.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { exportedQuestions } from '../../scripts/outputs/exports/exported-question.ts'
import { qti3 } from '../../scripts/outputs/exports/qti.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { comparable } from '../trust/corpus.ts'
import { everyForm, hostileUnit, ourUnit } from './contents.ts'
import { reader } from './reader-beside.ts'

vi.mock(import('../../question-types/types.ts'), async (original) =>
  (await import('./described-types.ts')).withDescribed(await original()),
)

/** What a learner enters: choices by their texts, words by field, things in order, pairs. */
interface Answer {
  choices?: string[]
  fields?: string[]
  order?: string[]
  pairs?: [string, string][]
}

interface Tried {
  answer: Answer
  score: number
  /** What has to be shown, and what must not. */
  shows?: string[]
  hides?: string[]
}

/** A right answer and one that is not, with their scores. */
function answersTo(described: Description): Tried[] {
  switch (described.form) {
    case 'verdict':
      return answersTo(asOneChoice(described))
    case 'choice': {
      const right = described.choices.filter((choice) => choice.right)
      const wrong = described.many
        ? right.slice(1)
        : described.choices.filter((choice) => !choice.right).slice(0, 1)
      return [right, wrong].map((chosen, n) => ({
        answer: { choices: chosen.map(({ text }) => text) },
        score: n === 0 ? 1 : 0,
        shows: chosen.map(({ feedback }) => feedback),
        hides: described.choices
          .filter((choice) => !chosen.some(({ feedback }) => feedback.includes(choice.feedback)))
          .map(({ feedback }) => feedback),
      }))
    }
    case 'number':
      return [
        { answer: { fields: [`${described.low}`] }, score: 1 },
        { answer: { fields: [`${described.value}`] }, score: 1 },
        { answer: { fields: [`${described.high * 2 + 1}`] }, score: 0 },
      ]
    case 'order': {
      const texts = described.items.map(({ text }) => text)
      return [
        { answer: { order: texts }, score: 1 },
        { answer: { order: texts.toReversed() }, score: 0 },
      ]
    }
    case 'match': {
      const pairs = described.pairs.map(({ left, right }): [string, string] => [left, right])
      const turned = pairs.map(([left], n): [string, string] => [left, pairs.at(n - 1)![1]])
      return [
        { answer: { pairs }, score: 1 },
        { answer: { pairs: turned }, score: 0 },
      ]
    }
    case 'text':
      return [
        { answer: { fields: [described.accepted.at(-1)!] }, score: 1 },
        { answer: { fields: ['something else'] }, score: 0 },
      ]
    case 'cloze': {
      const gaps = described.text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.accepted]))
      return [
        { answer: { fields: gaps.map((accepted) => accepted.at(-1)!) }, score: 1 },
        {
          answer: { fields: gaps.map((accepted, n) => (n === 0 ? accepted[0]! : 'something else')) },
          score: 1 / gaps.length,
        },
      ]
    }
  }
}

const player = reader('qti3-item-player/dist/qti3Player.umd.min.js')
const vue = reader('vue/dist/vue.min.js')

let browser: Browser
let page: Page

beforeAll(async () => {
  if (!existsSync(player)) return
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent('<!doctype html><div id="app"></div>')
  // It tells every step of its own.
  await page.evaluate(() => void Object.assign(console, { log() {} }))
  await page.addScriptTag({ path: vue })
  await page.addScriptTag({ path: player })
  await page.addStyleTag({ path: reader('qti3-item-player/dist/qti3Player.css') })
  await page.evaluate(() => {
    const scope = globalThis as never as Record<string, any>
    const told: Record<string, (value: unknown) => void> = {}
    const events = {
      notifyQti3PlayerReady: (ready: unknown) => (scope['player'] = ready),
      notifyQti3ItemReady: () => told['item']?.(undefined),
      notifyQti3SuspendAttemptCompleted: (data: unknown) => told['kept']?.(data),
      notifyQti3EndAttemptCompleted: (data: unknown) => told['ended']?.(data),
    }
    new scope['Vue']({
      render: (h: any) => h(scope['qti3Player'], { props: { suppressAlertMessages: true }, on: events }),
    }).$mount('#app')
    const after = (name: string, act: () => void): Promise<any> =>
      new Promise((resolve) => {
        told[name] = resolve
        act()
      })
    let opened = 0
    const open = (xml: string, state?: object): Promise<void> =>
      after('item', () =>
        // The same text twice would be the same item, and no new one would be drawn.
        scope['player'].loadItemFromXml(`${xml}<!-- ${++opened} -->`, {
          guid: 'item',
          status: 'interacting',
          sessionControl: { max_attempts: 0, show_feedback: true, validate_responses: false },
          ...(state ? { state } : {}),
        }),
      )
    const body = '.qti-item-body'
    const every = (selector: string): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>(`${body} ${selector}`),
    ]
    const feedback = '.qti-feedback-inline'
    /** The thing to choose or to move that shows this text, its feedback apart. */
    const named = (text: string): HTMLElement => {
      const shown = every('[data-identifier]').map((each): [string, HTMLElement] => {
        const copy = (each.querySelector('.qti-choice-description') ?? each).cloneNode(true) as HTMLElement
        for (const apart of copy.querySelectorAll(feedback)) apart.remove()
        return [copy.textContent!.trim(), each]
      })
      const found = shown.find(([own]) => own === text.trim())
      if (!found) throw new Error(`no ${text}: ${shown.map(([own]) => own).join(' | ')}`)
      return found[1]
    }
    /** Answers an item and says what the player makes of it. */
    scope['answer'] = async (xml: string, { choices, fields, order, pairs }: Answer, anew: boolean) => {
      if (anew || order || pairs) await open(xml)
      if (order || pairs) {
        // Dragging is the player's own affair: it draws an answer that it has kept, and marks it.
        const { state } = await after('kept', () => scope['player'].suspendAttempt('x'))
        const identifier = (text: string): string => named(text).dataset['identifier']!
        const response = state.responseVariables.find((each: any) => each.identifier === 'RESPONSE')
        response.value = order ? order.map(identifier) : pairs!.map((pair) => pair.map(identifier).join(' '))
        if (order) response.state = { order: response.value }
        await open(xml, { ...state, contextVariables: [] })
      }
      const marked = every('[aria-checked=true]')
      for (const each of marked) if (!choices?.some((text) => named(text) === each)) each.click()
      for (const text of choices ?? []) {
        const each = named(text)
        if (each.getAttribute('aria-checked') !== 'true') each.click()
      }
      every('input').forEach((field, n) => {
        ;(field as HTMLInputElement).value = fields?.[n] ?? ''
        for (const kind of ['input', 'keyup', 'change', 'blur'])
          field.dispatchEvent(new Event(kind, { bubbles: true }))
      })
      const { state } = await after('ended', () => scope['player'].endAttempt('x'))
      await new Promise((resolve) => setTimeout(resolve))
      const modal = document.querySelector('.qti-modal-feedback')
      return {
        score: state.outcomeVariables.find((each: any) => each.identifier === 'SCORE').value,
        prompt: document.querySelector(body)!.textContent,
        shown: every(feedback)
          .filter((each) => !each.classList.contains('hidden'))
          .map((each) => each.textContent!.trim()),
        behind: modal?.textContent ?? '',
      }
    }
  })
})
afterAll(() => browser?.close())

/** What differs from the question, over all questions of a content. */
async function differences(content: Content): Promise<string[]> {
  const [file] = await madeBy([qti3], content, openDryRender())
  const files = unzipSync(file!.data as Uint8Array)
  const found: string[] = []
  for (const { uid, described, facts } of content.banks.flatMap(exportedQuestions)) {
    const xml = strFromU8(files[`items/${uid}.xml`]!)
    for (const [n, { answer, score, shows = [], hides = [] }] of answersTo(described).entries()) {
      const given = await page.evaluate(
        ([item, entered, anew]) =>
          (globalThis as never as { answer: (...all: unknown[]) => Promise<any> }).answer(
            item,
            entered,
            anew,
          ) as Promise<{ score: number; prompt: string; shown: string[]; behind: string }>,
        [xml, answer, n === 0] as const,
      )
      const expectIn = (text: string, where: string): void => {
        if (!comparable(where).includes(comparable(text).trim())) found.push(`${uid}: not shown: ${text}`)
      }
      if (Math.abs(given.score - score) > 1e-6)
        found.push(`${uid}: ${JSON.stringify(answer)} scores ${given.score}, expected ${score}`)
      expectIn(described.prompt, given.prompt)
      for (const text of shows) expectIn(text, given.shown.join('\n'))
      for (const text of hides)
        if (comparable(given.shown.join('\n')).includes(comparable(text).trim()))
          found.push(`${uid}: shown too early: ${text}`)
      for (const { statement, status, source } of facts)
        for (const text of [statement, status, source]) expectIn(text, given.behind)
    }
  }
  return found
}

test.skipIf(!existsSync(player)).each([
  ['every form', everyForm],
  ['our unit', ourUnit],
  ['hostile texts', hostileUnit],
] as const)('a player scores right and wrong answers to %s as we do', async (_, load) => {
  const content = await load()
  expect(await differences(content)).toEqual([])
})
