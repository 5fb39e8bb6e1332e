// The pictures of docs/studio.md, from the unit of the authoring guide: `npx tsx
// tests/pictures/make-studio-pictures.ts`.

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../scripts/commands/main.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { packageRoot } from '../../scripts/render/open-render.ts'
import { listeningIo } from '../commands/call.ts'

const folder = await mkdtemp(join(tmpdir(), 'factdeck-pictures-'))
const fixtures = join(packageRoot, 'tests/fixtures')
await cp(join(fixtures, 'bridge-unit'), join(folder, 'unit'), { recursive: true })
await cp(join(fixtures, 'articles'), join(folder, 'articles'), { recursive: true })
const { io, said, stop } = listeningIo(folder)
const ended = main(['studio', '--content', 'unit', '--articles', 'articles', '--port', '0'], io)
while (said.out.length === 0) await new Promise((resolve) => setTimeout(resolve, 100))
const [address = ''] = /http:\S+/.exec(said.out[0] ?? '') ?? []
const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
page.setDefaultTimeout(120_000)
const take = (name: string): Promise<unknown> =>
  page.screenshot({ path: join(packageRoot, `docs/studio-${name}.png`) })

await page.goto(`${address}#/read`)
await page.locator('.fact-card').first().waitFor()
await take('read')
await page.locator('.claim').first().click()
await page.locator('#statement').fill('The new bridge at the harbour secretly opened on 3 May 2024.')
await page.locator('.said .wrong').first().waitFor()
await take('fact')
await page.keyboard.press('Escape')
await page.goto(`${address}#/questions`)
await page.locator('.fact-choice').nth(1).click()
await page.locator('.proposals button').first().click()
await page.locator('.verdict .sum, .findings').first().waitFor()
await take('question')
await page.goto(`${address}#/lesson`)
await page.frameLocator('iframe').getByText('A bridge and its price').first().waitFor()
await take('lesson')

await browser.close()
stop()
await ended
await rm(folder, { recursive: true })
