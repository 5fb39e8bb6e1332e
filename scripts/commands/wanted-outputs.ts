import type { Choices } from '../diagnostics/options.ts'
import type { Output } from '../outputs/output.ts'
import { optionsOf } from '../outputs/parts.ts'
import { outputs } from '../outputs/table.ts'

/** Which outputs a call asks for. */
export interface Wanted {
  /** Names; absent: all that are made unless asked for. */
  only?: readonly string[] | undefined
  /** Whether those that need a browser are among them. */
  browser: boolean
}

export function wantedOutputs({ only, browser }: Wanted): Output[] {
  return outputs.filter(
    ({ name, onDemand = false, needsBrowser = false }) =>
      (only?.includes(name) ?? !onDemand) && (browser || !needsBrowser),
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
