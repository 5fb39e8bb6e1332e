import { loadContent } from '../../scripts/commands/load-content.ts'
import { versions, worksheetView } from '../../scripts/outputs/worksheets.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { median } from '../measure.ts'
import type { Part } from '../part.ts'
import { seconds } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** Worksheets: four versions of a hundred questions. */
export const worksheets: Part = async ({ folder, say }) => {
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
  ]
}
