import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { judgeFact } from '../../scripts/commands/studio/studio-answers.ts'
import { openStudioUnit } from '../../scripts/commands/studio/studio-unit.ts'
import { median } from '../measure.ts'
import type { Part } from '../part.ts'
import type { Row } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** What somebody waits for who types in the studio, in a unit of a thousand facts. */
export const studio: Part = async ({ quick, folder, say }) => {
  const decks = quick ? 10 : 100
  say(`studio: ${decks * 10} facts`)
  const { root, articles } = await writeContent(join(folder, 'content'), { decks })
  const unit = await openStudioUnit({
    root,
    articles,
    shown: { root, articles, cwd: folder },
    journals: join(folder, 'journals'),
    reading: {},
  })
  const reader = await openReader('en')
  const read = await unit.read()
  const verdicts: number[] = []
  for (const { value } of [...read.base.facts.values()].slice(0, quick ? 5 : 50)) {
    const [{ source, start, end }] = value.evidence as [(typeof value.evidence)[number]]
    // Each key makes another statement; the passage is known after the first.
    for (const statement of [value.statement, `${value.statement.slice(0, -1)} again.`]) {
      const began = performance.now()
      judgeFact(
        { draft: { ...value, statement }, actors: [], pin: { source, passages: [{ start, end }] } },
        await unit.read(),
        reader,
      )
      verdicts.push(performance.now() - began)
    }
  }
  await unit.close()
  await rm(folder, { recursive: true, force: true })
  const worst = Math.max(...verdicts)
  const facts = (decks * 10).toLocaleString('en')
  return [
    {
      what: `a statement typed to its verdict, ${facts} facts; median and slowest of ${verdicts.length}`,
      ours: `${Math.round(median(verdicts))} ms and ${Math.round(worst)} ms`,
      target: 'median ≤ 100 ms',
      met: median(verdicts) <= 100,
    },
  ] satisfies Row[]
}
