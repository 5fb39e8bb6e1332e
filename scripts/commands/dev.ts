import { watch } from 'chokidar'
import { join, resolve } from 'node:path'
import { formatDiagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { OutputFile } from '../outputs/output.ts'
import { openRender, templatesFolder } from '../render/open-render.ts'
import { explain, faultText } from './explain.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import type { Arguments } from './arguments.ts'
import { outputs } from './outputs.ts'
import { openPreviewServer } from './preview-server.ts'
import { renderAll } from './render-all.ts'
import { report } from './report.ts'

/**
 * `factdeck dev`: everything but PDFs, from memory, updated while files are edited. A deck that is open shows its new slides in
 * place; other pages reload. What is wrong is shown over the page, the last good state stays below it.
 */
export async function dev(args: Arguments, io: Io): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const server = await openPreviewServer(args.port)
  let render = openRender(io.env)
  let files = new Map<string, OutputFile['data']>()

  const complain = (text: string): void => {
    io.err(text)
    server.complain([text])
  }
  const make = async (): Promise<void> => {
    const start = performance.now()
    const loaded = await loadContent(root)
    report(loaded.diagnostics, io)
    if (hasErrors(loaded.diagnostics) || !loaded.content) {
      server.complain(loaded.diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic))
      return
    }
    const made = await renderAll((paths) => outputs({ ...args, pdf: false }, paths), loaded.content, render)
    if (made.failures.length > 0) {
      complain(made.failures.map((thrown) => explain(thrown)?.text ?? faultText(thrown)).join('\n'))
      return
    }
    const next = new Map(made.files.map(({ path, data }) => [path, data]))
    const changed = [...next].filter(([path, data]) => !same(data, files.get(path))).map(([path]) => path)
    const decks = new Map(changed.flatMap((path) => newData(path, files.get(path), next.get(path))))
    files = next
    server.update(files, changed, decks)
    io.err(`${changed.length} of ${files.size} files changed, ${Math.round(performance.now() - start)} ms`)
  }

  // One run at a time; what changes meanwhile asks for one more.
  let running = Promise.resolve()
  let asked = false
  const again = (prepare: () => Promise<void> = async () => {}): void => {
    if (asked) return
    asked = true
    running = running.then(async () => {
      asked = false
      await prepare()
      await make().catch((thrown: unknown) => complain(faultText(thrown)))
    })
  }
  const content = watch(
    ['facts', 'questions', 'slides'].map((name) => join(root, name)),
    { ignoreInitial: true },
  ).on('all', () => again())
  const templates = watch(templatesFolder, { ignoreInitial: true, ignored: /node_modules/ }).on('all', () =>
    again(async () => {
      await render.close()
      render = openRender(io.env)
    }),
  )
  // Watching comes first: what is saved while the first pages are made must not be missed.
  await Promise.all([content, templates].map((each) => new Promise<void>((done) => each.once('ready', done))))
  again()
  await running
  io.out(`Preview  ${server.address}`)
  await io.stopped
  await Promise.all([content.close(), templates.close()])
  await running
  await server.close()
  await render.close()
  return exit.fine
}

function same(a: OutputFile['data'], b: OutputFile['data'] | undefined): boolean {
  return typeof a === 'string' || b === undefined || typeof b === 'string'
    ? a === b
    : Buffer.compare(a, b) === 0
}

/** The new data of a deck page of which nothing else changed: the open page can take it over in place. */
function newData(
  path: string,
  before: OutputFile['data'] | undefined,
  now: OutputFile['data'] | undefined,
): [string, unknown][] {
  if (!/^decks\/.*\.html$/.test(path) || typeof before !== 'string' || typeof now !== 'string') return []
  const [old, fresh] = [dataIn(before), dataIn(now)]
  return old && fresh && old.around === fresh.around ? [[path, JSON.parse(fresh.json)]] : []
}

function dataIn(page: string): { json: string; around: string } | undefined {
  const found = /<script[^>]*type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)
  return found?.[1] === undefined ? undefined : { json: found[1], around: page.replace(found[1], () => '') }
}
