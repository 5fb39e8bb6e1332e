import { join, resolve } from 'node:path'
import { articleDigest } from '../facts/evidence/check-evidence.ts'
import { insertEvidence, replaceEvidence } from '../facts/evidence/insert-evidence.ts'
import { pinQuote, type Pinned } from '../facts/evidence/pin-quote.ts'
import type { Source } from '../facts/source-schema.ts'
import type { FactId } from '../facts/ids.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { editFile } from '../source/edit-file.ts'
import type { JsonDocument } from '../source/json-document.ts'
import type { Options } from '../diagnostics/options.ts'
import { sha256 as digestOf } from '../source/digest.ts'
import { ArticleText } from '../source/normalise.ts'
import { articlesOf, neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { factsOfUnit, refuseUnknownSource } from './facts-of-unit.ts'
import { exit, type Io } from './io.ts'
import { neededArticlesOption, unitOptions } from './options.ts'
import { UsageError } from './usage-error.ts'
import { report } from './report.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
  source: { kind: 'text', placeholder: 'ID', does: 'the article of the quotation', default: undefined },
  fact: { kind: 'text', placeholder: 'ID', does: "add the evidence to this fact's file", default: undefined },
} satisfies Options

/**
 * `factdeck pin --articles DIR [--source ID] [--fact ID] [QUOTE]`: finds a quoted passage and prints it as
 * evidence, or adds it to a fact. The quotation comes from the words of the call or from standard input.
 * Without --source every article is searched.
 */
export const pin = command({
  name: 'pin',
  does: 'turn a quoted passage of an article into evidence',
  words: { placeholder: '[QUOTE]', noun: 'quotation', most: Infinity },
  options,
  exits: ['fine', 'content'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articlesFolder = resolve(io.cwd, neededArticles(args.articles, 'pin'))
  const quote = (args.words.length > 0 ? args.words.join(' ') : await io.input()).trim()
  if (quote === '')
    throw new UsageError(
      'Unexpected empty quotation, expected the passage as words of the call or on standard input',
    )
  const unit = await factsOfUnit(args, io)
  if (!unit) return exit.content
  const { root, folder, base } = unit
  refuseUnknownSource(args.source === undefined ? [] : [args.source], base)
  const written = writtenFacts(folder.facts)
  const factFile = args.fact === undefined ? undefined : written.get(args.fact)
  if (args.fact !== undefined && factFile === undefined) {
    throw new UsageError(
      `Unexpected fact "${args.fact}", expected an id of the fact base${suggest(args.fact, written.keys())}`,
    )
  }

  const articles = await articlesOf(articlesFolder)
  const searched = [...base.sources.values()].filter(
    ({ value }) => args.source === undefined || value.id === args.source,
  )
  // A place in another text than the recorded one would be a place for nothing.
  const texts = searched.flatMap(({ value: source, place }) => {
    const raw = articles.get(source.file)
    return raw === undefined ? [] : [{ source, place, text: new ArticleText(raw) }]
  })
  const others = texts.filter(({ source, text }) => text.sha256 !== source.sha256)
  const found = texts
    .filter((each) => !others.includes(each))
    .map(({ source, text }) => ({ source, result: pinQuote(text, quote) }))
  const hits = found.flatMap(({ source, result }) => {
    if (result.kind !== 'pinned') return []
    const { start, end, sha256 } = result
    return [{ source: source.id, start, end, sha256 }]
  })
  const [evidence] = hits
  // Where it stands at all: which of its places is meant is the author's to say, even where only one article
  // has it once.
  const standing = found.filter(({ result }) => result.kind !== 'absent')
  if (hits.length === 0 && texts.length < searched.length)
    io.err(
      `note: not there to be searched: ${searched
        .flatMap(({ value: { file } }) => (articles.has(file) ? [] : [file]))
        .join(', ')}`,
    )
  if (hits.length === 0 && others.length > 0) {
    report(
      others.map(({ source, place, text }) => articleDigest(place, source, text)),
      io,
    )
    return exit.content
  }
  if (standing.length > 1 || !evidence) {
    io.err(
      standing.length > 1
        ? `factdeck: error: Unexpected quotation that stands in ${standing.map(timesIn).join(' and ')}, expected --source ID to say which${hits.length < standing.length ? ', and more words where it stands several times' : ''} [pin/unique]`
        : 'factdeck: error: Unexpected quotation, expected a passage that stands exactly once in the article [pin/found]',
    )
    for (const { source, result } of found) {
      // What only comes near is of no interest where the words themselves stand somewhere.
      if (result.kind === 'pinned' || (result.kind === 'absent' && standing.length > 0)) continue
      for (const candidate of result.candidates) {
        io.err(
          `${source.file}:${candidate.line}:${candidate.column}: note: ${result.kind === 'ambiguous' ? 'stands here' : 'nearest'}: ${candidate.context}`,
        )
      }
    }
    return exit.content
  }
  if (args.fact === undefined || factFile === undefined) {
    io.out(JSON.stringify(evidence, undefined, 2))
    return exit.fine
  }
  const { source, start, end } = evidence
  const known = base.facts.get(args.fact as FactId)?.value.evidence ?? []
  if (known.some((each) => each.source === source && each.start === start && each.end === end)) {
    io.out(`${factFile}: "${args.fact}" has this evidence already`)
    return exit.fine
  }
  const path = join(root, factFile)
  const { fact } = args
  const article = texts.find(({ source: { id } }) => id === source)!.text
  const stale = known.findIndex(
    (each) => each.source === source && digestOf(article.span(each.start, each.end)) !== each.sha256,
  )
  if (stale >= 0) {
    await editFile(path, (text) => replaceEvidence(text, fact, stale, evidence))
    io.out(`${factFile}: evidence of "${args.fact}" that no longer stood in ${source} is replaced`)
    return exit.fine
  }
  if (!(await editFile(path, (text) => insertEvidence(text, fact, evidence)))) {
    io.err(
      `factdeck: error: Unexpected shape of "${fact}" in ${factFile}, expected a list "evidence" to add to; factdeck check says what is wrong [pin/evidence-list]`,
    )
    return exit.content
  }
  io.out(`${factFile}: evidence added to "${args.fact}"`)
  return exit.fine
}

/** The article of a quotation that stands in it, and how often where that is more than once. */
function timesIn({ source, result }: { source: Source; result: Pinned }): string {
  return result.kind === 'pinned' ? source.id : `${source.id} (${result.candidates.length} times)`
}

/**
 * The file of each fact by its id. A fact that is still without evidence is no fact to the fact base, and
 * just the one to pin for.
 */
function writtenFacts(documents: readonly JsonDocument[]): Map<string, string> {
  return new Map(
    documents.flatMap(({ file, value }) => {
      const facts = (value as { facts?: unknown } | null)?.facts
      if (!Array.isArray(facts)) return []
      return facts.flatMap((fact: { id?: unknown } | null) =>
        typeof fact?.id === 'string' ? [[fact.id, file] as const] : [],
      )
    }),
  )
}
