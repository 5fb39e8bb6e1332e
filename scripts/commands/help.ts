// The help, made from the table of commands. It reads as if it had been written by hand: one line for each
// thing, and an option that means the same for several commands stands once.

import { optionName, type Option } from '../diagnostics/options.ts'
import type { Command } from './command.ts'
import { exit, exitMeans, type ExitName } from './io.ts'

/** What `factdeck --help` prints. */
export function helpText(commands: readonly Command[]): string {
  return [
    'factdeck compiles a fact base into Slidev decks, quiz pages and PDFs.',
    '',
    ...columns(commands.map((command) => [`factdeck ${command.name}`, command.does])),
    '',
    'Options',
    ...optionLines(commands),
    '  --help, --version',
    '',
    exitLine(Object.keys(exit) as ExitName[]),
    'factdeck COMMAND --help shows what belongs to one command.',
  ].join('\n')
}

/** What `factdeck COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const { name, does, words } = command
  return [
    `factdeck ${name}${words ? ` ${words.placeholder}` : ''} [options]`,
    '',
    `  ${does}`,
    '',
    'Options',
    ...optionLines([command]),
    '',
    exitLine(['usage', ...command.exits]),
  ].join('\n')
}

function exitLine(names: readonly ExitName[]): string {
  const sorted = names.toSorted((one, other) => exit[one] - exit[other])
  return `Exit codes: ${sorted.map((name) => `${exit[name]} ${exitMeans[name]}`).join(', ')}.`
}

/** A meaning of an option, and the commands for which it has that one. */
interface Meaning {
  does: string
  option: Option
  commands: string[]
}

function optionLines(commands: readonly Command[]): string[] {
  const found = new Map<string, Meaning[]>()
  for (const { name, options } of commands)
    for (const [key, option] of Object.entries(options)) {
      const meanings = found.get(key) ?? []
      const same = meanings.find(({ does }) => does === option.does)
      if (same) same.commands.push(name)
      else meanings.push({ does: option.does, option, commands: [name] })
      found.set(key, meanings)
    }
  const rows = Array.from(found, ([key, meanings]) =>
    meanings.map(({ does, option, commands: of }, n): [string, string, string] => [
      n === 0 ? `${optionName(key)}${placeholderOf(option)}` : '',
      `${whose(of, commands)}${does}`,
      defaultText(option),
    ]),
  ).flat()
  // Defaults stand below each other, so that they can be found.
  const width = Math.max(...rows.map(([, does, value]) => (value === '' ? 0 : does.length)))
  return columns(
    rows.map(([name, does, value]) => [name, value === '' ? does : `${does.padEnd(width)}   ${value}`]),
  )
}

/** Nothing where all have it; the few that lack it where nearly all have it. */
function whose(names: readonly string[], commands: readonly Command[]): string {
  const others = commands.map(({ name }) => name).filter((name) => !names.includes(name))
  if (others.length === 0) return ''
  return others.length * 4 < names.length ? `all but ${others.join(', ')}: ` : `${names.join(', ')}: `
}

/** Characters of a terminal's line. */
const terminal = 110

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.flatMap(([left, right]) =>
    folded(right, terminal - width - 4).map((line, n) => `  ${(n === 0 ? left : '').padEnd(width)}  ${line}`),
  )
}

/** A text in lines of at most so many characters, broken after blanks and commas. */
function folded(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const lines = ['']
  for (const piece of text.split(/(?<=[ ,])/)) {
    if (`${lines.at(-1)!}${piece}`.trimEnd().length > most) lines.push('')
    lines.push(`${lines.pop()!}${piece}`)
  }
  return lines.map((line) => line.trimEnd())
}

function placeholderOf(option: Option): string {
  if (option.kind === 'flag') return ''
  return ` ${option.kind === 'choice' ? option.of.join('|') : option.placeholder}`
}

function defaultText(option: Option): string {
  if (option.kind === 'flag' || option.kind === 'choices' || option.default === undefined) return ''
  return `(${option.default})`
}
