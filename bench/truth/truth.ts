// `npm run bench -- truth [--held-out] [--sample N] [KIND ...]`: how many false statements the checks catch,
// kind by kind, and how many genuine ones they flag. Prints Markdown; the kinds kept aside are measured with
// --held-out only.

import { join } from 'node:path'
import { seededShuffle } from '../../contract/seeded-shuffle.ts'
import { packageRoot } from '../measure.ts'
import { heldOutKinds } from './held-out.ts'
import { openKinds } from './kinds/index.ts'
import { onceAside } from './kinds/once-aside.ts'
import type { Kind } from './mutation.ts'
import { genuineFindings, judge, readUnit, type MeasuredUnit, type Verdict } from './suite.ts'

export interface TruthOptions {
  /** The folder of the sample content's articles. */
  articles: string
  /** Measure the kinds that are kept aside too. */
  heldOut: boolean
  /** Print so many mutants of each kind, to be read by a person. */
  sample: number
  /** Only these kinds; all of them where it is empty. */
  only: readonly string[]
}

/** Measures and words the result. Throws where a unit cannot be read. */
export async function measureTruth({ articles, heldOut, sample, only }: TruthOptions): Promise<string> {
  const units = [await readUnit('the sample content', packageRoot, articles)]
  for (const name of ['bridge', 'lake', 'pump', 'violin']) units.push(await fixture(name))
  const known = [...openKinds, ...onceAside, ...(heldOut ? heldOutKinds : [])]
  const kinds = known.filter(({ id }) => only.length === 0 || only.includes(id))
  if (kinds.length === 0) throw new Error(`Expected some of ${known.map(({ id }) => id).join(', ')}`)
  const verdicts = units.flatMap((unit) => judge(unit, kinds))
  return [
    kindTable(kinds, units, verdicts),
    '',
    ...units.map(genuineLine),
    ...(sample > 0 ? ['', samples(kinds, verdicts, sample)] : []),
  ].join('\n')
}

/** An invented unit of the tests. */
function fixture(name: string): Promise<MeasuredUnit> {
  return readUnit(
    `the ${name}`,
    join(packageRoot, `tests/fixtures/${name}-unit`),
    join(packageRoot, 'tests/fixtures/articles'),
  )
}

function kindTable(
  kinds: readonly Kind[],
  units: readonly MeasuredUnit[],
  verdicts: readonly Verdict[],
): string {
  const rowOf = (name: string, of: readonly Verdict[]): string[] => [
    name,
    ...units.flatMap((unit) => {
      const mine = of.filter((verdict) => verdict.unit === unit.name)
      return [String(mine.length), share(mine)]
    }),
  ]
  const group = (name: string, some: readonly Kind[]): string[][] =>
    some.length === 0
      ? []
      : [
          ...some.map(({ id, what }) =>
            rowOf(
              `\`${id}\`: ${what}`,
              verdicts.filter(({ kind }) => kind === id),
            ),
          ),
          rowOf(
            `**${name}**`,
            verdicts.filter(({ kind }) => some.some(({ id }) => id === kind)),
          ),
        ]
  const aside = kinds.filter((kind) => heldOutKinds.includes(kind))
  const seen = kinds.filter((kind) => onceAside.includes(kind))
  const rows = [
    ['', ...units.flatMap(({ name }) => [name, 'caught'])],
    ['---', ...units.flatMap(() => ['---:', '---:'])],
    ...group(
      'open kinds, all mutants',
      kinds.filter((kind) => openKinds.includes(kind)),
    ),
    ...group('kinds once kept aside, all mutants', seen),
    ...group('kinds kept aside, all mutants', aside),
    ...(kinds.some((kind) => openKinds.includes(kind)) && seen.length + aside.length > 0
      ? [rowOf('**all mutants**', verdicts)]
      : []),
  ]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function share(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '–'
  return `${Math.round((100 * verdicts.filter(({ found }) => found.length > 0).length) / verdicts.length)} %`
}

function genuineLine(unit: MeasuredUnit): string {
  const flagged = [...genuineFindings(unit)].filter(([, found]) => found.length > 0)
  const percent = ((100 * flagged.length) / unit.base.facts.size).toFixed(1)
  const names = flagged.map(
    ([id, found]) => `${id} (${[...new Set(found.map(({ rule }) => rule))].join(', ')})`,
  )
  return `- Genuine statements of ${unit.name} that are flagged: ${flagged.length} of ${unit.base.facts.size} (${percent} %)${names.length > 0 ? `: ${names.join('; ')}` : ''}.`
}

function samples(kinds: readonly Kind[], verdicts: readonly Verdict[], number: number): string {
  return kinds
    .flatMap(({ id }) => [
      `### ${id}`,
      ...seededShuffle(
        verdicts.filter(({ kind }) => kind === id),
        id,
      )
        .slice(0, number)
        .map(
          ({ genuine, mutant, found }) =>
            `- ${genuine.statement}\n  → ${mutant.statement}\n  ${found.length === 0 ? '**passed**' : [...new Set(found.map(({ rule }) => rule))].join(', ')}`,
        ),
    ])
    .join('\n')
}
