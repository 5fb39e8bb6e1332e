import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'

/** A Firefox that this machine has: the variable FACTDECK_FIREFOX, or by its usual names; undefined for none. */
export function findFirefox(): string | undefined {
  const names = [process.env['FACTDECK_FIREFOX'], 'firefox', 'firefox-esr'].filter(
    (name) => name !== undefined,
  )
  return names.find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0)
}

export interface Firefox {
  goto(url: string): Promise<void>
  /** The value of an expression in the page; promises are waited for. */
  evaluate(expression: string): Promise<unknown>
  /** Resolves when an expression is true in the page. */
  until(expression: string): Promise<void>
  /** Presses keys, one after the other; those of a list are held together. */
  press(...keys: (string | readonly string[])[]): Promise<void>
  /** What the console complained of. */
  faults: string[]
  close(): Promise<void>
}

interface Answer {
  id?: number
  type: string
  method?: string
  params?: { level?: string; text?: string | null }
  result?: Record<string, unknown>
  message?: string
}

/** Starts a Firefox without a window and speaks WebDriver BiDi with it, which needs no other program. */
export async function openFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'factdeck-firefox-'))
  // Nothing of its own is asked for elsewhere.
  await writeFile(
    join(profile, 'user.js'),
    [
      'browser.shell.checkDefaultBrowser',
      'datareporting.policy.dataSubmissionEnabled',
      'app.update.enabled',
      'network.captive-portal-service.enabled',
      'network.connectivity-service.enabled',
    ]
      .map((name) => `user_pref("${name}", false);`)
      .join('\n'),
  )
  const program = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    program.stderr.on('data', (data: Buffer) => {
      said += String(data)
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    program.once('close', () => reject(new Error(`Firefox ended: ${said}`)))
  })
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (answer: Answer) => void>()
  const faults: string[] = []
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    else if (answer.method === 'log.entryAdded' && answer.params?.level === 'error')
      faults.push(answer.params.text ?? '')
  })
  let last = 0
  async function send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++last
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message ?? ''}`)
    return answer.result ?? {}
  }
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  // The tab that it begins with has no focus, and in it Enter presses no button.
  const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string }
  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })) as { result?: { value?: unknown }; exceptionDetails?: { text: string } }
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result?.value
  }
  return {
    faults,
    evaluate,
    async goto(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async until(expression) {
      const end = Date.now() + 30_000
      while (!(await evaluate(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`Firefox waited in vain for ${expression}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async press(...keys) {
      const actions = keys.flatMap((key) => {
        const held = typeof key === 'string' ? [key] : key
        return [
          ...held.map((value) => ({ type: 'keyDown', value })),
          ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
        ]
      })
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    async close() {
      const ended = new Promise((resolve) => program.once('close', resolve))
      await send('browser.close', {}).catch(() => program.kill())
      socket.close()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
