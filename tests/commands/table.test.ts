import { expect, test } from 'vitest'
import { command, type Command } from '../../scripts/commands/command.ts'
import { helpOf, helpText } from '../../scripts/commands/help.ts'
import { main } from '../../scripts/commands/main.ts'
import { unitOptions } from '../../scripts/commands/options.ts'
import { commands } from '../../scripts/commands/table.ts'
import { optionName, type Option } from '../../scripts/diagnostics/options.ts'
import { listeningIo } from './call.ts'

/** Options that come from nowhere but the table, each with the commands that have it. */
function optionsOf(table: readonly Command[]): { name: string; command: string; option: Option }[] {
  return table.flatMap(({ name, options }) =>
    Object.entries(options).map(([key, option]) => ({ name: optionName(key), command: name, option })),
  )
}

/** What the help says of an option, with all its meanings. */
function block(text: string, name: string): string {
  return new RegExp(`^  ${name}(?= |$).*(?:\\n {20,}.*)*`, 'm').exec(text)?.[0] ?? ''
}

test('the help names every command and what it does', () => {
  const lines = helpText(commands).split('\n')
  const missing = commands.filter(
    ({ name, does }) => !lines.some((line) => line.startsWith(`  factdeck ${name} `) && line.endsWith(does)),
  )
  expect(missing).toEqual([])
})

/** Long lines of the help are folded. */
const solid = (text: string): string => text.replaceAll(/\s/g, '')

test('the help names every option with its meaning, its words and its default; that of a command names no other', () => {
  const lacking = optionsOf(commands).flatMap(({ name, command: of, option }) => {
    const words = [option.does, ...(option.kind === 'choice' ? [option.of.join('|')] : [])]
    if ('default' in option && option.default !== undefined) words.push(`(${option.default})`)
    return [helpText(commands), helpOf(commands.find((each) => each.name === of)!)].flatMap((text) =>
      words
        .filter((word) => !solid(block(text, name)).includes(solid(word)))
        .map((word) => `${of} ${name}: ${word}`),
    )
  })
  expect(lacking).toEqual([])
  for (const each of commands)
    expect([...helpOf(each).matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name)).toEqual(
      Object.keys(each.options).map(optionName),
    )
})

test('an option of one name is of one kind for all commands, since it is read before the command is known', () => {
  const all = optionsOf(commands)
  const mixed = all.filter(({ name, option }) =>
    all.some((other) => other.name === name && other.option.kind !== option.kind),
  )
  expect(mixed).toEqual([])
})

test('names are those of a command line, and lines are short enough for a terminal', () => {
  expect(commands.map(({ name }) => name).filter((name) => !/^[a-z][a-z-]*$/.test(name))).toEqual([])
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  expect(optionsOf(commands).filter(({ name }) => !/^--[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
  const texts = [helpText(commands), ...commands.map(helpOf)].join('\n').split('\n')
  expect(texts.filter((line) => line.length > 110)).toEqual([])
})

const asked: unknown[] = []
/** A command of no use, with an option of every kind. */
const weigh = command({
  name: 'weigh',
  does: 'say what a unit weighs',
  words: { placeholder: 'THING...', noun: 'thing', least: 1, most: 2 },
  options: {
    quietly: { kind: 'flag', does: 'say nothing' },
    unit: { kind: 'text', placeholder: 'NAME', does: 'of measure', default: 'kg' },
    label: { kind: 'text', placeholder: 'TEXT', does: 'what to call it', default: undefined },
    scaleIn: { kind: 'choice', of: ['tens', 'ones'], does: 'how finely', default: 'ones' },
    partsOf: { kind: 'choices', placeholder: 'NAMES', noun: 'part', of: ['deck', 'quiz'], does: 'these' },
    times: { kind: 'whole', placeholder: 'N', from: 1, to: 9, does: 'how often', default: 1 },
  },
  exits: ['fine', 'missing'],
  async run({ words, quietly, unit, label, scaleIn, partsOf, times }) {
    // Types follow from the declaration.
    const half: number = times / 2
    const scale: 'tens' | 'ones' = scaleIn
    asked.push({ words, quietly, unit, label, scale, partsOf, half })
    return 0
  },
})

async function say(...argv: string[]): Promise<string> {
  const { io, said } = listeningIo('/')
  asked.length = 0
  const code = await main(['weigh', ...argv], io, [...commands, weigh])
  return [code, ...said.out, ...said.err.slice(0, 1), ...asked.map((each) => JSON.stringify(each))].join('\n')
}

test('a command that is added to the table is read, refused and explained by its declaration alone', async () => {
  expect(await say('deck', '--scale-in', 'tens', '--parts-of', 'quiz, deck', '--times', '4', '--quietly'))
    .toMatchInlineSnapshot(`
    "0
    {"words":["deck"],"quietly":true,"unit":"kg","scale":"tens","partsOf":["quiz","deck"],"half":2}"
  `)
  expect(await say('deck', 'quiz')).toMatchInlineSnapshot(`
    "0
    {"words":["deck","quiz"],"quietly":false,"unit":"kg","scale":"ones","half":0.5}"
  `)
  const refused = [
    ['--times', '3'],
    ['a', 'b', 'c'],
    ['a', '--scale-in', 'ten'],
    ['a', '--parts-of', 'deck,quizz'],
    ['a', '--times', '10'],
    ['a', '--scal-in', 'tens'],
    ['a', '--label', ''],
    ['a', '--content', '.'],
  ]
  const said = []
  for (const argv of refused) said.push(await say(...argv))
  const known = optionsOf([...commands, weigh]).map(({ name }) => name)
  const all = [...new Set(known), '--help', '--version'].join(', ')
  expect(said.join('\n').replace(all, 'ALL')).toMatchInlineSnapshot(`
    "2
    factdeck: error: Unexpected weigh without a thing, expected factdeck weigh THING...
    2
    factdeck: error: Unexpected word "c" after the thing "b", expected 2 at most
    2
    factdeck: error: Unexpected scale-in "ten", expected tens or ones
    2
    factdeck: error: Unexpected part "quizz", expected some of deck, quiz; did you mean "quiz"?
    2
    factdeck: error: Unexpected times "10", expected a number from 1 to 9
    2
    factdeck: error: Unexpected option "--scal-in", expected one of ALL; did you mean "--scale-in"?
    2
    factdeck: error: Unexpected empty --label, expected a value
    2
    factdeck: error: Unexpected option "--content" for weigh, expected one of --quietly, --unit, --label, --scale-in, --parts-of, --times"
  `)
  expect(helpOf(weigh)).toMatchInlineSnapshot(`
    "factdeck weigh THING... [options]

      say what a unit weighs

    Options
      --quietly             say nothing
      --unit NAME           of measure   (kg)
      --label TEXT          what to call it
      --scale-in tens|ones  how finely   (ones)
      --parts-of NAMES      these
      --times N             how often    (1)

    Exit codes: 0 fine, 2 wrong usage, 3 a needed program is missing."
  `)
  // One command that reads no unit does not make the line of --content a list of all others.
  const reading = commands.filter(({ options }) => options['content'] === unitOptions.content)
  expect(helpText([...reading, weigh])).toMatch(/^ {2}--content DIR +all but weigh: the folder/m)
})
