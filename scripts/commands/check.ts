import { resolve } from 'node:path'
import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { coverage, formatCoverage } from '../questions/coverage.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import type { Arguments } from './main.ts'
import { outputs } from './outputs.ts'
import { report } from './report.ts'

/** `factdeck check [--articles DIR]`: says everything that is wrong with the content, and what it covers. */
export async function check(args: Arguments, io: Io): Promise<number> {
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  const loaded = await loadContent(resolve(io.cwd, args.content), articles)
  const limits = loaded.content
    ? outputs(args, () => []).flatMap((output) => output.limits(loaded.content!))
    : []
  report(sortDiagnostics([...loaded.diagnostics, ...limits]), io)
  if (hasErrors(loaded.diagnostics) || !loaded.content || !loaded.base || !loaded.banks) return exit.content
  io.out(formatCoverage(coverage(loaded.base, loaded.banks)))
  io.out(
    articles === undefined
      ? 'The content is sound. Evidence was not re-checked: give the article texts with --articles DIR.'
      : 'The content is sound, and every statement was traced to its article.',
  )
  return exit.fine
}
