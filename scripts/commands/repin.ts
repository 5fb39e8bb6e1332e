import { join, resolve } from 'node:path'
import { suggest } from '../diagnostics/suggest.ts'
import type { Options } from '../diagnostics/options.ts'
import { articleFile } from '../facts/evidence/check-evidence.ts'
import { repin as findAgain, type Repinned } from '../facts/evidence/repin.ts'
import { loadFactBase, type FactBase } from '../facts/fact-base.ts'
import type { Source } from '../facts/source-schema.ts'
import { readContentFolder } from '../source/content-folder.ts'
import { editFile } from '../source/edit-file.ts'
import { rewriteJson } from '../source/json-edit.ts'
import { ArticleText } from '../source/normalise.ts'
import { articlesOf } from './articles.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, unitOptions } from './options.ts'
import { report } from './report.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...unitOptions,
  articles: { ...articlesOption.articles, does: 'where the article texts are' },
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
  if (args.articles === undefined)
    throw new UsageError(
      'Unexpected repin without --articles DIR, expected the folder with the article texts',
    )
  const root = resolve(io.cwd, args.content)
  const folder = await readContentFolder(root, args)
  const { value: base, diagnostics } = loadFactBase(folder.value?.facts ?? [])
  if (!base || base.sources.size === 0) {
    report([...folder.diagnostics, ...diagnostics], io)
    return exit.content
  }
  const ids = [...base.sources.keys()] as string[]
  const unknown = args.words.find((word) => !ids.includes(word))
  if (unknown !== undefined)
    throw new UsageError(
      `Unexpected source "${unknown}", expected an id of facts/sources.json${suggest(unknown, ids)}`,
    )
  const articles = await articlesOf(resolve(io.cwd, args.articles))
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
