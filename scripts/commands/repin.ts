import { join, resolve } from 'node:path'
import type { Options } from '../diagnostics/options.ts'
import { articleFile } from '../facts/evidence/check-evidence.ts'
import { repin as findAgain, type Repinned } from '../facts/evidence/repin.ts'
import type { FactBase } from '../facts/fact-base.ts'
import type { Source } from '../facts/source-schema.ts'
import { editFile } from '../source/edit-file.ts'
import { rewriteJson } from '../source/json-edit.ts'
import { ArticleText } from '../source/normalise.ts'
import { articlesOf, neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { factsOfUnit, refuseUnknownSource } from './facts-of-unit.ts'
import { exit, type Io } from './io.ts'
import { neededArticlesOption, unitOptions } from './options.ts'
import { report } from './report.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
} satisfies Options

/**
 * `factdeck repin --articles DIR [SOURCE...]`: for articles that changed. Passages whose words still stand
 * exactly once are moved there, the new digests are recorded; what is left is shown, with what to do.
 */
export const repin = command({
  name: 'repin',
  does: 'follow articles that changed: move every passage whose words still stand',
  words: { placeholder: '[SOURCE...]', noun: 'source', most: Infinity },
  options,
  exits: ['fine', 'content'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const articlesFolder = resolve(io.cwd, neededArticles(args.articles, 'repin'))
  const unit = await factsOfUnit(args, io)
  if (!unit) return exit.content
  const { root, base } = unit
  refuseUnknownSource(args.words, base)
  const articles = await articlesOf(articlesFolder)
  let left = 0
  let changed = 0
  for (const { value: source, place } of base.sources.values()) {
    if (args.words.length > 0 && !args.words.includes(source.id)) continue
    const raw = articles.get(source.file)
    if (raw === undefined) {
      report([articleFile(place, source, articles)], io)
      left++
      continue
    }
    const article = new ArticleText(raw)
    if (article.sha256 === source.sha256) continue
    changed++
    const found = findAgain(base, source.id, article)
    await write(root, base, source, article, found)
    tell(source, found, args, io)
    left += found.left.length
  }
  if (changed === 0 && left === 0) io.out('no article changed: every digest is the recorded one')
  return left === 0 ? exit.fine : exit.content
}

async function write(
  root: string,
  base: FactBase,
  source: Source,
  article: ArticleText,
  { moved }: Repinned,
): Promise<void> {
  const files = new Set(moved.map(({ fact }) => fileOf(base, fact)))
  for (const file of files)
    await editFile(join(root, file), (text) => {
      const value = JSON.parse(text.replace(/^\uFEFF/, '')) as { facts: { id: string; evidence: object[] }[] }
      for (const { fact, index, to } of moved) {
        const written = value.facts.find(({ id }) => id === fact)
        if (written?.evidence[index]) written.evidence[index] = { ...written.evidence[index], ...to }
      }
      return rewriteJson(text, value)
    })
  // Last: a run that is killed before it is simply done again.
  await editFile(join(root, 'facts/sources.json'), (text) => {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as { sources: { id: string; sha256: string }[] }
    const entry = value.sources.find(({ id }) => id === source.id)
    if (entry) entry.sha256 = article.sha256
    return rewriteJson(text, value)
  })
}

function fileOf(base: FactBase, fact: string): string {
  return [...base.facts.values()].find(({ value }) => value.id === fact)!.place.document.file
}

function tell(source: Source, { kept, moved, left }: Repinned, args: Given<typeof options>, io: Io): void {
  io.out(
    `${source.file}: ${kept} ${kept === 1 ? 'passage stands' : 'passages stand'} where they stood, ${moved.length} moved; the new digest is recorded`,
  )
  for (const { fact, why, near } of left) {
    io.err(
      `${source.file}: error: Unexpected passage of "${fact}" whose words ${why === 'changed' ? 'stand nowhere in the new text' : 'stand in several places now'}, expected one place [repin/passage]`,
    )
    for (const { line, context } of near)
      io.err(
        `${source.file}:${line}:1: note: ${why === 'changed' ? 'nearest to the statement' : 'stands here'}: ${context}`,
      )
    io.err(
      `  note: read the new text; then factdeck pin --content ${args.content} --articles ${args.articles} --fact ${fact} "the new passage", which takes the place of the stale one, or take the fact out`,
    )
  }
}
