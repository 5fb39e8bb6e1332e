// One run of the compiler in a process of its own, for measuring: `node --import tsx bench/emit.ts
// '{"content": …, "outputs": […]}'`. Uses what `factdeck build` uses, but only the outputs that are asked
// for, and tells the parent where the time went.

import { hasErrors, formatDiagnostic } from '../scripts/diagnostics/diagnostic.ts'
import { loadContent } from '../scripts/commands/load-content.ts'
import { inTree } from '../scripts/commands/kept-output.ts'
import { renderAll } from '../scripts/commands/render-all.ts'
import { wantedOutputs } from '../scripts/commands/wanted-outputs.ts'
import { partsOf } from '../scripts/outputs/parts.ts'
import { openRender } from '../scripts/render/open-render.ts'
import { lockOutput } from '../scripts/source/output-tree.ts'

/** What to do. */
export interface EmitRequest {
  content: string
  /** Folder of article texts; absent: evidence is not checked. */
  articles?: string
  /** Names of outputs; empty: only load and check. */
  outputs: string[]
  /** Where to write; absent: nothing is written. */
  out?: string
}

/** What was done. Times in milliseconds, memory in MB. */
export interface EmitReport {
  /** From the first line of this file, so without starting Node and tsx. */
  total: number
  /** `load`, then every output by its name, files written; then `write`, which puts all of it into place. */
  phases: Record<string, number>
  /** Processor time of this process, its threads included. */
  cpu: number
  peak: number
  files: number
  facts: number
  decks: number
}

async function emit(request: EmitRequest): Promise<EmitReport> {
  const phases: Record<string, number> = {}
  const phase = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const value = await run()
    phases[name] = performance.now() - start
    return value
  }
  const start = performance.now()
  const { content, diagnostics } = await phase('load', () => loadContent(request.content, request.articles))
  if (!content || hasErrors(diagnostics))
    throw new Error(diagnostics.slice(0, 5).map(formatDiagnostic).join('\n'))
  const render = openRender(process.env)
  let made = 0
  const outputs = wantedOutputs({ only: request.outputs, browser: true })
  const lock = request.out === undefined ? undefined : await lockOutput(request.out)
  const tree = lock?.begin()
  try {
    const { files, failures } = await renderAll(
      outputs,
      content,
      { render },
      (output, make) => phase(output.name, () => make(() => {})),
      partsOf,
      tree && inTree(tree),
    )
    if (failures.length > 0) throw failures[0]
    made = files.length
    if (tree) await phase('write', () => tree.takePlace())
  } finally {
    await tree?.drop()
    await lock?.release()
    await render.close()
  }
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return {
    total: performance.now() - start,
    phases,
    cpu: (userCPUTime + systemCPUTime) / 1000,
    peak: maxRSS / 1024,
    files: made,
    facts: content.facts.length,
    decks: content.decks.length,
  }
}

const report = await emit(JSON.parse(process.argv[2] ?? '') as EmitRequest)
process.stdout.write(`${JSON.stringify(report)}\n`)
