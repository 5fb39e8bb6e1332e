import { alternate, packageRoot, run } from '../measure.ts'
import type { WordsReport } from '../words-run.ts'
import type { Part } from '../part.ts'
import type { Row } from '../table.ts'
import { seconds, times } from '../table.ts'

/**
 * What the rules of words add to holding facts against their evidence, in processor time: runs with them and
 * without take turns, each in a process of its own.
 */
export const words: Part = async ({ quick, say }) => {
  const sizes = quick ? ([100, 1000] as const) : ([1000, 10_000] as const)
  const measured: { plain: number; worded: number; peaks: [number, number] }[] = []
  for (const [place, facts] of sizes.entries()) {
    say(`${facts} facts`)
    const peaks: [number, number] = [0, 0]
    const one = async (withWords: boolean): Promise<number> => {
      const { cpu, peak } = await runOnce(facts, withWords)
      const which = withWords ? 1 : 0
      peaks[which] = Math.max(peaks[which], peak)
      return cpu
    }
    const { a, b } = await alternate(
      place === 0 && !quick ? 3 : 1,
      () => one(false),
      () => one(true),
    )
    measured.push({ plain: a, worded: b, peaks })
  }
  const [small, large] = measured as [(typeof measured)[0], (typeof measured)[0]]
  const growth = large.worded / small.worded
  return [
    ...measured.map(({ plain, worded, peaks }, place): Row => {
      const ratio = worded / plain
      return {
        what: `evidence of ${sizes[place]!.toLocaleString('en')} facts without the rules of words and with them, processor time; peak memory ${peaks.map((peak) => `${Math.round(peak)} MB`).join(' and ')}`,
        ours: `${seconds(plain)} and ${seconds(worded)}`,
        ratio: times(ratio),
        target: '≤ 2',
        met: ratio <= 2,
      }
    }),
    {
      what: 'the same with the rules of words, ten times the facts beside a tenth',
      ours: `${seconds(small.worded)} and ${seconds(large.worded)}`,
      ratio: times(growth),
      target: '≤ 12',
      met: growth <= 12,
    },
  ]
}

async function runOnce(facts: number, withWords: boolean): Promise<WordsReport> {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'bench/words-run.ts', String(facts), withWords ? 'words' : 'plain'],
    { cwd: packageRoot },
  )
  return JSON.parse(stdout) as WordsReport
}
