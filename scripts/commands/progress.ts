import pc from 'picocolors'
import { printable } from '../diagnostics/diagnostic.ts'
import type { Io } from './io.ts'

/** Says what is being made and how long it took, to a person at a terminal; silent in a pipe. */
export interface Progress {
  /** Runs a step under a name; `result` words what came out of it. */
  step<T>(
    name: string,
    run: (detail: (what: string) => void) => Promise<T>,
    result: (value: T) => string,
  ): Promise<T>
}

const clearLine = '\r\u001B[K'

export function progress(
  io: Io,
  write: (text: string) => void = (text) => void process.stderr.write(text),
): Progress {
  return {
    async step(name, run, result) {
      const start = performance.now()
      const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`
      const show = (what: string): void => {
        if (io.watched) write(`${clearLine}${pc.dim('…')} ${name.padEnd(12)} ${pc.dim(printable(what))}`)
      }
      show('')
      try {
        const value = await run(show)
        if (io.watched)
          write(
            `${clearLine}${pc.green('✓')} ${name.padEnd(12)} ${printable(result(value))} ${pc.dim(seconds())}\n`,
          )
        return value
      } catch (thrown) {
        if (io.watched) write(`${clearLine}${pc.red('✗')} ${name}\n`)
        throw thrown
      }
    },
  }
}
