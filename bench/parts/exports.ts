import { join } from 'node:path'
import { renderAll } from '../../scripts/commands/render-all.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { exports } from '../../scripts/outputs/exports/table.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { packageRoot } from '../measure.ts'
import type { Part } from '../part.ts'
import { kilobytes, seconds, times } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** All exports of this repository's questions, and how they grow. */
export const exportsPart: Part = async ({ folder, quick, say }) => {
  say('exports')
  const render = openRender(process.env)
  await render.quizPlayer()
  const make = async (content: Content): Promise<{ cpu: number; sizes: [string, number][] }> => {
    const before = process.cpuUsage()
    const { files, failures } = await renderAll(exports, content, { render })
    if (failures.length > 0) throw failures[0]
    const { user, system } = process.cpuUsage(before)
    const sizes = exports.map(({ name }): [string, number] => [
      name,
      files
        .filter(({ path }) => path.startsWith(`exports/${name}/`))
        .reduce((sum, { data }) => sum + Buffer.byteLength(inOnePiece(data)), 0),
    ])
    return { cpu: (user + system) / 1000, sizes }
  }
  // The start: what loads the libraries and opens their engines, on a unit of two questions.
  const start = await make(await sound(join(packageRoot, 'tests/fixtures/bridge-unit')))
  const unit = await sound(packageRoot)
  const all = await make(unit)
  const questions = unit.banks.reduce((sum, bank) => sum + bank.questions.length, 0)

  const count = quick ? 200 : 1000
  const synthetic = async (banks: number): Promise<Content> => {
    const { root } = await writeContent(folder, { decks: banks, questionsPerBank: 20 })
    // Of questions alone: decks would be measured with them.
    return { ...(await sound(root)), decks: [] }
  }
  const half = await make(await synthetic(count / 40))
  const whole = await make(await synthetic(count / 20))
  await render.close()
  return [
    {
      what: `all ${exports.length} exports of ${questions} questions and ${unit.decks.length} decks, after the start (processor time)`,
      ours: seconds(all.cpu),
      target: '≤ 2 s',
      met: all.cpu <= 2000,
    },
    {
      what: 'the start: their libraries loaded, and the exports of two questions (processor time)',
      ours: seconds(start.cpu),
    },
    {
      what: `all exports of ${count} questions, beside half as many (processor time)`,
      ours: seconds(whole.cpu),
      ratio: times(whole.cpu / half.cpu),
      target: '≤ 2.5',
      met: whole.cpu / half.cpu <= 2.5,
    },
    {
      what: `sizes of the exports of ${questions} questions and ${unit.decks.length} decks`,
      ours: all.sizes.map(([name, bytes]) => `${name} ${kilobytes(bytes)}`).join(', '),
    },
    {
      what: `sizes of those of ${count} questions, without decks`,
      ours: whole.sizes.map(([name, bytes]) => `${name} ${kilobytes(bytes)}`).join(', '),
    },
  ]
}

async function sound(root: string): Promise<Content> {
  const { content } = await loadContent(root)
  if (!content) throw new Error(`Unexpected errors in ${root}, expected sound content`)
  return content
}
