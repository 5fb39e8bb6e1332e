import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { alternate, factdeck, median } from '../measure.ts'
import type { Part } from '../part.ts'
import { seconds, times, type Row } from '../table.ts'
import { writeContent } from '../write-content.ts'
import { writeMarpDecks } from '../write-marp-decks.ts'

/** PDFs of decks, by the same browser for all. */
export const print: Part = async ({ peers, quick, folder, say }) => {
  const count = quick ? 3 : 30
  const { root } = await writeContent(folder, { decks: count })
  const out = join(folder, 'out')
  await factdeck(['build', '--only', 'decks', '--content', root, '--out', out])
  await writeMarpDecks(root, join(folder, 'marp'))
  await mkdir(join(folder, 'marp-out'), { recursive: true })
  const env = { FACTDECK_BROWSER: peers.browserPath }

  say(`PDFs of ${count} decks, the same with Marp CLI`)
  const pdfs = ['build', '--only', 'deck-pdfs', '--content', root, '--out', join(folder, 'pdf')]
  const alone = await alternate(
    quick ? 1 : 5,
    () => factdeck([...pdfs, '--no-handouts'], env),
    () =>
      peers.marp([
        '--pdf',
        '--browser-path',
        peers.browserPath,
        '-I',
        join(folder, 'marp'),
        '-o',
        join(folder, 'marp-out'),
      ]),
  )
  say(`the same with two handouts a deck`)
  const all = await factdeck(pdfs, env)

  const exports: number[] = []
  for (let deck = 0; deck < (quick ? 1 : 3); deck++) {
    say(`slidev export of deck ${deck + 1}`)
    const output = join(folder, `slidev-${deck}.pdf`)
    const { browserPath } = peers
    await peers
      .slidev(
        [
          'export',
          `harbours-000${deck}.md`,
          '--output',
          output,
          '--executable-path',
          browserPath,
          '--timeout',
          '120000',
        ],
        join(out, 'slidev'),
      )
      .then(
        (ms) => exports.push(ms),
        // What it is compared with stands for itself.
        (thrown: Error) => console.error(thrown.message),
      )
  }
  return [
    besideSlidev(count, alone.a, exports),
    {
      what: `slides PDFs of ${count} decks`,
      ours: seconds(alone.a),
      marp: seconds(alone.b),
      ratio: times(alone.a / alone.b),
      target: '≤ 0.33',
      met: alone.a / alone.b <= 1 / 3,
    },
    { what: `slides and two handouts of ${count} decks, ${count * 3} PDFs`, ours: seconds(all) },
  ]
}

function besideSlidev(count: number, ours: number, exports: readonly number[]): Row {
  const what = `slides PDFs of ${count} decks`
  if (exports.length === 0) return { what: `${what} (Slidev: no export succeeded)`, ours: seconds(ours) }
  const exported = median(exports) * count
  return {
    what: `${what} (Slidev: median of ${exports.length}, times ${count})`,
    ours: seconds(ours),
    slidev: seconds(exported),
    ratio: `1/${times(exported / ours)}`,
    target: '≤ 1/40',
    met: exported / ours >= 40,
  }
}
