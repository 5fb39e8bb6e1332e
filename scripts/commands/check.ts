import { resolve } from 'node:path'
import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { coverage, formatCoverage } from '../questions/coverage.ts'
import { openDryRender } from '../render/dry-render.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import type { Arguments } from './arguments.ts'
import { outputs } from './outputs.ts'
import { renderAll } from './render-all.ts'
import { report, tellFailures } from './report.ts'

/**
 * `factdeck check [--articles DIR]`: says everything that is wrong with the content, and what it covers. Every template is rendered
 * once, since a broken one is found no other way.
 */
export async function check(args: Arguments, io: Io): Promise<number> {
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  const { content, base, banks, diagnostics } = await loadContent(resolve(io.cwd, args.content), articles)
  const limits = content ? outputs(args, () => []).flatMap((output) => output.limits(content)) : []
  report(sortDiagnostics([...diagnostics, ...limits]), io)
  if (!content || !base || !banks || hasErrors(limits)) return exit.content

  const { failures } = await renderAll((made) => outputs(args, made), content, openDryRender())
  if (failures.length > 0) return tellFailures(failures, io)
  io.out(formatCoverage(coverage(base, banks)))
  io.out(
    articles === undefined
      ? 'The content is sound. Evidence was not re-checked: give the article texts with --articles DIR.'
      : 'The content is sound, and every statement was traced to its article.',
  )
  return exit.fine
}
