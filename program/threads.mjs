// The program in a thread of its own: it starts as the command does, and judges one unit.

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What this thread was started to judge; undefined in the thread of the command. */
export const asked = isMainThread ? undefined : workerData?.asked

/** Says what the thread found. */
export function say(found) {
  parentPort.postMessage(found, [])
}

/**
 * From a module that runs `judgeUnit` where something is `asked`, to what `Io.thread` promises.
 * @param {string} entry its address
 */
export function threadsOf(entry) {
  return (unit) => {
    const worker = new Worker(new URL(entry), {
      workerData: { asked: unit },
      // What V8 compiled is kept by the command that is called.
      argv: process.argv.slice(2),
      // Half of what a program has takes no more time, and two of them share what one had.
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    })
    const answer = new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`Unexpected end of a thread (${code})`)))
    })
    return { answer, end: () => worker.terminate() }
  }
}
