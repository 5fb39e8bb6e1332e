import { setImmediate as turn } from 'node:timers/promises'
import type { Content } from '../decks/content.ts'
import type { Made, Making, Output } from '../outputs/output.ts'
import { partsOf, type MadeFile, type Part, type Run } from '../outputs/parts.ts'
import type { SlideFault } from '../render/slidev/slide-places.ts'
import { SlidesError } from '../render/slidev/slides-error.ts'
import type { PartMemory } from './remembered-parts.ts'
import { inMemory, type Kept, type KeptOfOutput } from './kept-output.ts'

export interface Rendered {
  files: MadeFile[]
  /**
   * What was thrown, one for each output that failed; outputs do not need each other, so the others went on.
   */
  failures: unknown[]
}

/** Runs an output, for example to show progress, which `emit` tells. */
export type Around = (
  output: Output,
  emit: (progress: (what: string) => void) => Promise<MadeFile[]>,
) => Promise<MadeFile[]>

/** The parts of an output that a run makes. */
export type PartsOf = (output: Output, content: Content) => readonly Part[]

/**
 * Runs outputs; those that link the others are the last. What is made `elsewhere` is made beside the rest, everything
 * else comes one after the other. Files go where `kept` puts
 * them as soon as their part is made; parts that `memory` knows and that stand in the last build are left as they
 * are. Of an output that fails, none stays. What goes wrong with keeping is thrown.
 */
export async function renderAll(
  outputs: readonly Output[],
  content: Content,
  run: Run,
  around: Around = (_, emit) => emit(() => {}),
  parts: PartsOf = partsOf,
  kept: Kept = inMemory(),
  memory?: PartMemory,
): Promise<Rendered> {
  const made = new Map<Output, MadeFile[]>()
  const failed = new Map<Output, unknown>()
  const filesOf = (some: readonly Output[]): MadeFile[] => some.flatMap((output) => made.get(output) ?? [])
  const runOne = async (output: Output, others: readonly MadeFile[]): Promise<void> => {
    const own = kept.begin()
    try {
      made.set(
        output,
        await around(output, (progress) =>
          emitParts(output, parts(output, content), run, { progress, made: linkable(others) }, own, memory),
        ),
      )
    } catch (thrown) {
      if (kept.failure) return
      own.takeBack()
      failed.set(output, thrown)
    }
  }
  const inTurn = async (some: readonly Output[], others: () => readonly MadeFile[]): Promise<void> => {
    for (const output of some) if (!kept.failure) await runOne(output, others())
  }

  const linking = outputs.filter(({ linksOthers = false }) => linksOthers)
  const plain = outputs.filter((output) => !linking.includes(output))
  const elsewhere = plain.filter((output) => output.elsewhere)
  const here = plain.filter((output) => !output.elsewhere)
  const lanes = [...elsewhere.map((output) => [output]), here]
  await Promise.all(
    lanes.map(async (some, n) => {
      // Each has asked for what is made elsewhere before the next keeps this process busy.
      for (let before = 0; before < n; before++) await turn()
      await inTurn(some, () => [])
    }),
  )
  await inTurn(linking, () => filesOf([...plain, ...linking]))
  if (kept.failure) throw kept.failure.thrown
  const ordered = [...plain, ...linking]
  return {
    files: [...new Map(filesOf(ordered).map((file) => [file.path, file])).values()],
    failures: ordered.filter((output) => failed.has(output)).map((output) => failed.get(output)),
  }
}

/** Of files, those that somebody looks for. Their data are looked at by those who pack them, and by nobody else. */
export function linkable(files: readonly MadeFile[]): Made[] {
  return files.flatMap((file) => {
    const { path, kind, version, of } = file
    return kind
      ? [
          {
            path,
            kind,
            version,
            of,
            get data() {
              return file.data
            },
          },
        ]
      : []
  })
}

/**
 * These parts of an output, as many at once as it says. Faults in hand-written slides are collected over all
 * decks; anything else that goes wrong with one part would go wrong with the next as well, so no further part
 * is begun.
 */
async function emitParts(
  output: Output,
  parts: readonly Part[],
  run: Run,
  now: Pick<Making, 'progress' | 'made'>,
  kept: KeptOfOutput,
  memory: PartMemory | undefined,
): Promise<MadeFile[]> {
  const made: MadeFile[][] = []
  const faults: SlideFault[] = []
  const failures: unknown[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (;;) {
      // What was made elsewhere meanwhile is taken, and the next document asked for.
      if (next > 0) await turn()
      if (next >= parts.length || failures.length > 0) return
      const n = next++
      const part = parts[n]!
      now.progress(part.title)
      try {
        const remembered = memory?.filesOf(part, run)
        const left = remembered && kept.takeOver(remembered)
        if (left) {
          made[n] = left
          continue
        }
        const own = (await part.emit(run, now)).map((file) => kept.keep(file))
        const common = (await part.shared(run)).map((file) => kept.keep(file, true))
        const files = [...own, ...common]
        memory?.made(part, run, files)
        made[n] = files
      } catch (thrown) {
        if (thrown instanceof SlidesError) faults.push(...thrown.faults)
        else failures.push(thrown)
      }
    }
  }
  await Promise.all(Array.from({ length: output.atOnce ?? 1 }, work))
  if (failures.length > 0) throw failures[0]
  if (faults.length > 0) throw new SlidesError(faults)
  return made.flat()
}
