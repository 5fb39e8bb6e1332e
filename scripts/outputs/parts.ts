// What an output makes, taken apart: one part for the unit, or one for each deck or bank. A build makes all
// parts, a preview those that somebody looks at.

import type { Content } from '../decks/content.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { sha256 } from '../source/digest.ts'
import { defaultsOf, type Options, type Values } from '../diagnostics/options.ts'
import type { FileData, Made, Making, Output, OutputFile, Subject } from './output.ts'

/** A file with what it is; `kind` is absent where nobody looks for it by itself. */
export type MadeFile = Omit<Made, 'kind'> & { kind: Made['kind'] | undefined; data: FileData }

/**
 * What all parts of a run have in common. `given` holds values for any options; an output gets its own, or
 * their defaults.
 */
export type Run = Pick<Making, 'render' | 'articles' | 'support'> & { given?: Values<Options> }

/** One output of the unit, of one deck or of one bank. */
export interface Part {
  output: Output
  of: Subject
  /** How people call that of which it is. */
  title: string
  emit(run: Run, now?: Partial<Pick<Making, 'progress' | 'made'>>): Promise<MadeFile[]>
  /** All that goes into its files beside the program, as text; undefined where the output does not say so. */
  madeFrom(run: Pick<Run, 'given'>): string | undefined
  /** Files that this part has in common with others. */
  shared(run: Run): Promise<MadeFile[]>
}

/** The parts of an output, in the order of the content. */
export function partsOf(output: Output, content: Content): Part[] {
  const part = (
    of: Subject,
    title: string,
    emit: (making: Making) => Promise<OutputFile[]>,
    { shared, from }: { shared?: (making: Making) => Promise<OutputFile[]>; from?: () => unknown } = {},
  ): Part => {
    const made = (files: readonly OutputFile[]): MadeFile[] =>
      files.map(({ path, data, kind, version }) => ({ path, data, kind: kindOf(output, kind), version, of }))
    const making = ({ render, given, articles, support }: Run): Making => ({
      content,
      render,
      ...(articles ? { articles } : {}),
      ...(support ? { support } : {}),
      options: chosen(output.options, given),
      progress: () => {},
      made: [],
    })
    return {
      output,
      of,
      title,
      emit: async (run, now) => made(await emit({ ...making(run), ...now })),
      madeFrom: ({ given }) =>
        from && JSON.stringify([output.name, of, chosen(output.options, given), from()], asText),
      shared: async (run) => made((await shared?.(making(run))) ?? []),
    }
  }
  switch (output.scope) {
    case 'unit':
      return [part({ scope: 'unit' }, content.unit.title, (making) => output.emit(content, making))]
    case 'deck':
      return content.decks.map((deck) =>
        part({ scope: 'deck', id: deck.id }, deck.title, (making) => output.emit(deck, making), {
          shared: async (making) => (await output.shared?.(deck, making)) ?? [],
          ...(output.madeFrom ? { from: () => output.madeFrom?.(deck, content) } : {}),
        }),
      )
    case 'bank':
      return content.banks.map((bank) =>
        part(
          { scope: 'bank', id: bank.id },
          bank.title,
          (making) => output.emit(bank, making),
          output.madeFrom ? { from: () => output.madeFrom?.(bank, content) } : {},
        ),
      )
  }
}

/** Bytes as their digest. What JSON would leave out, or write as nothing, is a fault of the output. */
function asText(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return sha256(value)
  if (value instanceof Map || value instanceof Set || typeof value === 'function')
    throw new TypeError('Unexpected map, set or function in what a part is made from, expected plain data')
  return value
}

/** What of this content these outputs cannot express. */
export function limitsOf(outputs: readonly Output[], content: Content): Diagnostic[] {
  return outputs.flatMap((output) => {
    switch (output.scope) {
      case 'unit':
        return output.limits?.(content) ?? []
      case 'deck':
        return content.decks.flatMap((deck) => output.limits?.(deck, content) ?? [])
      case 'bank':
        return content.banks.flatMap((bank) => output.limits?.(bank, content) ?? [])
    }
  })
}

/** The options of several outputs together. What two of them call by one name is one option. */
export function optionsOf(outputs: readonly Output[]): Options {
  return Object.assign({}, ...outputs.map(({ options }) => options)) as Options
}

function kindOf({ files }: Output, kind: string | undefined): Made['kind'] | undefined {
  return kind === undefined ? undefined : files[kind]
}

function chosen(options: Options, given: Values<Options> = {}): Values<Options> {
  const own = Object.entries(given).filter(
    ([key, value]) => Object.hasOwn(options, key) && value !== undefined,
  )
  return { ...defaultsOf(options), ...Object.fromEntries(own) }
}
