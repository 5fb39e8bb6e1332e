// A large unit is judged in a thread of its own, while this one makes what it is to become. Both read it, and what was
// made of other texts than those that were judged is not put in place.

import { readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { findFaults } from './find-faults.ts'
import type { Answer, Asked, Io } from './io.ts'
import { readWithDigest } from './load-content.ts'
import { openSoundMemory } from './remembered-sound.ts'

/** Asks for what is wrong with a unit of which a digest of its texts is given. */
export type Judging = (texts: string) => Promise<Diagnostic[]>

/** The thread ended without an answer, or judged other texts than those that were read beside it. */
export class ThreadFailed extends Error {}

/** Bytes of facts from which on two threads are faster than one: some two thousand facts. */
const many = 2_000_000

/**
 * Runs something with a thread beside it that judges the unit; without one where the unit is small, where there is but
 * one processor or where none can be started, and once more without one where it fails.
 */
export async function withJudging<T>(
  { content, articles, dataOnly = false, followLinks = false }: Asked,
  { thread }: Pick<Io, 'thread'>,
  run: (judging?: Judging) => Promise<T>,
): Promise<T> {
  if (!thread || availableParallelism() < 2 || !isWorthAThread(content, articles)) return run()
  const { answer, end } = thread({ content, articles, dataOnly, followLinks })
  // It is asked for later, or never.
  answer.catch(() => {})
  try {
    return await run(async (texts) => {
      const judged = await answer.catch((cause: unknown) => {
        throw new ThreadFailed('Unexpected end of a thread, expected its answer', { cause })
      })
      if (judged.texts !== texts)
        throw new ThreadFailed('Unexpected texts, expected those that were judged too')
      return judged.found
    })
  } catch (thrown) {
    if (!(thrown instanceof ThreadFailed)) throw thrown
  } finally {
    await end()
  }
  return run()
}

/** Judges a unit: what the thread does. */
export async function judgeUnit({ content, articles, ...reading }: Asked): Promise<Answer> {
  const sound = await openSoundMemory(content, articles, process)
  const { value: unit, texts } = await readWithDigest(content, reading)
  const found = unit ? await findFaults(unit, articles, sound) : []
  await sound.keep()
  return { texts, found }
}

/** Whether a unit is large, and all that is needed to judge it is there. */
function isWorthAThread(content: string, articles: string | undefined): boolean {
  try {
    if (articles !== undefined) readdirSync(articles)
    const folder = join(content, 'facts')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) > many
  } catch {
    return false
  }
}
