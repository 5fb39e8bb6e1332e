import { resolve } from 'node:path'
import type { Content } from '../decks/content.ts'
import { formatDrafts } from '../drafts/load-drafts.ts'
import { coverage, formatCoverage } from '../questions/coverage.ts'
import { figures, formatFigures } from '../questions/figures.ts'
import { formatStatistics } from '../questions/statistics.ts'
import { countStandings, formatStandings, reviewStandings } from '../facts/reviews/review-standing.ts'
import type { Options } from '../diagnostics/options.ts'
import type { Output } from '../outputs/output.ts'
import { openDryRender } from '../render/dry-render.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, unitOptions } from './options.ts'
import { withJudging, type Judging } from './judging.ts'
import { loadAhead, loadContent, type Loaded } from './load-content.ts'
import { judgeFor } from './make-unit.ts'
import { mendUnit } from './mend-unit.ts'
import { openSoundMemory } from './remembered-sound.ts'
import { renderAll, type Rendered } from './render-all.ts'
import { report, tellFailures } from './report.ts'
import { exportsOption, wantedOutputs } from './wanted-outputs.ts'
import { Refused } from './verdict.ts'
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
  return withJudging({ ...args, content: root, articles }, io, (judging) =>
    checkUnit(args, io, { root, articles, judging }),
  )
}

async function checkUnit(
  args: Given<typeof options>,
  io: Io,
  { root, articles, judging }: { root: string; articles: string | undefined; judging: Judging | undefined },
): Promise<number> {
  const { loaded, rendered } = judging
    ? await renderedAhead(root, args, judging)
    : { loaded: await loadAlone(root, articles, args, io) }
  const { base, banks, drafts } = loaded
  const outputs = outputsFor(args, loaded)
  const { content, diagnostics } = judgeFor(outputs, loaded)
  report(diagnostics, io)
  if (base) for (const line of whatWasNotRead(base)) io.out(line)
  for (const line of formatDrafts(drafts ?? new Map())) io.out(line)
  if (!content || !base || !banks) return exit.content

  const { failures } = rendered ?? (await renderDry(outputs, content))
  if (failures.length > 0) return tellFailures(failures, io)
  const leaks = diagnostics.filter(({ rule }) => rule === 'question/leak').length
  const counted = figures(base, banks, leaks, factsIn(content.decks))
  io.out(`${formatCoverage(coverage(base, banks))}\n${formatFigures(counted)}`)
  io.out(formatStandings(countStandings(reviewStandings(base).values())))
  for (const line of formatStatistics(loaded.statistics ?? [])) io.out(line)
  io.out(whatWasCompared(base, articles !== undefined))
  return exit.fine
}

async function loadAlone(
  root: string,
  articles: string | undefined,
  args: Given<typeof options>,
  io: Io,
): Promise<Loaded> {
  const sound = await openSoundMemory(root, articles, io)
  const loaded = await loadContent(root, articles, { ...args, sound })
  await sound.keep()
  return loaded
}

/** Renders every template while the unit is judged; that of a unit which is refused counts for nothing. */
async function renderedAhead(
  root: string,
  args: Given<typeof options>,
  judging: Judging,
): Promise<{ loaded: Loaded; rendered: Rendered | undefined }> {
  const { loaded, judged } = await loadAhead(root, args, judging)
  let refused = false
  judged.then(
    ({ content }) => (refused = !content),
    () => (refused = true),
  )
  const outputs = outputsFor(args, loaded)
  const { content } = judgeFor(outputs, loaded)
  const rendered = content && (await renderDry(outputs, content, () => refused))
  return { loaded: await judged, rendered }
}

function outputsFor({ exports }: Given<typeof options>, { content }: Loaded): readonly Output[] {
  return wantedOutputs({ exports, browser: true }, content?.unit)
}

function renderDry(
  outputs: readonly Output[],
  content: Content,
  refused: () => boolean = () => false,
): Promise<Rendered> {
  return renderAll(outputs, content, { render: openDryRender() }, (_, emit) =>
    emit(() => {
      if (refused()) throw new Refused()
    }),
  )
}
