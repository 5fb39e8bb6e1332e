import { watch } from 'chokidar'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { formatDiagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { openRender, templatesFolder } from '../render/open-render.ts'
import type { DeckData } from '../render/slidev/deck-data.ts'
import { stateOf, type KnownFiles } from '../source/content-folder.ts'
import { explain, faultText } from './explain.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import type { Arguments } from './arguments.ts'
import { outputs } from './outputs.ts'
import { pagesOnRequest, type Page, type Pages } from './pages-on-request.ts'
import { openPreviewServer } from './preview-server.ts'
import { report } from './report.ts'

const contentFolders = ['facts', 'questions', 'slides']

/**
 * `factdeck dev`: everything but the PDFs of decks, made when it is asked for, updated while files are edited. A deck that is open
 * shows its new slides in place; other open pages reload. What is wrong is shown over the page, the last good state stays below it.
 */
export async function dev(args: Arguments, io: Io): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const server = await openPreviewServer(args.port)
  let render = openRender(io.env)
  let pages: Pages | undefined
  const known: KnownFiles = new Map()

  const complain = (text: string): void => {
    io.err(text)
    server.complain([text])
  }
  const make = async (): Promise<void> => {
    const start = performance.now()
    const loaded = await loadContent(root, undefined, known)
    report(loaded.diagnostics, io)
    if (hasErrors(loaded.diagnostics) || !loaded.content) {
      server.complain(loaded.diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic))
      return
    }
    const next = pagesOnRequest((made) => outputs({ ...args, pdf: false }, made), loaded.content, render)
    // The slide shell may have to be built first: better before somebody waits for a page.
    if (!pages)
      for (const { id } of loaded.content.decks.slice(0, 1)) await next.file(`decks/${id}/index.html`)
    const changed: string[] = []
    const decks = new Map<string, unknown>()
    for (const path of server.open()) {
      const before = await pages?.file(path).catch(() => undefined)
      const now = await next.file(path)
      if (same(now, before)) continue
      changed.push(path)
      const data = newData(path, before, now)
      if (data !== undefined) decks.set(path, data)
    }
    pages = next
    server.update(served(next), changed, decks)
    io.err(`${changed.length} open pages changed, ${Math.round(performance.now() - start)} ms`)
  }
  /** A page that cannot be made is a complaint, as an error in the content is. */
  const served =
    (from: Pages) =>
    async (path: string): Promise<Page | undefined> => {
      try {
        return await from.file(path)
      } catch (thrown) {
        complain(explain(thrown)?.text ?? faultText(thrown))
        return undefined
      }
    }

  // One run at a time; what changes meanwhile asks for one more.
  let running = Promise.resolve()
  let asked = false
  let content: string | undefined
  let templates = stateOf(templatesFolder, ['.'])
  const again = (): void => {
    if (asked) return
    asked = true
    running = running.then(async () => {
      // A save is two events or more: the file is emptied, then written.
      await setTimeout(10)
      asked = false
      // Most changes are told more than once.
      const before = { content, templates }
      content = stateOf(root, contentFolders)
      templates = stateOf(templatesFolder, ['.'])
      if (content === before.content && templates === before.templates) return
      if (templates !== before.templates) {
        await render.close()
        render = openRender(io.env)
      }
      await make().catch((thrown: unknown) => complain(explain(thrown)?.text ?? faultText(thrown)))
    })
  }
  // `raw` as well: of a file that changes twice within 50 ms, `all` tells once, and a run that began in between would be the last.
  const watchers = [
    watch(
      contentFolders.map((name) => join(root, name)),
      { ignoreInitial: true },
    ),
    watch(templatesFolder, { ignoreInitial: true, ignored: /node_modules/ }),
  ].map((watcher) => watcher.on('all', again).on('raw', again))
  // Watching comes first: what is saved while the first pages are made must not be missed.
  await Promise.all(watchers.map((each) => new Promise<void>((done) => each.once('ready', done))))
  again()
  await running
  io.out(`Preview  ${server.address}`)
  await io.stopped
  await Promise.all(watchers.map((each) => each.close()))
  await running
  await server.close()
  await render.close()
  return exit.fine
}

function same(a: Page | undefined, b: Page | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b
}

/** The new data of a deck page of which nothing else changed: the open page can take it over in place. */
function newData(path: string, before: Page | undefined, now: Page | undefined): unknown {
  if (!/^decks\/.*\.html$/.test(path) || typeof before !== 'string' || typeof now !== 'string')
    return undefined
  const [old, fresh] = [dataIn(before), dataIn(now)]
  if (!old || !fresh || old.around !== fresh.around) return undefined
  const data = JSON.parse(fresh.json) as DeckData
  // Compiled slides are loaded when a page is opened.
  return data.slides.some(({ module }) => module !== undefined) ? undefined : data
}

function dataIn(page: string): { json: string; around: string } | undefined {
  const found = /<script[^>]*type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)
  return found?.[1] === undefined ? undefined : { json: found[1], around: page.replace(found[1], () => '') }
}
