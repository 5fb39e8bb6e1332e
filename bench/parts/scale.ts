import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wantedOutputs } from '../../scripts/commands/wanted-outputs.ts'
import { emit, factdeckWithPeak, forgetUnits, median } from '../measure.ts'
import type { EmitReport } from '../emit.ts'
import type { Part } from '../part.ts'
import type { Row } from '../table.ts'
import { seconds, times } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** Ten times the content, beside its tenth. */
export const scale: Part = async ({ quick, folder, say }) => {
  const sizes = quick ? ([10, 100] as const) : ([100, 1000] as const)
  const all = ['quizzes', 'decks', 'site']
  const fewer = sizes.map((decks) => decks / 10)
  const measured = new Map<string, EmitReport>()
  for (const [outputs, name, counts] of [
    [[], 'check', sizes],
    [all, 'all', sizes],
    [['worksheets'], 'worksheets', fewer],
  ] as const) {
    for (const decks of counts) {
      say(`${name}: ${decks * 10} facts`)
      const { root, articles } = await writeContent(join(folder, 'content'), { decks })
      await forgetUnits()
      const out = outputs.length > 0 ? { out: join(folder, 'out') } : {}
      const reports: EmitReport[] = []
      const runs = quick || name !== 'check' || decks === counts[1] ? 1 : 3
      for (let repeat = 0; repeat < runs; repeat++)
        reports.push(await emit({ content: root, articles, outputs: [...outputs], ...out }))
      measured.set(`${name} ${decks}`, middle(reports))
    }
  }
  const checks = await checkedAgain(sizes[1], folder, say)
  const whole = await wholeProcess(sizes[1], folder, say)
  await rm(folder, { recursive: true, force: true })

  const row = (
    what: string,
    name: string,
    pick: (report: EmitReport) => number,
    counts: readonly number[] = sizes,
  ): Row => {
    const [small, large] = counts.map((decks) => measured.get(`${name} ${decks}`)!)
    const ratio = pick(large!) / pick(small!)
    return {
      what: `${what}: ${counts.map((decks) => (decks * 10).toLocaleString('en')).join(' and ')} facts and questions`,
      ours: `${seconds(pick(small!))} and ${seconds(pick(large!))}`,
      ratio: times(ratio),
      target: '≤ 12',
      met: ratio <= 12,
    }
  }
  const peaks = (name: string): string =>
    sizes.map((decks) => `${Math.round(measured.get(`${name} ${decks}`)!.peak)} MB`).join(' and ')
  return [
    row('check, evidence too', 'check', ({ total }) => total),
    { what: 'the same, peak memory', ours: peaks('check') },
    row('check, render and write', 'all', ({ phases }) =>
      sum(phases, ['load', 'quizzes', 'decks', 'site', 'write']),
    ),
    row('worksheets and keys', 'worksheets', ({ phases }) => sum(phases, ['worksheets']), fewer),
    {
      what: `the same without worksheets, peak memory; ${sizes.join(' and ')} decks, ${sizes
        .map((decks) => measured.get(`all ${decks}`)!.files.toLocaleString('en'))
        .join(' and ')} files`,
      ours: peaks('all'),
    },
    ...checks,
    ...whole,
  ]
}

/** What `factdeck check --articles` takes, from its start to its end, and once more after a change to one fact. */
async function checkedAgain(decks: number, folder: string, say: (what: string) => void): Promise<Row[]> {
  const { root, articles } = await writeContent(join(folder, 'content'), { decks })
  await forgetUnits()
  const what = `\`check --articles\` of ${(decks * 10).toLocaleString('en')} facts and questions`
  say(`${what}, twice`)
  const check = () => factdeckWithPeak(['check', '--content', root, '--articles', articles])
  const first = await check()
  await change(root, 'only baskets that were full')
  const again = await check()
  return [
    { what: `${what}, from its start to its end`, ours: seconds(first.ms) },
    {
      what: 'the same after a change to one fact',
      ours: seconds(again.ms),
      ratio: times(again.ms / first.ms),
    },
    { what: 'the same, peak memory', ours: `${Math.round(first.peak)} MB and ${Math.round(again.peak)} MB` },
  ]
}

/** Words a note of one fact anew. */
async function change(root: string, words: string): Promise<void> {
  const file = join(root, 'facts/coast-0000.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/full baskets only|only baskets that were full/, words))
}

/** What `factdeck build` takes for everything but PDFs, from its start to its end, with the articles and without. */
async function wholeProcess(decks: number, folder: string, say: (what: string) => void): Promise<Row[]> {
  const { root, articles } = await writeContent(join(folder, 'content'), { decks })
  const only = wantedOutputs({ browser: false })
    .map(({ name }) => name)
    .filter((name) => name !== 'worksheets')
    .join(',')
  const rows: Row[] = []
  for (const [given, words] of [
    [[], 'without --articles'],
    [['--articles', articles], 'with --articles'],
  ] as const) {
    say(`everything but PDFs, ${words}: ${decks * 10} facts`)
    // Each its own folder: some file systems look for minutes at each file that was removed before they make another.
    const out = join(folder, given.length === 0 ? 'without' : 'with')
    await forgetUnits()
    const call = ['build', '--only', only, '--content', root, '--out', out, ...given]
    const { ms, peak } = await factdeckWithPeak(call)
    const what = `\`build\` of everything but PDFs, ${(decks * 10).toLocaleString('en')} facts and questions, ${words}`
    rows.push(
      { what, ours: seconds(ms), target: '≤ 20 s', met: ms <= 20_000 },
      { what: 'the same, peak memory', ours: `${Math.round(peak)} MB`, target: '< 700 MB', met: peak < 700 },
    )
    await change(root, 'only baskets that were full')
    const again = await factdeckWithPeak(call)
    rows.push({
      what: 'the same after a change to one fact, and its peak memory',
      ours: `${seconds(again.ms)}, ${Math.round(again.peak)} MB`,
      ratio: times(again.ms / ms),
    })
    await change(root, 'full baskets only')
  }
  return rows
}

function sum(phases: Readonly<Record<string, number>>, names: readonly string[]): number {
  return names.reduce((total, name) => total + (phases[name] ?? 0), 0)
}

/** The report with the median total. */
function middle(reports: readonly EmitReport[]): EmitReport {
  const wanted = median(reports.map(({ total }) => total))
  return reports.find(({ total }) => total === wanted) ?? reports[0]!
}
