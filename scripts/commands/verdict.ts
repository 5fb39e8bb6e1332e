import type { Output } from '../outputs/output.ts'
import { once } from '../render/once.ts'
import type { Io } from './io.ts'
import type { Loaded } from './load-content.ts'
import { judgeFor } from './make-unit.ts'
import type { Progress } from './progress.ts'
import { count, report } from './report.ts'

/** Something is wrong with a unit that is being made already: it is not put in place. */
export class Refused extends Error {}

/** What becomes of a unit that is being made while it is judged. */
export interface Verdict {
  /** Throws Refused once it is known. */
  goOn(): void
  /** Waits for the verdict, and says once all that is wrong. Throws Refused, and what `judged` rejects with. */
  tell(): Promise<void>
}

/** Waits for what a unit comes to; absent where that was said before it was made. */
export function openVerdict({
  judged,
  wanted,
  shown,
  io,
}: {
  judged: Promise<Loaded> | undefined
  wanted: readonly Output[]
  shown: Progress
  io: Io
}): Verdict {
  if (!judged) return { goOn: () => {}, tell: async () => {} }
  let refused = false
  const verdict = judged.then((loaded) => judgeFor(wanted, loaded))
  verdict.then(
    ({ content }) => (refused = !content),
    () => (refused = true),
  )
  return {
    goOn() {
      if (refused) throw new Refused()
    },
    tell: once(async () => {
      const { content, diagnostics } = await shown.step(
        'checks',
        () => verdict,
        ({ diagnostics: { length } }) => count(length, 'message') || 'nothing is wrong',
      )
      report(diagnostics, io)
      if (!content) throw new Refused()
    }),
  }
}
