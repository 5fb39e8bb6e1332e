import { text } from 'node:stream/consumers'
import type { Io } from './io.ts'

/** The real terminal. */
export function terminal(): Io {
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    watched: process.stderr.isTTY === true && process.env['CI'] === undefined,
    cwd: process.cwd(),
    env: process.env,
    input: () => text(process.stdin),
    async open(address) {
      // Every system has another way to ask for its browser.
      const { default: show } = await import('open')
      await show(address).catch(() => undefined)
    },
    stopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      }),
  }
}
