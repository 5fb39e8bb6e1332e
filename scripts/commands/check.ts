import { resolve } from 'node:path'
import type { Content } from '../decks/content.ts'
import { formatDrafts } from '../drafts/load-drafts.ts'
import { coverage, formatCoverage } from '../questions/coverage.ts'
import { figures, formatFigures } from '../questions/figures.ts'
import { formatStatistics } from '../questions/statistics.ts'
import { countStandings, formatStandings, reviewStandings } from '../facts/reviews/review-standing.ts'
import type { Options } from '../diagnostics/options.ts'
import { openDryRender } from '../render/dry-render.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, unitOptions } from './options.ts'
import { loadContent } from './load-content.ts'
import { judgeFor } from './make-unit.ts'
import { mendUnit } from './mend-unit.ts'
import { openSoundMemory } from './remembered-sound.ts'
import { renderAll } from './render-all.ts'
import { report, tellFailures } from './report.ts'
import { exportsOption, wantedOutputs } from './wanted-outputs.ts'
import { whatWasCompared, whatWasNotRead } from './what-was-compared.ts'

const options = {
  ...unitOptions,
  ...articlesOption,
  ...exportsOption,
  fix: {
    kind: 'flag',
    does: 'first mend digests, back references, excuses, order of keys',
  },
} satisfies Options

/**
 * `factdeck check [--articles DIR] [--fix]`: says everything that is wrong with the content, and what it covers.
 * Every template is rendered once, since a broken one is found no other way.
 */
export const check = command({
  name: 'check',
  does: 'read the content and say everything that is wrong with it',
  options,
  exits: ['fine', 'content'],
  run,
})

/** The facts that each deck shows, by its id. */
function factsIn(decks: Content['decks']): Map<string, ReadonlySet<string>> {
  return new Map(decks.map(({ id, slides }) => [id, new Set(slides.flatMap(({ facts }) => facts))]))
}

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  if (args.fix) for (const line of await mendUnit(resolve(io.cwd, args.content), articles, args)) io.out(line)
  const root = resolve(io.cwd, args.content)
  const sound = await openSoundMemory(root, articles, io)
  const loaded = await loadContent(root, articles, { ...args, sound })
  await sound.keep()
  const { base, banks, drafts } = loaded
  const outputs = wantedOutputs({ exports: args.exports, browser: true }, loaded.content?.unit)
  const { content, diagnostics } = judgeFor(outputs, loaded)
  report(diagnostics, io)
  if (base) for (const line of whatWasNotRead(base)) io.out(line)
  for (const line of formatDrafts(drafts ?? new Map())) io.out(line)
  if (!content || !base || !banks) return exit.content

  const { failures } = await renderAll(outputs, content, { render: openDryRender() })
  if (failures.length > 0) return tellFailures(failures, io)
  const leaks = diagnostics.filter(({ rule }) => rule === 'question/leak').length
  const counted = figures(base, banks, leaks, factsIn(content.decks))
  io.out(`${formatCoverage(coverage(base, banks))}\n${formatFigures(counted)}`)
  io.out(formatStandings(countStandings(reviewStandings(base).values())))
  for (const line of formatStatistics(loaded.statistics ?? [])) io.out(line)
  io.out(whatWasCompared(base, articles !== undefined))
  return exit.fine
}
