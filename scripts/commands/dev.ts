import { resolve } from 'node:path'
import { formatDiagnostic, hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkEvidence } from '../facts/evidence/check-evidence.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { lookBeside, type Sound } from '../facts/found-sound.ts'
import { openRender } from '../render/open-render.ts'
import type { DeckData } from '../../contract/deck-data.ts'
import type { Options } from '../diagnostics/options.ts'
import type { KnownFiles } from '../source/content-folder.ts'
import { openReader } from './open-reader.ts'
import { articlesOf } from './articles.ts'
import { explain, faultText } from './explain.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, portOption, unitOptions } from './options.ts'
import { loadContent } from './load-content.ts'
import { pagesOnRequest, type Page, type Pages } from './pages-on-request.ts'
import { openPreviewServer } from './preview-server.ts'
import { openSoundMemory } from './remembered-sound.ts'
import { queuedRuns } from './queued-runs.ts'
import { count, report } from './report.ts'
import { pageOptions, wantedOutputs } from './wanted-outputs.ts'
import { watchUnit } from './watch-unit.ts'

const options = {
  ...unitOptions,
  ...articlesOption,
  ...portOption,
  ...pageOptions,
} satisfies Options

/**
 * `factdeck dev`: everything but the PDFs of decks, made when it is asked for, updated while files are
 * edited. A deck that is open shows its new slides in place; other open pages reload. What is wrong is shown
 * over the page, the last good state stays below it. With --articles the evidence is proved after each
 * change, once the new pages are shown: what it does not bear lies over them.
 */
export const dev = command({
  name: 'dev',
  does: 'preview in the browser, updated as you type',
  options,
  exits: ['fine'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  // A folder that is not there is said before anything starts.
  if (articles !== undefined) await articlesOf(articles)
  const server = await openPreviewServer(args.port)
  let render = openRender(io.env)
  let sound = await openSoundMemory(root, undefined, io)
  let pages: Pages | undefined
  const known: KnownFiles = new Map()

  /** What lies over the pages now. */
  let wrong: readonly string[] = []
  const show = (lines: readonly string[]): void => {
    if (wrong.length > 0 && lines.length === 0) io.err('mended: no errors any more')
    wrong = lines
    server.complain(lines)
  }
  const complain = (text: string): void => {
    io.err(text)
    show([text])
  }
  const make = async (): Promise<void> => {
    const start = performance.now()
    const loaded = await loadContent(root, undefined, { ...args, known, sound })
    report(loaded.diagnostics, io)
    if (hasErrors(loaded.diagnostics) || !loaded.content) {
      show(errorsOf(loaded.diagnostics))
      return
    }
    const next = pagesOnRequest(wantedOutputs({ browser: false }), loaded.content, {
      render,
      given: args,
    })
    // The slide shell may have to be built first: better before somebody waits for a page.
    if (!pages && loaded.content.decks.length > 0) await render.shells(loaded.content.decks)
    const changed: string[] = []
    const decks = new Map<string, unknown>()
    for (const path of server.open()) {
      const before = await pages?.file(path).catch(() => undefined)
      const now = await next.file(path)
      if (same(now, before)) continue
      changed.push(path)
      const data = newData(before, now)
      if (data !== undefined) decks.set(path, data)
    }
    pages = next
    unmade = []
    server.update(served(next), changed, decks)
    const milliseconds = Math.round(performance.now() - start)
    io.err(`${count(changed.length, 'open page') || 'no open page'} changed, ${milliseconds} ms`)
    if (articles === undefined || !loaded.base) show(unmade)
    // A save meanwhile has asked for another run, which proves what is then there.
    else if (!runs.waiting()) await prove(loaded.base, articles)
  }
  /** What the articles bore out before. */
  let proven: Sound = {}
  const prove = async (base: FactBase, folder: string): Promise<void> => {
    const texts = await articlesOf(folder)
    const reader = await openReader(base.unit.language)
    const now: Sound = {}
    const found = sortDiagnostics(checkEvidence(base, texts, reader, lookBeside(proven, now, base)))
    proven = now
    report(found, io)
    show([...unmade, ...errorsOf(found)])
  }
  /** A page that cannot be made is a complaint, as an error in the content is. */
  let unmade: readonly string[] = []
  const served =
    (from: Pages) =>
    async (path: string): Promise<Page['data'] | undefined> => {
      try {
        return (await from.file(path))?.data
      } catch (thrown) {
        const text = explain(thrown)?.text ?? faultText(thrown)
        if (!unmade.includes(text)) {
          unmade = [...unmade, text]
          io.err(text)
        }
        show([...new Set([...unmade, ...wrong])])
        return undefined
      }
    }

  const runs = queuedRuns(async (templatesChanged) => {
    try {
      if (templatesChanged) {
        await render.close()
        render = openRender(io.env)
        sound = await openSoundMemory(root, undefined, io)
      }
      await make()
      await sound.keep()
    } catch (thrown) {
      complain(explain(thrown)?.text ?? faultText(thrown))
    }
  })
  const failed = (thrown: unknown): void =>
    complain(
      `factdeck: error: Unexpected end of watching, expected folders that can be watched: ${String(thrown)}; start dev again`,
    )
  // Watching comes first: what is saved while the first pages are made must not be missed.
  const end = await watchUnit({ content: root, articles }, runs, failed)
  runs.ask('content')
  await runs.idle()
  io.out(`Preview  ${server.address}`)
  await io.stopped()
  await end()
  await runs.idle()
  await server.close()
  await render.close()
  return exit.fine
}

function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)
}

function same(a: Page | undefined, b: Page | undefined): boolean {
  const [one, other] = [a?.data, b?.data]
  return one instanceof Uint8Array && other instanceof Uint8Array
    ? Buffer.compare(one, other) === 0
    : one === other
}

/** The new data of a deck page of which nothing else changed: the open page can take it over in place. */
function newData(before: Page | undefined, now: Page | undefined): unknown {
  if (now?.shows !== 'slides' || typeof before?.data !== 'string' || typeof now.data !== 'string')
    return undefined
  const [old, fresh] = [dataIn(before.data), dataIn(now.data)]
  if (!old || !fresh || old.around !== fresh.around) return undefined
  const data = JSON.parse(fresh.json) as DeckData
  // Compiled slides are loaded when a page is opened.
  return data.slides.some(({ module }) => module !== undefined) ? undefined : data
}

function dataIn(page: string): { json: string; around: string } | undefined {
  const found = /<script[^>]*type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)
  return found?.[1] === undefined ? undefined : { json: found[1], around: page.replace(found[1], () => '') }
}
