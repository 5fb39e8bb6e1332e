import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { versions, worksheetView } from '../../scripts/outputs/worksheets.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { openTypst } from '../../scripts/render/typst.ts'
import { median } from '../measure.ts'
import type { Part } from '../part.ts'
import { seconds, times, type Row } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** Worksheets: four versions of a hundred questions, and the memory of many. */
export const worksheets: Part = async ({ quick, folder, say }) => {
  say('worksheets')
  // Every measurement sets a bank that Typst has not seen.
  const { root } = await writeContent(folder, { decks: 60, questionsPerBank: 100 })
  const { content } = await loadContent(root)
  if (!content) throw new Error(`Unexpected errors in ${root}, expected sound content`)
  const render = openRender(process.env)
  const typst = await render.typst()
  const timed: number[] = []
  for (const bank of content.banks) {
    const start = performance.now()
    for (const version of versions)
      await typst.compile(
        'worksheet.typ',
        worksheetView(content, bank, version, { paper: 'a4', large: false }),
      )
    timed.push(performance.now() - start)
  }
  await render.close()
  const [first = 0, ...others] = timed
  const ms = median(others)
  return [
    {
      what: 'worksheets: 100 questions in 4 versions, Typst alone, after its start',
      ours: seconds(ms),
      target: '≤ 1 s',
      met: ms <= 1000,
    },
    { what: 'the same with the start of Typst', ours: seconds(first) },
    await memoryOfMany(quick ? [20, 60] : [100, 1000], folder, say),
  ]
}

/** What Typst takes at most for so many worksheets of thirty questions: its process is replaced as it grows. */
async function memoryOfMany(
  [fewer, many]: readonly [number, number],
  folder: string,
  say: (what: string) => void,
): Promise<Row> {
  const { root } = await writeContent(folder, { decks: 10, questionsPerBank: 30 })
  const { content } = await loadContent(root)
  if (!content) throw new Error(`Unexpected errors in ${root}, expected sound content`)
  const peaks: number[] = []
  for (const wanted of [fewer, many]) {
    say(`memory of ${wanted} worksheets`)
    const typst = openTypst(templates('templates/print'), templates('question-types'))
    let peak = 0
    for (let n = 0; n < wanted; n++) {
      const bank = content.banks[n % content.banks.length]!
      const view = worksheetView(content, bank, versions[n % versions.length]!, { paper: 'a4', large: false })
      // No document is one that Typst has seen.
      const data: object = { ...view, title: `${bank.title} ${n}` }
      await typst.compile('worksheet.typ', data)
      peak = Math.max(peak, ...typstMemory())
    }
    await typst.close()
    peaks.push(peak)
  }
  const [small = 0, large = 0] = peaks
  return {
    what: `peak memory of Typst for ${fewer} and ${many.toLocaleString('en')} worksheets of 30 questions`,
    ours: `${Math.round(small)} MB and ${Math.round(large)} MB`,
    ratio: times(large / small),
    target: '≤ 2',
    met: large / small <= 2,
  }
}

function templates(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

/** The most that each running Typst of this process took, in MB, as Linux counts it; nothing elsewhere. */
function typstMemory(): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'latin1')
        const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)
        const isTypst = isOurs && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('typst-program')
        return isTypst ? Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1000 : []
      } catch {
        return []
      }
    })
}
