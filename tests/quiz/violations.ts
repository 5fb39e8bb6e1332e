import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page, by all of its usual rules or by the one named. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  // Through the debugger's door: the page's policy lets no other script in. It takes as long as looking.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const rules = only === undefined ? {} : { runOnly: { type: 'rule', values: [only] } }
    return (await checker.run({ resultTypes: ['violations'], ...rules })).violations.flatMap(
      ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`),
    )
  }, rule)
}
