// The library: what the command does, for programs that want it as data. docs/api.md leads through it.

import { resolve } from 'node:path'
import { explain } from './commands/explain.ts'
import { loadContent } from './commands/load-content.ts'
import { judgeFor, makeInto, refuseContent, startAhead } from './commands/make-unit.ts'
import { renderAll } from './commands/render-all.ts'
import { jsonSchemas as schemasByFile } from './commands/schemas.ts'
import { shownOfArticles } from './commands/shown-of-articles.ts'
import { mergeShards } from './commands/shards/merge-shards.ts'
import { readShards } from './commands/shards/read-shards.ts'
import { soundShard, type Shard } from './commands/shards/shard.ts'
import { shareOf } from './commands/shards/share.ts'
import { wantedOutputs } from './commands/wanted-outputs.ts'
import type { Content } from './decks/content.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { defaultsOf, type Options, type Values } from './diagnostics/options.ts'
import { inOnePiece, output, type Output, type OutputFile } from './outputs/output.ts'
import { optionsOf } from './outputs/parts.ts'
import { outputs } from './outputs/table.ts'
import { openDryRender } from './render/dry-render.ts'
import { withRender } from './render/open-render.ts'

export { formatDiagnostic } from './diagnostics/diagnostic.ts'
export { Outline } from './decks/outline-schema.ts'
export { ActorFile } from './facts/actor-schema.ts'
export { FactFile } from './facts/fact-schema.ts'
export { SourceFile } from './facts/source-schema.ts'
export { Unit } from './facts/unit-schema.ts'
export { BankFile } from './questions/question-schema.ts'
export { typeOf } from '../question-types/types.ts'
export { ArticleText } from './source/normalise.ts'
export { inOnePiece, output }
export type { Content, Diagnostic, Output, OutputFile, Shard }
export type { FileData, FileKind, Making } from './outputs/output.ts'
export type { Location, Note } from './diagnostics/diagnostic.ts'
export type { Render } from './render/render.ts'
export type { Description } from '../contract/question-description.ts'
export type { QuestionView } from '../contract/question-view.ts'
export type { Choice, QuestionParts, QuestionType } from '../question-types/question-type.ts'

/** What `only` of a build may name. */
export const outputNames: readonly string[] = outputs.map(({ name }) => name)

/** Where a unit is. Paths are relative to the working directory. */
export interface CheckOptions {
  /** The folder that holds facts/, questions/ and slides/. */
  content: string
  /**
   * The folder of the article texts. With it the evidence is proved against them; without it nothing is said
   * of evidence.
   */
  articles?: string
  /** Whether hand-written slides in which something runs are errors. Default: false. */
  dataOnly?: boolean
  /** Whether links that lead out of the unit are followed. Default: false. */
  followLinks?: boolean
}

export interface CheckResult {
  /** Whether a build would go through: warnings do not hinder it. */
  ok: boolean
  /**
   * Everything that was noticed, sorted by file and place; `formatDiagnostic` words one as the command does.
   */
  diagnostics: readonly Diagnostic[]
  /** Facts, questions and planned decks, everything worded; absent after an error. */
  content?: Content
}

/**
 * Reads a unit and says everything that is wrong with it, as `factdeck check` does. What an author can cause
 * is data and never thrown; a broken template, or a folder of articles that is not there, rejects with an
 * error whose message says what to do.
 */
export async function check({
  content: folder,
  articles,
  dataOnly = false,
  followLinks = false,
}: CheckOptions): Promise<CheckResult> {
  const reading = { dataOnly, followLinks }
  const loaded = await loadContent(
    resolve(folder),
    articles === undefined ? undefined : resolve(articles),
    reading,
  )
  const all = wantedOutputs({ browser: true }, loaded.content?.unit)
  const { content, diagnostics } = judgeFor(all, loaded)
  if (!content) return { ok: false, diagnostics }
  const { failures } = await renderAll(all, content, {
    render: openDryRender(),
    given: defaultsOf(optionsOf(all)),
  })
  refuse(failures)
  return { ok: true, diagnostics, content }
}

