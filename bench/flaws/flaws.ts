// `npm run bench -- flaws --data DIR`: what the lint of questions finds of what people found. The items and
// labels are those published with BenchMarker (Balepur and others, 2026), whose part of 216 exam items is that
// of Moore and others (2023 and 2024), written by students and labelled by two experts after 19 criteria. The
// other items are questions of eleven public benchmarks, each labelled after some of the criteria, so that none of
// them is known to be flawless. Nothing of it is part of the repository: the folder is given.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { criteria, flawsOf, type Criterion } from './criteria.ts'
import { readItem, type Item } from './item.ts'

interface Row {
  dataset: string
  question: string
  choices: string[]
  answer: string
  label: number
  flaw_type: string
}

interface Labelled extends Item {
  labels: Map<Criterion, boolean>
}

interface Count {
  found: number
  false: number
  missed: number
}

/** Markdown: figures for each criterion, and for all of them. Throws where the data are not there. */
export async function measureFlaws(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'writing_flaws_judge.jsonl'), 'utf8')
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
  return [
    figuresOf('exam items', itemsOf(rows, true), true),
    '',
    figuresOf('benchmark items', itemsOf(rows, false).filter(isReadable), false),
  ].join('\n')
}

/** Two tables: of both halves and all, and of each criterion. */
function figuresOf(name: string, items: readonly Labelled[], exams: boolean): string {
  const found = items.map((item) => flawsOf(readItem(item), questionChecks))
  const half = (wanted: boolean): number[] =>
    items.flatMap(({ stem }, at) => (tuned(stem) === wanted ? [at] : []))
  const groups: readonly (readonly [string, readonly number[]])[] = [
    ['half that was tuned on', half(true)],
    ['other half', half(false)],
    ['all', items.map((_, at) => at)],
  ]
  const all = groups.at(-1)![1]
  return [
    `| ${items.length} ${name} | items | micro-F1 | precision | recall | flawless items | of them flagged |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...groups.map(([which, group]) => {
      const total = sum(criteria.map((criterion) => countOf(items, found, group, criterion)))
      const clean = group.filter((at) => ![...items[at]!.labels.values()].includes(true))
      const flagged = clean.filter((at) => criteria.some((each) => found[at]!.has(each)))
      const flawless = exams
        ? `${clean.length} | ${Math.round((100 * flagged.length) / clean.length)} %`
        : '– | –'
      return `| ${which} | ${group.length} | ${decimal(f1(total))} | ${decimal(precision(total))} | ${decimal(recall(total))} | ${flawless} |`
    }),
    '',
    '| criterion | items with it | found | found by mistake | F1 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...criteria.map((criterion) => {
      const count = countOf(items, found, all, criterion)
      return `| ${criterion} | ${count.found + count.missed} | ${count.found} | ${count.false} | ${decimal(f1(count))} |`
    }),
  ].join('\n')
}

/** Whether a unit could have the item: some are passages of more than a page. */
function isReadable(item: Item): boolean {
  try {
    readItem(item)
    return true
  } catch {
    return false
  }
}

/** The items of exams, or those of other sets, each once, with every label that people agree on. */
function itemsOf(rows: readonly Row[], exams: boolean): Labelled[] {
  const items = new Map<string, Labelled>()
  for (const { dataset, question, choices, answer, label, flaw_type } of rows) {
    if (dataset.startsWith('human_') !== exams || !criteria.includes(flaw_type as Criterion)) continue
    const key = JSON.stringify([question, choices])
    const item = items.get(key) ?? {
      stem: question,
      options: choices,
      key: answer.charCodeAt(0) - 65,
      labels: new Map(),
    }
    items.set(key, item)
    const criterion = flaw_type as Criterion
    item.labels.set(criterion, Number(label) > 0 || item.labels.get(criterion) === true)
  }
  return [...items.values()]
}

function countOf(
  items: readonly Labelled[],
  found: readonly ReadonlySet<Criterion>[],
  group: readonly number[],
  criterion: Criterion,
): Count {
  const count: Count = { found: 0, false: 0, missed: 0 }
  for (const at of group) {
    const label = items[at]!.labels.get(criterion)
    if (label === undefined) continue
    const flagged = found[at]!.has(criterion)
    if (label && flagged) count.found += 1
    else if (flagged) count.false += 1
    else if (label) count.missed += 1
  }
  return count
}

/** A coin thrown by the stem: on this half rules were tuned, the other was looked at when they were done. */
function tuned(stem: string): boolean {
  return createHash('sha256').update(stem).digest()[0]! % 2 === 0
}

function sum(counts: readonly Count[]): Count {
  const total: Count = { found: 0, false: 0, missed: 0 }
  for (const count of counts)
    for (const part of ['found', 'false', 'missed'] as const) total[part] += count[part]
  return total
}

function precision({ found, false: wrong }: Count): number {
  return found + wrong === 0 ? 0 : found / (found + wrong)
}

function recall({ found, missed }: Count): number {
  return found + missed === 0 ? 0 : found / (found + missed)
}

function f1({ found, false: wrong, missed }: Count): number {
  return found === 0 ? 0 : (2 * found) / (2 * found + wrong + missed)
}

function decimal(share: number): string {
  return share.toFixed(2).replace(/^0/, '')
}
