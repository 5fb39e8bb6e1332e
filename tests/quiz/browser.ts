// A browser for the tests of quiz pages.

import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

export async function launch(): Promise<Browser> {
  const own = installed.find((path) => existsSync(path))
  const executablePath = own ?? (await (await import('@sparticuz/chromium')).default.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** Everything that a page must not do: requests beyond itself, errors, refusals of its policy. */
export function offences(page: Page): string[] {
  const found: string[] = []
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('blob:'))
      found.push(`request ${request.url().slice(0, 80)}`)
  })
  page.on('pageerror', (error) => found.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text())
  })
  return found
}