export interface BuildOptions extends CheckOptions {
  /** The folder that is made anew as a whole; what was there before stays as it was when the build fails. */
  out: string
  /** Names out of `outputNames`; absent: all that the command makes unless asked for more. */
  only?: readonly string[]
  /** Whether to make packages for other systems, in all formats; default: those that the unit names. */
  exports?: boolean
  /** Whether to make what needs a browser: the PDFs of decks. Default: true. */
  browser?: boolean
  /**
   * Options of outputs, by the names that `factdeck build --help` gives them, in camel case: `{ paper:
   * 'letter' }`.
   */
  options?: Readonly<Record<string, unknown>>
  /** Outputs of your own, made beside those of factdeck. */
  outputs?: readonly Output[]
  /**
   * Which share of the build is made, `number` counting from 1; `merge` puts the folders of all `of`
   * together. Default: all of it.
   */
  shard?: Shard
  /**
   * Variables of the environment; default: those of the process. FACTDECK_CACHE and FACTDECK_BROWSER matter.
   */
  env?: Readonly<Record<string, string | undefined>>
}

export interface BuildResult {
  ok: boolean
  diagnostics: readonly Diagnostic[]
  /** Paths of what was made, relative to `out`, with forward slashes; empty where `ok` is false. */
  files: readonly string[]
}

/**
 * Makes everything that `factdeck build` makes, and moves it into place at once. Errors in the content are
 * data, as in `check`. Rejects where something else fails: no browser is found for the PDFs (leave them out
 * with `browser: false`), another build writes into the same folder, the folder holds something that factdeck
 * did not make, the disk is full. The message says what to do.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { content: folder, articles, out, only, exports = false, browser = true, outputs: own = [] } = options
  const { dataOnly = false, followLinks = false } = options
  const shard = options.shard && soundShard(options.shard)
  const root = resolve(folder)
  const texts = articles === undefined ? undefined : resolve(articles)
  await refuseContent(resolve(out), root, texts)
  return withRender(options.env ?? process.env, async (render) => {
    startAhead(wantedOutputs({ only, exports, browser }), render)
    const loaded = await loadContent(root, texts, { dataOnly, followLinks })
    const wanted = [...wantedOutputs({ only, exports, browser }, loaded.content?.unit), ...own]
    const { content, diagnostics } = judgeFor(wanted, loaded)
    if (!content) return { ok: false, diagnostics, files: [] }
    const given = { ...defaultsOf(optionsOf(wanted)), ...options.options } as Values<Options>
    const shown = await shownOfArticles(wanted, loaded.base, texts)
    const { written, failures } = await makeInto(wanted, content, {
      out: resolve(out),
      render,
      given,
      ...shareOf(shard, wanted, content, { given, shown, showPassages: false }),
    })
    refuse(failures)
    return { ok: true, diagnostics, files: written.map(({ path }) => path) }
  })
}

export interface MergeOptions extends CheckOptions, Pick<BuildOptions, 'out' | 'outputs' | 'env'> {
  /** The folders that all shards of one build made. */
  shards: readonly string[]
}

/**
 * Puts together what `build` made with each `shard`: the same bytes as one build. `content`, `articles` and
 * `outputs` are those of the shards. Rejects where a shard is missing, there twice, damaged or of another
 * build, and as `build` does.
 */
export async function merge(options: MergeOptions): Promise<BuildResult> {
  const { content: folder, articles, out, outputs: own = [], dataOnly = false, followLinks = false } = options
  const root = resolve(folder)
  const texts = articles === undefined ? undefined : resolve(articles)
  const folders = options.shards.map((name) => ({ name, folder: resolve(name) }))
  await refuseContent(
    resolve(out),
    root,
    texts,
    folders.map(({ folder: shard }) => shard),
  )
  const shards = await readShards(folders)
  const loaded = await loadContent(root, texts, { dataOnly, followLinks })
  const { content, diagnostics, failures, written } = await mergeShards(shards, loaded, {
    out: resolve(out),
    env: options.env ?? process.env,
    articles: texts,
    own,
  })
  if (!content) return { ok: false, diagnostics, files: [] }
  refuse(failures)
  return { ok: true, diagnostics, files: written.map(({ path }) => path) }
}

/** The JSON Schemas of all content files, as text by file name; editors and other validators read them. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return schemasByFile()
}

/** Throws the first failure, with the words that a person would be told for all of them. */
function refuse(failures: readonly unknown[]): void {
  if (failures.length === 0) return
  const texts = failures.map((each) => explain(each)?.text ?? String(each))
  throw new Error([...new Set(texts)].join('\n'), { cause: failures[0] })
}
