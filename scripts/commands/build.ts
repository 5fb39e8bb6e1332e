import { isAbsolute, join, relative, resolve } from 'node:path'
import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import type { Options, Values } from '../diagnostics/options.ts'
import { limitsOf } from '../outputs/parts.ts'
import { BrowserMissing } from '../render/browser.ts'
import { openRender } from '../render/open-render.ts'
import type { Reading } from '../source/content-folder.ts'
import { linkFollowed, lockOutput, OutputForeign, type OutputLock } from '../source/output-tree.ts'
import { command } from './command.ts'
import { exit, type Io } from './io.ts'
import { loadContent, type Wary } from './load-content.ts'
import { articlesOption, unitOptions } from './options.ts'
import { progress } from './progress.ts'
import { renderAll } from './render-all.ts'
import { count, report, tellFailures } from './report.ts'
import { exportsOption, onlyOption, outputOptions, wantedOutputs, type Wanted } from './wanted-outputs.ts'

export const build = command({
  name: 'build',
  does: 'make everything; what needs a browser only where one is found',
  options: {
    ...unitOptions,
    ...articlesOption,
    only: onlyOption,
    ...exportsOption,
    noPdf: { kind: 'flag', does: 'leave the deck PDFs out' },
    ...outputOptions,
  },
  exits: ['fine', 'content', 'missing'],
  run: (given, io) => buildUnit({ ...given, browser: !given.noPdf, given }, io),
})

/** What is to be built, from where to where. */
export interface Building extends Wanted, Wary, Pick<Reading, 'followLinks'> {
  content: string
  out: string
  articles: string | undefined
  /** Values for options of outputs. */
  given: Values<Options>
}

/**
 * Makes everything, then moves it into place at once. Errors in the content, a broken template or a full disk
 * leave the old output as it was. Without a browser a build goes on without what needs one and says so,
 * unless it `needs-pdf`.
 */
export async function buildUnit(
  args: Building,
  io: Io,
  mode: 'as-found' | 'needs-pdf' = 'as-found',
): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  const out = resolve(io.cwd, args.out)
  try {
    await refuseContent(out, root, articles)
  } catch (thrown) {
    return tellFailures([thrown], io)
  }
  const shown = progress(io)
  const loaded = await shown.step(
    'content',
    () => loadContent(root, articles, args),
    ({ content }) =>
      content
        ? [
            count(content.facts.length, 'fact'),
            count(content.banks.length, 'quiz', 'quizzes'),
            count(content.decks.length, 'deck'),
          ]
            .filter(Boolean)
            .join(', ')
        : 'has errors',
  )
  const { content } = loaded
  const wanted = wantedOutputs(args, content?.unit)
  const limits = content ? limitsOf(wanted, content) : []
  report(sortDiagnostics([...loaded.diagnostics, ...limits]), io)
  if (!content || hasErrors(limits)) return exit.content
  if (articles === undefined)
    io.err('note: evidence was not re-checked against the articles; factdeck check --articles DIR does that')

  let lock: OutputLock
  try {
    lock = await lockOutput(out)
  } catch (thrown) {
    return tellFailures([thrown], io)
  }
  const render = openRender(io.env)
  try {
    const unmade: string[] = []
    const { files, failures } = await renderAll(
      wanted,
      content,
      { render, given: args.given },
      async (output, emit) => {
        try {
          return await shown.step(output.name, emit, (made) => count(made.length, 'file'))
        } catch (thrown) {
          if (thrown instanceof BrowserMissing) unmade.push(output.makes)
          throw thrown
        }
      },
    )
    const missing = failures.find((failure) => failure instanceof BrowserMissing)
    const fatal =
      mode === 'needs-pdf' ? failures : failures.filter((failure) => !(failure instanceof BrowserMissing))
    if (fatal.length > 0) return tellFailures(fatal, io)
    await shown.step(
      'writing',
      () => lock.replace(files),
      () => args.out,
    )
    if (missing) io.err(`note: no ${unmade.join(' and ')} were made: ${missing.message}`)
    const start = files.find(({ kind }) => kind?.start === true)
    io.out(`${[args.out, ...(start ? [start.path] : [])].join('/')}: ${count(files.length, 'file')} made`)
    return exit.fine
  } catch (thrown) {
    return tellFailures([thrown], io)
  } finally {
    await render.close()
    await lock.release()
  }
}

/**
 * Content and articles are only read: the output may lie beside them, neither in them nor around them,
 * however links lead there.
 */
export async function refuseContent(out: string, root: string, articles: string | undefined): Promise<void> {
  const target = await linkFollowed(out)
  for (const [folder, name] of [
    ...['facts', 'questions', 'slides'].map((each) => [join(root, each), `the content folder ${each}/`]),
    ...(articles === undefined ? [] : [[articles, 'the articles']]),
  ] as [string, string][]) {
    const read = await linkFollowed(folder)
    // Of the articles only the folder itself is read.
    if (lies(target, read) && (folder !== articles || target === read))
      throw new OutputForeign(`Unexpected output folder ${out} within ${name}, expected one outside of it`)
    if (lies(read, target))
      throw new OutputForeign(
        `Unexpected output folder ${out} around ${name}, expected one beside it: a build replaces everything in it`,
      )
  }
}

function lies(inner: string, outer: string): boolean {
  const path = relative(outer, inner)
  return path === '' || !(path.startsWith('..') || isAbsolute(path))
}
