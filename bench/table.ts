// The figures as one table in Markdown.

/** A line of the table; a cell that is left out was not measured or does not exist. */
export interface Row {
  what: string
  ours?: string
  slidev?: string
  marp?: string
  ratio?: string
  target?: string
  /** Whether the target was met; absent where there is none. */
  met?: boolean
}

export function table(rows: readonly Row[]): string {
  const head = ['', 'factdeck', 'plain Slidev', 'Marp CLI', 'ratio', 'target', 'met']
  const cells = rows.map(({ what, ours, slidev, marp, ratio, target, met }) => [
    what,
    ours ?? '–',
    slidev ?? '–',
    marp ?? '–',
    ratio ?? '–',
    target ?? '–',
    verdict(met),
  ])
  return lines(head, cells)
}

/** The same of figures that nobody else is compared by. */
export function judgedTable(rows: readonly Row[]): string {
  return lines(
    ['', 'measured', 'target', 'met'],
    rows.map(({ what, ours, target, met }) => [what, ours ?? '–', target ?? '–', verdict(met)]),
  )
}

function verdict(met: boolean | undefined): string {
  return met === undefined ? '–' : met ? 'yes' : '**no**'
}

function lines(head: readonly string[], cells: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** "91 %" */
export function share(part: number): string {
  return `${Math.round(part * 100)} %`
}

/** "0.24 s", "12.3 s". */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
}

/** "126 kB" (1 kB is 1,000 bytes). */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
}

/** "0.31" */
export function times(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)
}
