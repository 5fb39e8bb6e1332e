import { text } from 'node:stream/consumers'
import type { Io } from './io.ts'

/** The real terminal. */
export function terminal(): Io {
  let stop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    watched: process.stderr.isTTY === true && process.env['CI'] === undefined,
    cwd: process.cwd(),
    env: process.env,
    input: () => text(process.stdin),
    stopped,
  }
}
