import type { Content } from '../decks/content.ts'
import { inOnePiece, type FileData, type Made, type Making, type Output } from '../outputs/output.ts'
import { partsOf, type MadeFile, type Part, type Run } from '../outputs/parts.ts'
import type { SlideFault } from '../render/slidev/slide-places.ts'
import { SlidesError } from '../render/slidev/slides-error.ts'

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

/** Runs outputs one after the other; those that link the others are the last. */
export async function renderAll(
  outputs: readonly Output[],
  content: Content,
  run: Run,
  around: Around = (_, emit) => emit(() => {}),
  parts: PartsOf = partsOf,
): Promise<Rendered> {
  const files: MadeFile[] = []
  const failures: unknown[] = []
  for (const output of linkingLast(outputs)) {
    try {
      files.push(
        ...(await around(output, (progress) =>
          emitParts(output, parts(output, content), run, { progress, made: linkable(files) }),
        )),
      )
    } catch (thrown) {
      failures.push(thrown)
    }
  }
  return { files: eachOnce(files), failures }
}

/** Outputs as they can be run one after the other. */
function linkingLast(outputs: readonly Output[]): Output[] {
  return outputs.toSorted(
    (one, other) => Number(one.linksOthers ?? false) - Number(other.linksOthers ?? false),
  )
}

/** Of files, those that somebody looks for. */
export function linkable(files: readonly MadeFile[]): Made[] {
  return files.flatMap(({ path, kind, version, of, data }) =>
    kind ? [{ path, kind, version, of, data }] : [],
  )
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
): Promise<MadeFile[]> {
  const made: MadeFile[][] = []
  const faults: SlideFault[] = []
  const failures: unknown[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < parts.length && failures.length === 0) {
      const n = next++
      const part = parts[n]!
      now.progress(part.title)
      try {
        made[n] = [...(await part.emit(run, now)), ...(await part.shared(run))]
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

/** What several parts have in common, once. Two files in one place that differ are a fault of an output. */
function eachOnce(files: readonly MadeFile[]): MadeFile[] {
  const found = new Map<string, MadeFile>()
  for (const file of files) {
    const other = found.get(file.path)
    if (other && !same(other.data, file.data))
      throw new Error(`Unexpected second file ${file.path}, expected one that does not differ from the first`)
    found.set(file.path, other ?? file)
  }
  return [...found.values()]
}

function same(one: FileData, other: FileData): boolean {
  if (one === other) return true
  if (typeof one === 'string' && typeof other === 'string') return false
  return Buffer.from(inOnePiece(one)).equals(Buffer.from(inOnePiece(other)))
}
