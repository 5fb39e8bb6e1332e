import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { factdeck, median, packageRoot } from '../measure.ts'
import type { Part } from '../part.ts'
import { seconds, type Row } from '../table.ts'

/** Our own unit again, everything with its PDFs: without a change, and after one to a fact that is on slides. */
export const again: Part = async ({ quick, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-again-'))
  try {
    for (const name of ['facts', 'questions', 'slides'])
      await cp(join(packageRoot, name), join(folder, name), { recursive: true })
    const build = (): Promise<number> =>
      factdeck(['build', '--content', folder, '--out', join(folder, 'dist')])
    say('the sample, so that everything is kept')
    await build()
    const runs = quick ? 1 : 5
    say('the sample again')
    const same: number[] = []
    for (let run = 0; run < runs; run++) same.push(await build())
    say('the sample after a change to one fact')
    const changed: number[] = []
    for (let run = 0; run < runs; run++) {
      await changeFact(folder, run)
      changed.push(await build())
    }
    return [
      row('the sample unit again, PDFs included, without a change', same, 1500),
      row('the same after a change to one fact', changed, 4000),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function row(what: string, values: readonly number[], most: number): Row {
  const ms = median(values)
  return { what, ours: seconds(ms), target: `≤ ${seconds(most)}`, met: ms <= most }
}

/** What the first fact of the first topic says is said in other words, each time in others. */
async function changeFact(folder: string, run: number): Promise<void> {
  const [name = ''] = (await readdir(join(folder, 'facts'))).toSorted().filter((each) => isTopic(each))
  const file = join(folder, 'facts', name)
  const text = await readFile(file, 'utf8')
  const added = ['so it says', 'as it is told', 'it is told', 'it says here', 'so it is told']
  const before = run === 0 ? '' : `, ${added[run - 1]}`
  const changed = text.replace(
    new RegExp(`("statement": "[^"]*)${before}\\."`),
    (_, start: string) => `${start}, ${added[run]}."`,
  )
  if (changed === text) throw new Error(`Unexpected ${file}, expected a statement that ends with a full stop`)
  await writeFile(file, changed)
}

function isTopic(name: string): boolean {
  return !['actors.json', 'background.json', 'reviews.json', 'sources.json', 'unit.json'].includes(name)
}
