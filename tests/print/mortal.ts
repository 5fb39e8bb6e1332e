import type { Browser } from '../../scripts/render/browser.ts'

/**
 * Browsers that die when they should print, or when they should open a page: the first `deaths` of those that
 * `launch` starts.
 */
export function mortal(
  deaths: number,
  launch: () => Promise<Browser>,
  when: 'printing' | 'opening' = 'printing',
): { launch(): Promise<Browser>; launched: () => number } {
  let launched = 0
  return {
    launched: () => launched,
    async launch() {
      const browser = await launch()
      launched += 1
      if (launched > deaths) return browser
      const die = async (): Promise<never> => {
        const session = await browser.newBrowserCDPSession()
        await session.send('Browser.crash')
        throw new Error('the browser should be gone')
      }
      const open = browser.newPage.bind(browser)
      browser.newPage = async (options) => {
        const page = when === 'opening' ? await die() : await open(options)
        page.pdf = die
        return page
      }
      return browser
    },
  }
}
