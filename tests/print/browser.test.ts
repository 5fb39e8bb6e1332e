import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BrowserMissing, launchBrowser, startBrowser } from '../../scripts/render/browser.ts'

test('starts a browser that shows pages and knows no host but this machine', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<p>Sugar dissolves</p>')
    expect(await page.textContent('p')).toBe('Sugar dissolves')
    await expect(page.goto('http://example.org/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/)
  } finally {
    await browser.close()
  }
})

test('names the program that it started', async () => {
  const { browser, path } = await startBrowser()
  const again = await startBrowser({ browser: path })
  try {
    expect(again.path).toBe(path)
    expect(again.browser.version()).toBe(browser.version())
  } finally {
    await browser.close()
    await again.browser.close()
  }
})

test('says what to install when the browser asked for is not there', async () => {
  const missing = launchBrowser({ browser: '/nowhere/chrome' })
  await expect(missing).rejects.toThrow(BrowserMissing)
  await expect(missing).rejects.toThrow(
    /^Unexpected lack of a browser, expected one at \/nowhere\/chrome\ninstall Chrome, Chromium or Edge.*FACTDECK_BROWSER\ntried \/nowhere\/chrome: /s,
  )
})

test('reads FACTDECK_BROWSER', async () => {
  await expect(launchBrowser({ env: { FACTDECK_BROWSER: '/nowhere/edge' } })).rejects.toThrow('/nowhere/edge')
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'two processes may unpack the packaged browser at once',
  async () => {
    const cache = await mkdtemp(join(tmpdir(), 'factdeck-browser-'))
    try {
      const env = { ...process.env, FACTDECK_BROWSER: '', PATH: '' }
      const browsers = await Promise.all([launchBrowser({ cache, env }), launchBrowser({ cache, env })])
      for (const browser of browsers) {
        expect(browser.version()).toMatch(/^\d+\./)
        await browser.close()
      }
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  },
)
