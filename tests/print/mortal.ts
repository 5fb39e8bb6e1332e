import type { Browser } from '../../scripts/render/browser.ts'

/** Browsers that die when they should print: the first `deaths` of those that `launch` starts. */
export function mortal(
  deaths: number,
  launch: () => Promise<Browser>,
): { launch(): Promise<Browser>; launched: () => number } {
  let launched = 0
  return {
    launched: () => launched,
    async launch() {
      const browser = await launch()
      launched += 1
      if (launched > deaths) return browser
      const open = browser.newPage.bind(browser)
      browser.newPage = async (options) => {
        const page = await open(options)
        page.pdf = async () => {
          const session = await browser.newBrowserCDPSession()
          await session.send('Browser.crash')
          throw new Error('the browser should be gone')
        }
        return page
      }
      return browser
    },
  }
}
