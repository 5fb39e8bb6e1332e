// A browser for the theme's tests and contact sheets: the one named by CHROMIUM_PATH, the system's, or the packaged one.

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

export async function launch(): Promise<Browser> {
  const system = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path))
  if (system !== undefined) return chromium.launch({ executablePath: system })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
}
