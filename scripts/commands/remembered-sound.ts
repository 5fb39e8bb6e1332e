// What of a unit was found sound is kept between commands, by unit: a check after a small change looks at little.

import { dirname, join } from 'node:path'
import type { FactBase } from '../facts/fact-base.ts'
import { lookBeside, type LookAt, type Sound } from '../facts/found-sound.ts'
import { forgetUnused, keepFile, readIfKept } from '../render/kept-files.ts'
import { cacheFolderOf } from '../render/open-render.ts'
import { shortDigest } from '../source/digest.ts'
import type { Io } from './io.ts'
import { programOf } from './unless-unchanged.ts'

/** What was found sound in a unit. */
export interface SoundMemory {
  /** Looks at what is not known as sound beside this fact base. */
  beside(base: FactBase): LookAt
  /** Keeps what is sound now, for the next command. */
  keep(): Promise<void>
}

/** As it is kept: of another program it says nothing. */
interface Kept {
  program: string
  sound: Sound
}

/** Days after which it is forgotten what was sound in a unit that nobody looked at. */
const days = 30

/**
 * Opens what is kept of a unit.
 * @param content its folder, an absolute path
 * @param articles the folder of its articles, where it is checked with them
 */
export async function openSoundMemory(
  content: string,
  articles: string | undefined,
  io: Pick<Io, 'env'>,
  program = programOf(content, io),
): Promise<SoundMemory> {
  const file = join(cacheFolderOf(io.env), 'sound', shortDigest(JSON.stringify([content, articles])))
  const data = await readIfKept(file)
  const kept = data && (JSON.parse(data.toString('utf8')) as Kept)
  let before: Sound = kept?.program === program ? kept.sound : {}
  let now: Sound | undefined
  return {
    beside: (base) => lookBeside(before, (now ??= {}), base),
    async keep() {
      // Of a unit that could not be read at all, as while somebody types, what was known stays so.
      if (!now) return
      before = now
      now = undefined
      try {
        await keepFile(file, JSON.stringify({ program, sound: before } satisfies Kept))
        await forgetUnused(dirname(file), /./, days)
      } catch {
        // Where nothing can be kept, the next command looks at everything again.
      }
    },
  }
}
