import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page, by all of its usual rules or by the one named. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  // Through the debugger's door: the page's policy lets no other script in.
  await page.evaluate(axe)
  return page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const options = only === undefined ? {} : { runOnly: { type: 'rule', values: [only] } }
    return (await checker.run(options)).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`),
    )
  }, rule)
}
