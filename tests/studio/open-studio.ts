import { expect } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { main } from '../../scripts/commands/main.ts'
import { listeningIo } from '../commands/call.ts'

/** A studio at work on `unit/` and `articles/` below a folder. */
export async function openStudio(folder: string, env: Record<string, string> = {}) {
  const { io, said, stop } = listeningIo(folder, { env: { ...process.env, ...env } })
  const argv = ['studio', '--content', 'unit', '--articles', 'articles', '--port', '0']
  const ended = main(argv, io)
  await expect.poll(() => said.out[0] ?? said.err[0], { timeout: 120_000 }).toBeDefined()
  const address = /http:\S+/.exec(said.out[0] ?? '')?.[0]
  if (address === undefined) throw new Error(said.err.join('\n'))
  return {
    address,
    said,
    async ask(path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(
        new URL(path, address),
        body === undefined
          ? { headers }
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json', origin: new URL(address).origin, ...headers },
              body: JSON.stringify(body),
            },
      )
      const text = await response.text()
      return {
        status: response.status,
        value: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as never,
      }
    },
    async close() {
      stop()
      return ended
    },
  }
}

/** Its page, and all that the page complained of or asked for elsewhere. */
export async function openPage(
  browser: Browser,
  address: string,
  viewport = { width: 1280, height: 720 },
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport })
  const faults: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
  page.on('pageerror', (thrown) => void faults.push(thrown.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(?:data|blob|about):/.test(url)) faults.push(`asked for ${url}`)
  })
  await page.goto(address)
  await page.locator('main > section').first().waitFor()
  return { page, faults }
}
