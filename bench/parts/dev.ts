import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { emit, median, packageRoot } from '../measure.ts'
import type { Part } from '../part.ts'
import { writeContent } from '../write-content.ts'

/** From saving a fact to its new text on the open slide. */
export const dev: Part = async ({ quick, folder, say }) => {
  const rows = []
  for (const [decks, target] of [
    [1, 300],
    [30, undefined],
  ] as const) {
    say(`a saved fact in factdeck dev, ${decks} decks`)
    const { root } = await writeContent(join(folder, String(decks)), { decks })
    await emit({ content: root, outputs: ['decks', 'quizzes'] })
    const ms = await savedToSeen(root, quick ? 3 : 11)
    rows.push({
      what: `\`dev\`: saved fact to changed slide, content of ${decks === 1 ? 'one deck' : `${decks} decks`}`,
      ours: `${Math.round(ms)} ms`,
      ...(target === undefined ? {} : { target: `≤ ${target} ms`, met: ms <= target }),
    })
  }
  return rows
}

/** The median over several saves, in milliseconds. */
async function savedToSeen(root: string, saves: number): Promise<number> {
  const child = spawn(process.execPath, ['bin/factdeck.mjs', 'dev', '--content', root, '--port', '0'], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const browser = await launchBrowser()
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`factdeck dev ended with ${code}`)))
      child.stdout.on('data', (data: Buffer) => {
        const found = /Preview\s+(\S+)/.exec(String(data))?.[1]
        if (found) resolve(found)
      })
    })
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    // One of the first slides is the statement of the first fact.
    const statement = page.getByText('by its own').first()
    for (let slide = 1; slide < 15 && !(await statement.isVisible()); slide++) {
      await page.goto(`${address}decks/harbours-0000/#/${slide}`)
      await statement.waitFor({ timeout: 2000 }).catch(() => {})
    }
    await statement.waitFor()
    const file = join(root, 'facts/coast-0000.json')
    const text = await readFile(file, 'utf8')
    const times: number[] = []
    for (let save = 0; save < saves; save++) {
      const mark = `by count number ${save}`
      const seen = page.waitForFunction((words) => document.body.innerText.includes(words), mark, {
        polling: 'raf',
      })
      // Let the page start to look before the clock does.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
      const start = performance.now()
      await writeFile(file, text.replace(/by its own \w+/, mark))
      await seen
      times.push(performance.now() - start)
    }
    // The first save pays for what is done once.
    return median(times.slice(1))
  } finally {
    await browser.close()
    child.kill('SIGTERM')
    await ended
  }
}
