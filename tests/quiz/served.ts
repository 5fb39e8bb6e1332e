// A page of tests/quiz as learners have it: in a browser, from a web server and from a folder.

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { serve } from '../theme/serve.ts'
import { onDisk } from './page.ts'

export interface Served {
  browser: Browser
  /** The http:// address of the page. */
  web: string
  /** Its file:// address. */
  file: string
  close(): Promise<void>
}

/** Starts a browser and a web server with the page. */
export async function serveQuiz(html: string): Promise<Served> {
  const file = onDisk(html)
  const server = await serve(dirname(fileURLToPath(file)))
  const browser = await launchBrowser()
  return {
    browser,
    web: `${server.url}quiz.html`,
    file,
    async close() {
      await browser.close()
      server.close()
    },
  }
}
