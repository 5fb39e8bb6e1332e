// Writing files while the process goes on: what is large is written by the threads that Node has for its files, so
// that a build of hundreds of megabytes does not wait for the disk.

import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** Writes files, each as soon as it comes, and large ones behind the back of whoever goes on. */
export interface BehindWriter {
  /**
   * Writes these pieces, one after the other, to a new file. They must not be changed afterwards. Throws what went wrong
   * with this file or with an earlier one.
   */
  write(path: string, pieces: readonly Uint8Array[]): void
  /** What a file will hold that is not written yet; undefined of any other. */
  awaited(path: string): readonly Uint8Array[] | undefined
  /** Removes a file, one that is not written yet too. */
  remove(path: string): void
  /** Waits for all files; throws what went wrong with one. */
  settled(): Promise<void>
}

/** Bytes from which on a file is written behind: to hand over one of 8 kB takes longer than to write it. */
const large = 64 * 1024

/** Bytes that may wait to be written; what would be more is written at once. */
const most = 8 * 1024 * 1024

/** Opens a writer that nothing waits for. */
export function writeBehind(): BehindWriter {
  const flights = new Map<string, { pieces?: readonly Uint8Array[]; done: Promise<void> }>()
  let waiting = 0
  let failure: { thrown: unknown } | undefined
  /** Does something with a file once everything earlier is done with it. */
  const then = (path: string, act: () => Promise<void>, pieces?: readonly Uint8Array[]): void => {
    const before = flights.get(path)?.done
    const flight = {
      ...(pieces ? { pieces } : {}),
      done: (before ? before.then(act) : act())
        .catch((thrown: unknown) => void (failure ??= { thrown }))
        .finally(() => {
          if (flights.get(path) === flight) flights.delete(path)
        }),
    }
    flights.set(path, flight)
  }
  return {
    write(path, pieces) {
      if (failure) throw failure.thrown
      const size = pieces.reduce((sum, { length }) => sum + length, 0)
      if (!flights.has(path) && (size < large || waiting + size > most)) return writeNow(path, pieces)
      waiting += size
      then(path, () => writeThere(path, pieces).finally(() => (waiting -= size)), pieces)
    },
    awaited: (path) => flights.get(path)?.pieces,
    remove(path) {
      const gone = (): void => rmSync(path, { force: true })
      if (flights.has(path)) then(path, async () => gone())
      else gone()
    },
    async settled() {
      while (flights.size > 0) await Promise.all(Array.from(flights.values(), ({ done }) => done))
      if (failure) throw failure.thrown
    },
  }
}

function writeNow(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

async function writeThere(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (const piece of pieces) await file.writeFile(piece)
  } finally {
    await file.close()
  }
}
