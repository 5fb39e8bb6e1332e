// What the command and the library do alike: judge a unit for what it shall become, make it, put it into
// place.

import { isAbsolute, join, relative } from 'node:path'
import type { Content } from '../decks/content.ts'
import { hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Options, Values } from '../diagnostics/options.ts'
import type { Output } from '../outputs/output.ts'
import { limitsOf, type MadeFile, type Run } from '../outputs/parts.ts'
import type { OpenRender } from '../render/open-render.ts'
import type { Render } from '../render/render.ts'
import { linkFollowed, lockOutput, OutputForeign } from '../source/output-tree.ts'
import type { Loaded } from './load-content.ts'
import type { ReadFiles } from '../source/staged-tree.ts'
import { inTree } from './kept-output.ts'
import type { PartMemory } from './remembered-parts.ts'
import { renderAll, type Around, type PartsOf, type Rendered } from './render-all.ts'

/** Whether a unit can become what is wanted. */
export interface Judged {
  /** Absent after an error, of the content or of an output that cannot hold it. */
  content?: Content
  /** Of the content and of the outputs, sorted. */
  diagnostics: Diagnostic[]
}

/** Starts what these outputs will need, while the unit is read. */
export function startAhead(wanted: readonly Output[], render: OpenRender): void {
  if (wanted.some(({ elsewhere = false, needsBrowser = false }) => elsewhere && !needsBrowser)) render.ahead()
}

/** Asks all outputs that are wanted whether they can hold the content. */
export function judgeFor(wanted: readonly Output[], { content, diagnostics }: Loaded): Judged {
  const limits = content ? limitsOf(wanted, content) : []
  const all = sortDiagnostics([...diagnostics, ...limits])
  return content && !hasErrors(limits) ? { content, diagnostics: all } : { diagnostics: all }
}

export interface Into extends Pick<Run, 'articles' | 'support'> {
  /** The folder that is made anew as a whole. */
  out: string
  /** What it is made with; whoever opened it closes it. */
  render: Render
  /** Values for options of outputs. */
  given: Values<Options>
  /** Runs each output, for example to show progress. */
  around?: Around
  /** Moves what was made into place, for example to show that it does. Default: does so. */
  writing?: (write: () => Promise<void>) => Promise<void>
  /** Whether the others are written although one failed so. Default: never. */
  forgives?: (failure: unknown) => boolean
  /** The parts that are made of each output. Default: all. */
  parts?: PartsOf
  /** What the last build into the folder made, whose parts are left where they would come out the same. */
  memory?: PartMemory
  /** What this process has read of what the last build made. */
  read?: ReadFiles
  /**
   * Takes over to end it, which lets others build and removes the folder that gave way: a moment for which nobody has to
   * wait. Default: that is done before all else.
   */
  ending?: (end: () => Promise<void>) => void
  /** A file that is written beside what was made, and tells of it. */
  record?: (files: readonly MadeFile[]) => MadeFile
}

/**
 * Renders everything into a folder beside `out`, then moves it into place at once, unless something failed.
 * Throws what makes the folder one that cannot be written into: another build, files that factdeck did not make,
 * a full disk. `digests` are those of all files that were written.
 */
export async function makeInto(
  wanted: readonly Output[],
  content: Content,
  {
    out,
    render,
    given,
    articles,
    support,
    around,
    writing = (write) => write(),
    forgives = () => false,
    parts,
    record,
    memory,
    read,
    ending,
  }: Into,
): Promise<Rendered & { written: readonly MadeFile[]; digests?: ReadonlyMap<string, string> }> {
  const lock = await lockOutput(out)
  const tree = lock.begin(read)
  try {
    const rendered = await renderAll(
      wanted,
      content,
      { render, given, ...(articles ? { articles } : {}), ...(support ? { support } : {}) },
      around,
      parts,
      inTree(tree),
      memory,
    )
    if (!rendered.failures.every(forgives)) return { ...rendered, written: [] }
    await writing(async () => {
      if (record) tree.add(record(rendered.files))
      await tree.takePlace()
      await memory?.keep()
    })
    return { ...rendered, written: rendered.files, digests: tree.digests }
  } finally {
    await tree.drop()
    if (ending) ending(lock.release)
    else await lock.release()
  }
}

/**
 * Content and articles are only read: the output may lie beside them, neither in them nor around them,
 * however links lead there. So it is with the folders of `shards`.
 */
export async function refuseContent(
  out: string,
  root: string,
  articles: string | undefined,
  shards: readonly string[] = [],
): Promise<void> {
  const target = await linkFollowed(out)
  for (const [folder, name] of [
    ...['facts', 'questions', 'slides'].map((each) => [join(root, each), `the content folder ${each}/`]),
    ...(articles === undefined ? [] : [[articles, 'the articles']]),
    ...shards.map((shard) => [shard, `the shard ${shard}`]),
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
