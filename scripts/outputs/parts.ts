// What an output makes, taken apart: one part for the unit, or one for each deck or bank. A build makes all
// parts, a preview those that somebody looks at.

import type { Content } from '../decks/content.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
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
  /** Files that this part has in common with others. */
  shared(run: Run): Promise<MadeFile[]>
}

/** The parts of an output, in the order of the content. */
export function partsOf(output: Output, content: Content): Part[] {
  const part = (
    of: Subject,
    title: string,
    emit: (making: Making) => Promise<OutputFile[]>,
    shared?: (making: Making) => Promise<OutputFile[]>,
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
      shared: async (run) => made((await shared?.(making(run))) ?? []),
    }
  }
  switch (output.scope) {
    case 'unit':
      return [part({ scope: 'unit' }, content.unit.title, (making) => output.emit(content, making))]
    case 'deck':
      return content.decks.map((deck) =>
        part(
          { scope: 'deck', id: deck.id },
          deck.title,
          (making) => output.emit(deck, making),
          async (making) => (await output.shared?.(deck, making)) ?? [],
        ),
      )
    case 'bank':
      return content.banks.map((bank) =>
        part({ scope: 'bank', id: bank.id }, bank.title, (making) => output.emit(bank, making)),
      )
  }
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
