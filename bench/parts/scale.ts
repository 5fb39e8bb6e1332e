import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { emit, median } from '../measure.ts'
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
      const out = outputs.length > 0 ? { out: join(folder, 'out') } : {}
      const reports: EmitReport[] = []
      const runs = quick || name !== 'check' || decks === counts[1] ? 1 : 3
      for (let repeat = 0; repeat < runs; repeat++)
        reports.push(await emit({ content: root, articles, outputs: [...outputs], ...out }))
      measured.set(`${name} ${decks}`, middle(reports))
    }
  }
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
    row('check and render', 'all', ({ phases }) => sum(phases, ['load', 'quizzes', 'decks', 'site'])),
    row('worksheets and keys', 'worksheets', ({ phases }) => sum(phases, ['worksheets']), fewer),
    row('writing the files', 'all', ({ phases }) => sum(phases, ['write'])),
    {
      what: `the same without worksheets, peak memory; ${sizes.join(' and ')} decks, ${sizes
        .map((decks) => measured.get(`all ${decks}`)!.files.toLocaleString('en'))
        .join(' and ')} files`,
      ours: peaks('all'),
    },
  ]
}

function sum(phases: Readonly<Record<string, number>>, names: readonly string[]): number {
  return names.reduce((total, name) => total + (phases[name] ?? 0), 0)
}

/** The report with the median total. */
function middle(reports: readonly EmitReport[]): EmitReport {
  const wanted = median(reports.map(({ total }) => total))
  return reports.find(({ total }) => total === wanted) ?? reports[0]!
}
