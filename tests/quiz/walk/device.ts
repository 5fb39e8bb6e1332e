// A learner's device within one page: its tabs are frames of the same origin, its clock and the faults of its
// storage are the walk's to set. A tab costs a tenth of one of the browser's own.

/** What the storage of the device does. */
export type StorageState = 'fine' | 'full' | 'forbidden'

export interface Tab {
  window: Window & typeof globalThis
  /** What went wrong in it. */
  errors: string[]
  /** In the history of its tab: it hears of nothing until it is woken. */
  asleep?: boolean
}

type Realm = Tab['window']

let fences = 0

/** Resolves when all windows have heard of everything that was written so far. */
async function heard(windows: readonly Realm[]): Promise<void> {
  const value = String(++fences)
  const all = windows.map(
    (window) =>
      new Promise<void>((resolve) => {
        const listen = (event: StorageEvent): void => {
          if (event.key !== fence || event.newValue !== value) return
          window.removeEventListener('storage', listen)
          resolve()
        }
        window.addEventListener('storage', listen)
      }),
  )
  localStorage.setItem(fence, value)
  await Promise.all(all)
}

/** The part of a tab that outlives its page. */
interface Kept {
  html: string
  frame: HTMLIFrameElement
  session: Map<string, string>
  intervals: Map<number, () => void>
}

export class Device {
  storage: StorageState = 'fine'
  /** By how many milliseconds its clock is off. */
  private shift = 0
  private readonly kept = new Map<Tab, Kept>()

  /** Those that share its storage; tabs begin with the first. */
  readonly pages: readonly string[]
  private readonly random: () => number
  private readonly answered: (question: string) => void

  /**
   * A device on which nothing was kept yet; `random` from 0 to 1 is what its pages throw, `answered` hears of
   * every question that a page takes an answer to.
   */
  constructor(pages: readonly string[], random: () => number, answered: (question: string) => void) {
    this.pages = pages
    this.random = random
    this.answered = answered
  }

  /**
   * Empties the storage. The browser tells of what pages of an earlier walk wrote a little later: nobody may be
   * there to hear it.
   */
  async begin(): Promise<void> {
    localStorage.clear()
    const frame = document.createElement('iframe')
    document.body.append(frame)
    await heard([frame.contentWindow as Realm])
    frame.remove()
    localStorage.clear()
  }

  get tabs(): Tab[] {
    return [...this.kept.keys()]
  }

  now(): number {
    return Date.now() + this.shift
  }

  /** A new tab with one of its pages. */
  open(html: string): Tab {
    const tab = { errors: [] as string[] } as Tab
    this.load(tab, html, new Map())
    return tab
  }

  /** The page of a tab anew, as after F5 or a way back; or another one in its place. */
  reload(tab: Tab, another?: string): void {
    const { html, frame, session } = this.kept.get(tab)!
    frame.remove()
    this.load(tab, another ?? html, session)
  }

  /** A way back to a page that the browser kept as it was. */
  wake(tab: Tab): void {
    tab.asleep = false
    const { window } = tab
    window.dispatchEvent(new window.PageTransitionEvent('pageshow', { persisted: true }))
  }

  setClock(shift: number): void {
    this.shift = shift
  }

  /** Time passes while the device sleeps; then every timer rings once. */
  pass(milliseconds: number): void {
    this.shift += milliseconds
    for (const [tab, { intervals }] of this.kept) {
      if (tab.asleep) continue
      for (const ring of intervals.values()) ring()
      tab.window.document.dispatchEvent(new tab.window.Event('visibilitychange'))
    }
  }

  /** Waits until what was done has been drawn and, if `everywhere`, heard of in all tabs. */
  async settle(everywhere: boolean): Promise<void> {
    // A dialog says a little later that it was closed, and only then is done what it asked about.
    do await macrotask()
    while (this.tabs.some(({ window }) => window.document.querySelector('dialog:not([open])')))
    if (!everywhere) return
    // Storage events come in order: who has heard of the last one has heard of all.
    await heard(this.tabs.map(({ window }) => window))
    await macrotask()
  }

  /** Every text that the page keeps, by the name of its place; changes reach the places. */
  *texts(): Generator<{ text: string; set(text: string): void }> {
    for (const key of Object.keys(localStorage))
      if (key !== fence)
        yield { text: localStorage.getItem(key)!, set: (text) => localStorage.setItem(key, text) }
    for (const { session } of this.kept.values())
      for (const [key, text] of session) yield { text, set: (changed) => session.set(key, changed) }
  }

  close(): void {
    for (const { frame } of this.kept.values()) frame.remove()
    this.kept.clear()
  }

  private load(tab: Tab, html: string, session: Map<string, string>): void {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const window = frame.contentWindow as Realm
    const intervals = new Map<number, () => void>()
    tab.window = window
    this.kept.set(tab, { html, frame, session, intervals })
    tab.asleep = false
    window.addEventListener('storage', (event) => {
      if (tab.asleep && event.key !== fence) event.stopImmediatePropagation()
    })
    this.prepare(window, session, intervals)
    window.document.open()
    window.document.write(html)
    window.document.close()
    window.addEventListener('factdeck-answer', (event) =>
      this.answered((event as CustomEvent<[string]>).detail[0]),
    )
    // Links lead out of the walk.
    window.document.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a[href]')) event.preventDefault()
    })
    window.addEventListener('error', ({ message }) => tab.errors.push(message))
    window.addEventListener('unhandledrejection', ({ reason }) => tab.errors.push(String(reason)))
  }

  /** Gives a page the clock, the storage and the dice of the device before its script runs. */
  private prepare(window: Realm, session: Map<string, string>, intervals: Map<number, () => void>): void {
    const now = (): number => this.now()
    window.Date = class extends window.Date {
      constructor(...given: []) {
        super(...((given.length === 0 ? [now()] : given) as []))
      }
      static override now = now
    } as DateConstructor
    window.Math.random = this.random
    // No timer rings but in `pass`.
    let timers = 0
    window.setInterval = ((ring: () => void) => {
      intervals.set(++timers, ring)
      return timers
    }) as unknown as Realm['setInterval']
    window.clearInterval = ((timer: number) => intervals.delete(timer)) as Realm['clearInterval']

    const faulty = (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>) => () => {
      if (this.storage === 'forbidden') throw new window.DOMException('forbidden', 'SecurityError')
      return {
        ...storage,
        setItem: (key: string, text: string) => {
          if (this.storage === 'full') throw new window.DOMException('full', 'QuotaExceededError')
          storage.setItem(key, text)
        },
      }
    }
    const local = window.localStorage
    const localStorage = faulty({
      getItem: (key) => local.getItem(key),
      setItem: (key, text) => local.setItem(key, text),
      removeItem: (key) => local.removeItem(key),
      clear: () => local.clear(),
    })
    const sessionStorage = faulty({
      getItem: (key) => session.get(key) ?? null,
      setItem: (key, text) => void session.set(key, text),
      removeItem: (key) => void session.delete(key),
      clear: () => session.clear(),
    })
    Object.defineProperty(window, 'localStorage', { get: localStorage, configurable: true })
    Object.defineProperty(window, 'sessionStorage', { get: sessionStorage, configurable: true })
    // What leaves the page: files, and the worker of a page that is served.
    window.HTMLAnchorElement.prototype.click = () => {}
    Object.defineProperty(window.navigator, 'serviceWorker', {
      value: {
        controller: null,
        register: () => Promise.reject(new Error('none')),
        ready: new Promise(() => {}),
      },
    })
  }
}

const fence = 'walk/fence'

/** After everything that waits already, promises and file reads included. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(), { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
}
