// The studio: a page on this machine in which a unit is written, from articles to facts, questions and
// lessons.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Options } from '../diagnostics/options.ts'
import { once } from '../render/once.ts'
import { cacheFolderOf, openRender } from '../render/open-render.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { openLocalServer } from './local-server.ts'
import { openModel } from './model/open-model.ts'
import { openReader } from './open-reader.ts'
import { articlesOption, portOption, unitOptions } from './options.ts'
import { answerPage, send } from './studio/answer-page.ts'
import { openDesk } from './studio/desk.ts'
import type { Served } from './studio/served.ts'

const options = {
  ...unitOptions,
  articles: {
    ...articlesOption.articles,
    does: 'where the article texts are, or are put; articles/ of the unit where left out',
  },
  ...portOption,
  noOpen: { kind: 'flag', does: 'only print the address' },
} satisfies Options

/** `factdeck studio`: opens the page and serves it until it is stopped. */
export const studio = command({
  name: 'studio',
  does: 'write a unit in the browser, from articles to slides',
  options,
  exits: ['fine'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const model = openModel(io.env)
  const render = openRender(io.env)
  const journals = join(cacheFolderOf(io.env), 'studio')
  const listeners = new Set<ServerResponse>()
  const open = (content: string, articles?: string): ReturnType<typeof openDesk> =>
    openDesk(content, articles, {
      io,
      render,
      journals,
      reading: args,
      tell(event, data) {
        for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      },
    })
  let desk = await open(args.content, args.articles)
  const served: Served = {
    desk: () => desk,
    async move(content) {
      const before = desk
      desk = await open(content)
      await before.close()
    },
    page: once(() => render.studioPage()),
    reader: async () => openReader((await desk.unit.read()).base.unit.language, io.env),
    model,
    listeners,
  }
  const token = randomBytes(16).toString('hex')
  const server = await openLocalServer(async (request, response, path) => {
    const [, given = '', ...rest] = path.split('/')
    if (isToken(given, token)) await answerPage(request, response, rest.join('/'), served)
    else send(response, { status: 404, value: { message: 'no such page' } })
  }, args.port)
  // The first time it is bundled: better before somebody waits for a page.
  await served.page()
  const address = `${server.address}${token}/`
  io.out(`Studio  ${address}`)
  if (model)
    io.out(
      `Model   ${model.name} at ${model.host}: parts of articles, facts and questions are sent there when you ask for a draft`,
    )
  io.out('Every change is saved at once. Ctrl-C ends.')
  if (!args.noOpen && io.watched) await io.open(address)
  // Slow to open, and wanted with the first sentence.
  void served.reader().catch(() => {})
  await io.stopped()
  for (const listener of listeners) listener.end()
  await server.close()
  await desk.close()
  await render.close()
  return exit.fine
}

function isToken(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
}
