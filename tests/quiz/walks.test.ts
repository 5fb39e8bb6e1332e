// Some walks of every run; FACTDECK_WALKS=10000 asks for more (about a second each).

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { findFirefox, openFirefox } from '../studio/firefox.ts'
import { bank } from './bank.ts'
import { pageOf } from './page.ts'
import { walk } from './walks.ts'

let browser: Browser
let server: Server
let address: string

beforeAll(async () => {
  const html = await pageOf(bank)
  server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/quiz.html`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const walks = Number(process.env['FACTDECK_WALKS'] ?? 8)
const from = Number(process.env['FACTDECK_WALKS_FROM'] ?? 1)

test(
  `in ${walks} random walks no page is blank, nothing fails, and progress holds`,
  { timeout: 7_200_000 },
  async () => {
    const faults: string[] = []
    for (let seed = from; seed < from + walks; seed++) faults.push(...(await walk(browser, address, seed)))
    expect(faults).toEqual([])
  },
)

const firefox = findFirefox()

test.skipIf(firefox === undefined)(
  `in Firefox${firefox === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''} practice explains and goes on after a reload`,
  async () => {
    const page = await openFirefox(firefox!)
    try {
      const press = (what: string) => page.evaluate(`void document.querySelector('${what}').click()`)
      await page.goto(address)
      await press('.mode .primary')
      await page.until(`document.activeElement?.matches('.session legend')`)
      await press('.session .option input')
      await page.until(`document.querySelector('.actions .primary').ariaDisabled !== 'true'`)
      await press('.actions .primary')
      await page.until(`document.querySelector('.session .outcome')`)
      expect(await page.evaluate(`document.querySelectorAll('#player .because').length`)).toBe(3)
      await page.goto(address)
      await page.until(`document.querySelector('.session h1')?.textContent === 'Question 2 of 20'`)
      expect(page.faults).toEqual([])
    } finally {
      await page.close()
    }
  },
)
