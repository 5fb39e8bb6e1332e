// `npm run bench -- blind`: units and false statements that were written without knowing the rules: how many of the
// true statements the checks refuse or doubt, and how many of the false.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FactId } from '../../scripts/facts/ids.ts'
import { hasErrors, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { packageRoot } from '../measure.ts'
import { findingsWith, genuineFindings, readUnit } from './suite.ts'

/** A statement that its fact's passages do not support, and in what. */
interface False {
  id: FactId
  statement: string
  how: string
}

interface Counted {
  all: number
  refused: number
  flagged: number
}

/** Measures each unit in `tests/fixtures/blind`, and words the result in Markdown. Throws where one cannot be read. */
export async function measureBlind(): Promise<string> {
  const folder = join(packageRoot, 'tests/fixtures/blind')
  const rows: string[] = []
  const total = [nobody(), nobody()] as const
  for (const name of (await readdir(folder)).toSorted()) {
    const unit = await readUnit(name, join(folder, name), join(folder, name, 'articles'))
    const made = JSON.parse(await readFile(join(folder, name, 'false.json'), 'utf8')) as False[]
    const genuine = genuineFindings(unit)
    const counted = [
      count([...unit.base.facts.keys()].map((id) => genuine.get(id) ?? [])),
      count(
        made.map(({ id, statement }) => findingsWith(unit, new Map([[id, { statement }]])).get(id) ?? []),
      ),
    ] as const
    rows.push(row(`the ${name}`, counted))
    for (const [index, each] of counted.entries())
      for (const key of ['all', 'refused', 'flagged'] as const) total[index]![key] += each[key]
  }
  return [
    '| unit | true statements | refused | refused or doubted | false statements | refused | refused or doubted |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    row('**all**', total),
  ].join('\n')
}

function nobody(): Counted {
  return { all: 0, refused: 0, flagged: 0 }
}

function count(found: readonly (readonly Diagnostic[])[]): Counted {
  return {
    all: found.length,
    refused: found.filter((each) => hasErrors(each)).length,
    flagged: found.filter((each) => each.length > 0).length,
  }
}

function row(name: string, counted: readonly Counted[]): string {
  const cells = counted.flatMap(({ all, refused, flagged }) => [
    String(all),
    ...[refused, flagged].map((each) => `${Math.round((100 * each) / all)} %`),
  ])
  return `| ${[name, ...cells].join(' | ')} |`
}
