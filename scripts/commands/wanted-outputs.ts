import type { Choices, Options } from '../diagnostics/options.ts'
import type { Output } from '../outputs/output.ts'
import { optionsOf } from '../outputs/parts.ts'
import { outputs } from '../outputs/table.ts'

/** Which outputs a call asks for. */
export interface Wanted {
  /** Names; absent: all that are made unless asked for. */
  only?: readonly string[] | undefined
  /** Whether all exports are asked for, beside what else is. */
  exports?: boolean | undefined
  /** Whether the reading pack is asked for, beside what else is. */
  readingPack?: boolean | undefined
  /** Whether those that need a browser are among them. */
  browser: boolean
}

/** `unit` says which exports are made with every build that does not name what it makes. */
export function wantedOutputs(
  { only, exports = false, readingPack = false, browser }: Wanted,
  unit?: { exports?: readonly string[] | undefined },
): Output[] {
  const asked = ({ name, onDemand = false, holds }: Output): boolean =>
    (exports && holds !== undefined) ||
    (readingPack && name === 'reading-pack') ||
    (only?.includes(name) ?? (!onDemand || unit?.exports?.includes(name) === true))
  const someExport = outputs.some((output) => output.holds !== undefined && asked(output))
  return outputs.filter(
    (output) =>
      (output.explainsExports ? someExport : asked(output)) && (browser || !(output.needsBrowser ?? false)),
  )
}

const names = outputs.map(({ name }) => name)

/** `--only`. */
export const onlyOption = {
  kind: 'choices',
  placeholder: 'NAMES',
  noun: 'output',
  of: names,
  does: `these alone, of ${names.join(',')}`,
} satisfies Choices

/** Options of everything that can be made. */
export const outputOptions = optionsOf(outputs)

/** Options of what is made without a browser. */
export const pageOptions = optionsOf(wantedOutputs({ browser: false }))

/** `--exports`. */
export const exportsOption = {
  exports: { kind: 'flag', does: 'packages for other systems too, in all formats' },
} satisfies Options
