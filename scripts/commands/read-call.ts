// From the words of a call to a command and what it was given. Everything that cannot be understood is a
// UsageError.

import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { optionName, type Option, type Options, type Values } from '../diagnostics/options.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Command, Given } from './command.ts'
import type { Io } from './io.ts'
import { unitOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

/**
 * What a call asks for. `help` without a command is asked of all of them; `asked` says whether anybody did.
 */
export type Call =
  | { kind: 'run'; command: Command; given: Given<Options> }
  | { kind: 'help'; command?: Command; asked: boolean }
  | { kind: 'version' }

/** Reads a call. Throws UsageError. */
export async function readCall(
  argv: readonly string[],
  commands: readonly Command[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Call> {
  const { values, positionals } = parse(argv, commands)
  const [name, ...words] = positionals
  if (values['version']) return { kind: 'version' }
  if (name === undefined) return { kind: 'help', asked: values['help'] === true }
  if (name === 'help') {
    const [of] = words
    return { kind: 'help', asked: true, ...(of === undefined ? {} : { command: named(of, commands) }) }
  }
  const command = named(name, commands)
  if (values['help']) return { kind: 'help', command, asked: true }
  refuseWords(words, command)
  const known = new Map(Object.keys(command.options).map((key) => [optionName(key).slice(2), key]))
  const ignored = Object.keys(values).find((option) => !known.has(option))
  if (ignored !== undefined)
    throw new UsageError(
      `Unexpected option "--${ignored}" for ${name}, expected one of ${[...known.keys()].map((option) => `--${option}`).join(', ')}`,
    )
  const empty = Object.entries(values).find(([, value]) => value === '')?.[0]
  if (empty !== undefined) throw new UsageError(`Unexpected empty --${empty}, expected a value`)
  const given = Object.fromEntries(
    Object.entries(command.options).map(([key, option]) => [
      key,
      valueOf(option, optionName(key), values[optionName(key).slice(2)]),
    ]),
  ) as Values<Options>
  if (command.options['content'] === unitOptions.content)
    await refuseNoFolder(given['content'] as string, cwd)
  return { kind: 'run', command, given: { ...given, words } as Given<Options> }
}

function named(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name)
  if (found) return found
  const names = commands.map((command) => command.name)
  throw new UsageError(
    `Unexpected command "${name}", expected one of ${names.join(', ')}${suggest(name, names)}`,
  )
}

function refuseWords(given: readonly string[], { name, words }: Command): void {
  if (!words && given.length > 0)
    throw new UsageError(
      `Unexpected word "${given[0]}" after ${name}, expected options only, for example --content ${given[0]}`,
    )
  if (!words) return
  const { least = 0, most, noun, placeholder } = words
  if (given.length < least)
    throw new UsageError(`Unexpected ${name} without a ${noun}, expected factdeck ${name} ${placeholder}`)
  if (given.length > most)
    throw new UsageError(
      `Unexpected word "${given[most]}" after the ${noun} "${given[most - 1]}", expected ${most === 1 ? `one ${noun}` : `${most} at most`}`,
    )
}

function valueOf(option: Option, name: string, given: string | boolean | undefined): unknown {
  if (option.kind === 'flag') return given === true
  if (typeof given !== 'string') return option.kind === 'choices' ? undefined : option.default
  const noun = name.slice(2)
  switch (option.kind) {
    case 'text':
      return given
    case 'choice':
      if (option.of.includes(given)) return given
      throw new UsageError(`Unexpected ${noun} "${given}", expected ${option.of.join(' or ')}`)
    case 'choices': {
      const names = given.split(',').map((each) => each.trim())
      const unknown = names.find((each) => !option.of.includes(each))
      if (unknown === undefined) return names
      throw new UsageError(
        `Unexpected ${option.noun} "${unknown}", expected some of ${option.of.join(', ')}${suggest(unknown, option.of)}`,
      )
    }
    case 'whole': {
      const number = Number(given)
      if (Number.isInteger(number) && number >= option.from && number <= option.to) return number
      throw new UsageError(
        `Unexpected ${noun} "${given}", expected a number from ${option.from} to ${option.to}`,
      )
    }
  }
}

async function refuseNoFolder(folder: string, cwd: string): Promise<void> {
  const found = await stat(resolve(cwd, folder)).catch(() => undefined)
  if (!found?.isDirectory())
    throw new UsageError(`Unexpected --content "${folder}", expected ${unitOptions.content.does}`)
}

type Parsed = { values: Record<string, string | boolean | undefined>; positionals: string[] }

/**
 * All options of all commands are known here: one that belongs to another command is told apart from one that
 * nobody has.
 */
function parse(argv: readonly string[], commands: readonly Command[]): Parsed {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const command of commands)
    for (const [key, { kind }] of Object.entries(command.options))
      options[optionName(key).slice(2)] = { type: kind === 'flag' ? 'boolean' : 'string' }
  options['help'] = { type: 'boolean', short: 'h' }
  options['version'] = { type: 'boolean', short: 'v' }
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true }) as Parsed
  } catch (thrown) {
    const { message } = thrown as Error
    const unknown = /Unknown option '(-+)?([^']+)'/.exec(message)?.[2]
    const bare = /Option '(?:-\w, )?(--[a-z-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(
      message,
    )?.[1]
    if (bare !== undefined) throw new UsageError(`Unexpected ${bare} without a value, expected one after it`)
    if (unknown === undefined) throw new UsageError(message)
    const names = Object.keys(options).map((name) => `--${name}`)
    throw new UsageError(
      `Unexpected option "--${unknown}", expected one of ${names.join(', ')}${suggest(`--${unknown}`, names)}`,
    )
  }
}
