import type { Page } from 'playwright-core'

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
