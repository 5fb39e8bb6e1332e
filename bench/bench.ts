// `npm run bench [-- --quick] [-- PART ...]`: measures factdeck beside plain Slidev and Marp CLI, and how
// well its checks judge; prints two tables, and writes them to bench/results.md when everything was measured
// in full. FACTDECK_BENCH_DATE names the day of the run. `npm run bench -- truth ...` and `-- wice --data
// DIR` measure what the checks of statements catch, `-- flaws --data DIR` what those of questions find; each is
// a run of its own; so is `-- story`, which counts what the decks of the sample show.

import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from './measure.ts'
import { measureFlaws } from './flaws/flaws.ts'
import type { Judgement, Part } from './part.ts'
import { again } from './parts/again.ts'
import { candidatesIn } from './parts/candidates.ts'
import { decks } from './parts/decks.ts'
import { dev } from './parts/dev.ts'
import { explorer } from './parts/explorer.ts'
import { exportsPart } from './parts/exports.ts'
import { keys } from './parts/keys.ts'
import { print } from './parts/print.ts'
import { scale } from './parts/scale.ts'
import { sizes } from './parts/sizes.ts'
import { studio } from './parts/studio.ts'
import { words } from './parts/words.ts'
import { worksheets } from './parts/worksheets.ts'
import { measureStory } from './story.ts'
import { benchFolder, openPeers, type Peers } from './peers.ts'
import { method } from './method.ts'
import { judgedTable, table, type Row } from './table.ts'
import { measureBlind } from './truth/blind.ts'
import { measureWice } from './truth/wice.ts'
import { measureShown } from './truth/shown.ts'
import { measureTruth } from './truth/truth.ts'

const results = join(packageRoot, 'bench/results.md')
const parts: Record<string, Part> = {
  decks,
  dev,
  sizes,
  worksheets,
  print,
  again,
  scale,
  explorer,
  words,
  studio,
  exports: exportsPart,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    date: { type: 'string' },
    articles: { type: 'string' },
    'held-out': { type: 'boolean' },
    sample: { type: 'string' },
    data: { type: 'string' },
  },
})
const judgements: Record<string, Judgement> = { keys, candidates: candidatesIn(values.articles) }
const all = [...Object.keys(parts), ...Object.keys(judgements)]
const unknown = positionals.filter((name) => !all.includes(name))
if (positionals[0] === 'truth') {
  console.log(
    await measureTruth({
      articles: values.articles ?? join(packageRoot, '../shared/articles'),
      heldOut: values['held-out'] === true,
      sample: Number(values.sample ?? 0),
      only: positionals.slice(1),
    }),
  )
} else if (positionals[0] === 'blind') {
  console.log(await measureBlind())
} else if (positionals[0] === 'story') {
  console.log(await measureStory())
} else if (positionals[0] === 'shown') {
  console.log(await measureShown(values.articles ?? join(packageRoot, '../shared/articles')))
} else if (positionals[0] === 'wice') {
  if (values.data === undefined) {
    console.error('Unexpected wice without --data DIR, expected the folder that holds claims.dev.jsonl')
    process.exitCode = 2
  } else console.log(await measureWice(values.data))
} else if (positionals[0] === 'flaws') {
  if (values.data === undefined) {
    console.error(
      'Unexpected flaws without --data DIR, expected the folder that holds writing_flaws_judge.jsonl',
    )
    process.exitCode = 2
  } else console.log(await measureFlaws(values.data))
} else if (unknown.length > 0) {
  console.error(
    `Unexpected ${unknown.join(', ')}, expected "truth", "blind", "story", "shown", "wice", "flaws" or some of ${all.join(', ')}`,
  )
  process.exitCode = 2
} else {
  await bench(positionals.length > 0 ? positionals : all, values.quick === true)
}

function sayOf(name: string): (what: string) => void {
  return (what) => console.error(`${name}: ${what}`)
}

async function bench(wanted: readonly string[], quick: boolean): Promise<void> {
  const judged: Row[] = []
  for (const [name, judge] of Object.entries(judgements))
    if (wanted.includes(name)) judged.push(...(await judge(sayOf(name)).catch(failed(name))))
  const names = wanted.filter((name) => Object.hasOwn(parts, name))
  if (names.length === 0) return console.log(judgedTable(judged))

  const peers = await openPeers()
  const rows: Row[] = []
  const loads = [loadavg()[0] ?? 0]
  const complete = all.every((name) => wanted.includes(name))
  for (const [place, name] of names.entries()) {
    const folder = join(benchFolder, name)
    const measured = await parts[name]!({ peers, quick, folder, say: sayOf(name) }).catch(failed(name))
    console.error(table(measured))
    rows.push(...measured)
    loads.push(loadavg()[0] ?? 0)
    await rm(folder, { recursive: true, force: true })
    // After every part, so that a run that is cut short leaves what it has.
    const missing = names
      .slice(place + 1)
      .map((each) => ({ what: `part \`${each}\`: not measured in this run` }))
    if (complete && !quick)
      await writeFile(results, report(peers, loads, [...rows, ...missing], judged) + truthSection())
  }
  console.log(report(peers, loads, rows, judged))
}

/** What `truth` and `wice` measured stays in the file: it is another run's. */
function truthSection(): string {
  const text = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const at = text.indexOf('\n## What the checks catch')
  return at < 0 ? '' : text.slice(at)
}

function failed(name: string): (thrown: unknown) => Row[] {
  return (thrown) => {
    console.error(thrown)
    return [{ what: `part \`${name}\`: not measured, a program of it failed` }]
  }
}

function report(
  peers: Peers,
  loads: readonly number[],
  rows: readonly Row[],
  judged: readonly Row[],
): string {
  return `# Figures

${machine(peers, loads)}

${table(rows)}

## How well the checks judge

${judgedTable(judged)}

${method}
`
}

function machine({ versions }: Peers, loads: readonly number[]): string {
  const date = values.date ?? process.env['FACTDECK_BENCH_DATE']
  const busy = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
  return [
    `Made by \`npm run bench\`${date === undefined ? '' : ` on ${date}`}: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB of memory,`,
    `Node ${versions.node}, Slidev ${versions.slidev}, Marp CLI ${versions.marp}, Chromium ${versions.browser}. Load average between the parts: ${busy}.`,
    'Times are those of this machine on that day; ratios, measured side by side, are what counts.',
  ].join('\n')
}
