import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alternate, factdeck, run, stayingBuild } from '../measure.ts'
import type { Part } from '../part.ts'
import { packFactdeck } from '../peers.ts'
import { seconds, times } from '../table.ts'
import { writeMarpDecks } from '../write-marp-decks.ts'
import { writeContent } from '../write-content.ts'

/** Decks from nothing beside one build of Slidev, and after a change beside Marp CLI. */
export const decks: Part = async ({ peers, quick, folder, say }) => {
  const count = quick ? 3 : 30
  const pairs = quick ? 1 : 7
  const { root } = await writeContent(folder, { decks: count })
  const out = join(folder, 'out')
  const decksAlone = ['build', '--only', 'decks', '--content', root]
  await factdeck([...decksAlone, '--out', out])

  say(`${count} decks with an empty cache, one plain slidev build`)
  const cache = join(folder, 'empty-cache')
  const slidevOnce = (): Promise<number> =>
    peers.slidev(['build', 'harbours-0000.md', '--out', join(folder, 'slidev-built')], join(out, 'slidev'))
  const cold = await alternate(
    quick ? 1 : 3,
    async () => {
      await rm(cache, { recursive: true, force: true })
      return factdeck([...decksAlone, '--out', join(folder, 'cold')], { FACTDECK_CACHE: cache })
    },
    slidevOnce,
  )

  say(`the same from the package`)
  const command = await packFactdeck(join(folder, 'packed'))
  const released = await alternate(
    quick ? 1 : 3,
    async () => {
      await rm(cache, { recursive: true, force: true })
      const env = { FACTDECK_CACHE: cache }
      return (await run(process.execPath, [command, ...decksAlone, '--out', join(folder, 'cold')], { env }))
        .ms
    },
    slidevOnce,
  )

  say(`${count} decks after a change to one fact, the same with Marp CLI`)
  const marp = join(folder, 'marp')
  await writeMarpDecks(root, marp)
  await mkdir(join(folder, 'marp-out'), { recursive: true })
  const marpToHtml = (): Promise<number> => peers.marp(['-I', marp, '-o', join(folder, 'marp-out')])
  let change = 0
  const changed = async (): Promise<void> => {
    const file = join(root, 'facts/coast-0000.json')
    const text = await readFile(file, 'utf8')
    change += 1
    await writeFile(file, text.replace(/landed \d,\d{3} baskets/, `landed 1,${String(100 + change)} baskets`))
  }
  const warm = await alternate(
    pairs,
    async () => {
      await changed()
      return factdeck([...decksAlone, '--out', out])
    },
    marpToHtml,
  )
  const staying = await stayingBuild([...decksAlone, '--out', out])
  const stayed = await alternate(pairs, () => staying.after(changed), marpToHtml)
  await staying.end()
  const whole = await alternate(
    quick ? 1 : 3,
    async () => {
      await changed()
      return factdeck(['build', '--no-pdf', '--content', root, '--out', out])
    },
    marpToHtml,
  )
  return [
    {
      what: `${count} decks of 15 slides, cold, from the package (Slidev: one deck)`,
      ours: seconds(released.a),
      slidev: seconds(released.b),
      ratio: times(released.a / released.b),
      target: '≤ 0.3',
      met: released.a / released.b <= 0.3,
    },
    {
      what: `the same from a checkout, which builds its own shell`,
      ours: seconds(cold.a),
      slidev: seconds(cold.b),
      ratio: times(cold.a / cold.b),
      target: '≤ 1.5',
      met: cold.a / cold.b <= 1.5,
    },
    {
      what: `all ${count} decks after a change to one fact, warm`,
      ours: seconds(warm.a),
      marp: seconds(warm.b),
      ratio: times(warm.a / warm.b),
      target: '≤ 0.15',
      met: warm.a / warm.b <= 0.15,
    },
    {
      what: `the same by \`build --watch\`, from the save to the folder in its place`,
      ours: seconds(stayed.a),
      marp: seconds(stayed.b),
      ratio: times(stayed.a / stayed.b),
      target: '≤ 0.15',
      met: stayed.a / stayed.b <= 0.15,
    },
    {
      what: `the same with quizzes, index, fact explorer and ${count * 6} worksheets and keys as PDFs (\`build --no-pdf\`)`,
      ours: seconds(whole.a),
      marp: seconds(whole.b),
      ratio: times(whole.a / whole.b),
    },
  ]
}
