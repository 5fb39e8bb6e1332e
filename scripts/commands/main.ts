// The command line as a function: tests call it the way a person does.

import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { suggest } from '../diagnostics/suggest.ts'
import { packageRoot } from '../render/open-render.ts'
import { recoverOutput } from '../source/output-tree.ts'
import type { Arguments } from './arguments.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { dev } from './dev.ts'
import { explain, faultText } from './explain.ts'
import { exit, type Io } from './io.ts'
import { outputNames } from './outputs.ts'
import { pin } from './pin.ts'
import { present } from './present.ts'
import { schemas } from './schemas.ts'
import { UsageError } from './usage-error.ts'

const help = `factdeck compiles a fact base into Slidev decks, quiz pages and PDFs.

  factdeck build     everything: decks, quizzes, PDFs (where a browser is found), index
  factdeck check     read the content and say everything that is wrong with it
  factdeck pin       turn a quoted passage of an article into evidence
  factdeck dev       preview in the browser, updated as you type
  factdeck pdf       like build, but a missing browser is an error
  factdeck present   open a deck for class, with the presenter view's address
  factdeck schemas   write the JSON Schemas that editors use

Options
  --content DIR      the folder that holds facts/, questions/ and slides/   (.)
  --out DIR          where everything is made                               (dist)
  --articles DIR     build, check, dev, pdf: prove the evidence against the article texts
                     pin: where the article texts are
  --only NAMES       build: these alone, of quizzes,decks,worksheets,deck-pdfs,site
  --no-pdf           build: leave the deck PDFs out
  --no-handouts      build, pdf: of decks, the PDF of the slides alone
  --without-notes    build, pdf: add one-file decks for students, without speaker notes
  --per-click        build, pdf: a PDF page for every click step
  --paper a4|letter  build, pdf: paper of handouts and worksheets           (a4)
  --source ID        pin: the article of the quotation
  --fact ID          pin: add the evidence to this fact's file
  --port N           dev, present: port to listen on                        (3030)
  --no-open          present: only print the addresses
  --verify           schemas: only say whether the files are up to date
  --help, --version

Exit codes: 0 fine, 1 the content has errors, 2 wrong usage, 3 a needed program is missing.`

const options = {
  content: { type: 'string' },
  out: { type: 'string' },
  articles: { type: 'string' },
  only: { type: 'string' },
  'no-pdf': { type: 'boolean' },
  'no-handouts': { type: 'boolean' },
  'without-notes': { type: 'boolean' },
  'per-click': { type: 'boolean' },
  paper: { type: 'string' },
  source: { type: 'string' },
  fact: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  verify: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} satisfies ParseArgsConfig['options']

/** The options that do something for a command, beside --content and --out, which every call may have. */
const takes: Record<string, readonly (keyof typeof options)[]> = {
  build: ['articles', 'only', 'no-pdf', 'no-handouts', 'without-notes', 'per-click', 'paper'],
  check: ['articles'],
  pin: ['articles', 'source', 'fact'],
  dev: ['articles', 'port', 'without-notes', 'paper'],
  pdf: ['articles', 'no-handouts', 'without-notes', 'per-click', 'paper'],
  present: ['port', 'no-open', 'articles', 'without-notes', 'paper'],
  schemas: ['verify'],
}

const commands: Record<string, (args: Arguments, io: Io) => Promise<number>> = {
  build: (args, io) => build(args, io),
  check,
  pin,
  dev,
  pdf: (args, io) => build({ ...args, pdf: true }, io, 'needs-pdf'),
  present,
  schemas,
}

/** Runs one command; resolves to the exit code and never throws: a fault of our own is printed as one. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parse(argv)
    const [name, ...words] = positionals
    if (values.version) {
      io.out(await version())
      return exit.fine
    }
    if (values.help || name === 'help' || name === undefined) {
      io.out(help)
      return name === undefined && !values.help ? exit.usage : exit.fine
    }
    const command = commands[name]
    if (!command || !Object.hasOwn(commands, name)) {
      throw new UsageError(
        `Unexpected command "${name}", expected one of ${Object.keys(commands).join(', ')}${suggest(name, Object.keys(commands))}`,
      )
    }
    if (words.length > 0 && name !== 'pin' && name !== 'present')
      throw new UsageError(
        `Unexpected word "${words[0]}" after ${name}, expected options only, for example --content ${words[0]}`,
      )
    if (words.length > 1 && name === 'present')
      throw new UsageError(`Unexpected word "${words[1]}" after the deck "${words[0]}", expected one deck`)
    const known = ['content', 'out', ...(takes[name] ?? [])]
    const ignored = Object.keys(values).find((option) => !known.includes(option))
    if (ignored !== undefined)
      throw new UsageError(
        `Unexpected option "--${ignored}" for ${name}, expected one of ${known.map((option) => `--${option}`).join(', ')}`,
      )
    const empty = Object.entries(values).find(([, value]) => value === '')?.[0]
    if (empty !== undefined) throw new UsageError(`Unexpected empty --${empty}, expected a value`)
    const paper = values.paper ?? 'a4'
    if (paper !== 'a4' && paper !== 'letter')
      throw new UsageError(`Unexpected paper "${paper}", expected a4 or letter`)
    const port = Number(values.port ?? 3030)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`Unexpected port "${values.port}", expected a number from 0 to 65535`)
    const content = values.content ?? '.'
    if (!(await isFolder(resolve(io.cwd, content))))
      throw new UsageError(
        `Unexpected --content "${content}", expected the folder that holds facts/, questions/ and slides/`,
      )
    const out = values.out ?? 'dist'
    await recoverOutput(resolve(io.cwd, out))
    return await command(
      {
        words,
        content,
        out,
        ...(values.articles === undefined ? {} : { articles: values.articles }),
        ...(values.only === undefined ? {} : { only: namesOf(values.only) }),
        pdf: values['no-pdf'] !== true,
        handouts: values['no-handouts'] !== true,
        studentCopies: values['without-notes'] === true,
        perClick: values['per-click'] === true,
        paper,
        ...(values.source === undefined ? {} : { source: values.source }),
        ...(values.fact === undefined ? {} : { fact: values.fact }),
        port,
        open: values['no-open'] !== true,
        verify: values.verify === true,
      },
      io,
    )
  } catch (thrown) {
    const explained = explain(thrown)
    io.err(explained?.text ?? faultText(thrown))
    if (thrown instanceof UsageError) io.err('factdeck --help lists the commands and options')
    return explained?.code ?? exit.content
  }
}

/** `decks,quizzes` as names of outputs. */
function namesOf(list: string): string[] {
  const names = list.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !outputNames.includes(name))
  if (unknown === undefined) return names
  throw new UsageError(
    `Unexpected output "${unknown}", expected some of ${outputNames.join(', ')}${suggest(unknown, outputNames)}`,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}

async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}

function parse(
  argv: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
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
