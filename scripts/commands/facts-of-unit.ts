import { resolve } from 'node:path'
import { suggest } from '../diagnostics/suggest.ts'
import { loadFactBase, type FactBase } from '../facts/fact-base.ts'
import type { SourceId } from '../facts/ids.ts'
import { readContentFolder, type ContentFolder } from '../source/content-folder.ts'
import type { Io } from './io.ts'
import { report } from './report.ts'
import { UsageError } from './usage-error.ts'

/** The facts of a unit, for commands that need no more of it. */
export interface FactsOfUnit {
  root: string
  folder: ContentFolder
  base: FactBase
}

/** Undefined where there are no sources yet or nothing can be read, which is reported. */
export async function factsOfUnit(
  args: { content: string; followLinks?: boolean },
  io: Io,
): Promise<FactsOfUnit | undefined> {
  const root = resolve(io.cwd, args.content)
  const folder = await readContentFolder(root, args)
  const { value: base, diagnostics } = loadFactBase(folder.value?.facts ?? [])
  if (folder.value && base && base.sources.size > 0) return { root, folder: folder.value, base }
  report([...folder.diagnostics, ...diagnostics], io)
  return undefined
}

/** Throws UsageError for the first that is no source; `more` says what else could be done. */
export function refuseUnknownSource(ids: readonly string[], base: FactBase, more = ''): void {
  const unknown = ids.find((id) => !base.sources.has(id as SourceId))
  if (unknown !== undefined)
    throw new UsageError(
      `Unexpected source "${unknown}", expected an id of facts/sources.json${suggest(unknown, base.sources.keys())}${more}`,
    )
}
