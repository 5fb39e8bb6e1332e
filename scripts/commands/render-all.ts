import type { Content } from '../decks/content.ts'
import type { Output, OutputFile } from '../outputs/output.ts'
import type { Render } from '../render/render.ts'

export interface Rendered {
  files: OutputFile[]
  /** What was thrown, one for each output that failed; outputs do not need each other, so the others went on. */
  failures: unknown[]
}

/**
 * Runs outputs one after the other. `around` runs each of them, for example to show progress. `files` is filled while they run, so
 * that an output that links the others can look at it.
 */
export async function renderAll(
  outputs: (made: () => readonly string[]) => readonly Output[],
  content: Content,
  render: Render,
  around: (
    output: Output,
    emit: (detail: (what: string) => void) => Promise<OutputFile[]>,
  ) => Promise<OutputFile[]> = (_, emit) => emit(() => {}),
): Promise<Rendered> {
  const files: OutputFile[] = []
  const failures: unknown[] = []
  for (const output of outputs(() => files.map(({ path }) => path))) {
    try {
      files.push(...(await around(output, (detail) => output.emit(content, render, detail))))
    } catch (thrown) {
      failures.push(thrown)
    }
  }
  return { files, failures }
}
