import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sirv from 'sirv'
import type { Options } from '../diagnostics/options.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { buildUnit } from './build.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, portOption, unitOptions } from './options.ts'
import { UsageError } from './usage-error.ts'
import { pageOptions } from './wanted-outputs.ts'
import { openLocalServer } from './local-server.ts'

const options = {
  ...unitOptions,
  ...articlesOption,
  ...portOption,
  noOpen: { kind: 'flag', does: 'only print the addresses' },
  ...pageOptions,
} satisfies Options

/**
 * `factdeck present DECK`: serves the built decks, opens the one named where a person watches, and prints
 * where the class and where the presenter look. Builds first where nothing was built yet. Runs until it is
 * stopped.
 */
export const present = command({
  name: 'present',
  does: "open a deck for class, with the presenter view's address",
  words: { placeholder: '[DECK]', noun: 'deck', most: 1 },
  options,
  exits: ['fine', 'content'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const out = resolve(io.cwd, args.out)
  const built = existsSync(join(out, 'decks'))
  if (!built) {
    const code = await buildUnit({ ...args, browser: false, given: args }, io)
    if (code !== exit.fine) return code
  }
  const decks = readdirSync(join(out, 'decks'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(out, 'decks', entry.name, 'index.html')))
    .map((entry) => entry.name)
    .toSorted()
  const [deck = decks.length === 1 ? decks[0] : undefined] = args.words
  if (deck === undefined)
    throw new UsageError(
      `Unexpected present without a deck, expected one that was built in ${args.out}: ${decks.join(', ')}`,
    )
  if (!decks.includes(deck))
    throw new UsageError(
      `Unexpected deck "${deck}", expected one that was built in ${args.out}: ${decks.join(', ')}${suggest(deck, decks)}`,
    )

  // Without extensions: for decks/x/ it would take decks/x.html, the one-file form, before
  // decks/x/index.html.
  const files = sirv(out, { dev: true, extensions: [] })
  const server = await openLocalServer((request, response) => {
    request.url = request.url?.replace(/\/(?=$|\?)/, '/index.html')
    files(request, response, () => {
      response.statusCode = 404
      response.end('no such page')
    })
  }, args.port)
  const { address } = server
  if (built) io.err(`note: ${args.out} is shown as it was last built; factdeck build makes it anew`)
  io.out(`Slides      ${address}decks/${deck}/`)
  io.out(`Presenter   ${address}decks/${deck}/#/presenter/1`)
  io.out('Open both in one browser: they follow each other. Ctrl-C ends.')
  if (!args.noOpen && io.watched) await io.open(`${address}decks/${deck}/`)
  await io.stopped()
  await server.close()
  return exit.fine
}
