import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hasErrors } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Options } from '../diagnostics/options.ts'
import { distil as draftsOf, draftOf } from '../drafts/distil.ts'
import { loadDrafts } from '../drafts/load-drafts.ts'
import { loadFactBase } from '../facts/fact-base.ts'
import type { SourceId } from '../facts/ids.ts'
import { readContentFolder } from '../source/content-folder.ts'
import { createFile, editFile } from '../source/edit-file.ts'
import { formatJson, rewriteJson } from '../source/json-edit.ts'
import { articleTexts } from './articles.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { openReader } from './open-reader.ts'
import { articlesOption, unitOptions } from './options.ts'
import { count, report } from './report.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...unitOptions,
  articles: { ...articlesOption.articles, does: 'where the article texts are' },
} satisfies Options

/**
 * `factdeck distil --articles DIR SOURCE...`: writes drafts of facts for all that an article claims and no fact
 * tells yet, into drafts/SOURCE.json. What stands there stays.
 */
export const distil = command({
  name: 'distil',
  does: 'draft a fact for each claim of an article; no output shows a draft',
  words: { placeholder: 'SOURCE...', noun: 'source', least: 1, most: Infinity },
  options,
  exits: ['fine', 'content', 'missing'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  if (args.articles === undefined)
    throw new UsageError(
      'Unexpected distil without --articles DIR, expected the folder with the article texts',
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
      `Unexpected source "${unknown}", expected an id of facts/sources.json${suggest(unknown, ids)}; an article that is not there yet is brought in by factdeck add`,
    )
  const { value: before, diagnostics: faults } = loadDrafts(folder.value?.drafts ?? [], base)
  if (hasErrors(faults)) {
    report(faults, io)
    return exit.content
  }
  const { texts, diagnostics: wrong } = await articleTexts(base, resolve(io.cwd, args.articles))
  const reader = await openReader(base.unit.language, io.env)
  const taken = new Set(
    [...(before?.values() ?? [])].flatMap(({ drafts }) => drafts.map(({ fact }) => fact.id as string)),
  )
  let code: number = exit.fine
  for (const id of args.words as readonly SourceId[]) {
    const article = texts.get(id)
    const { value: source, place } = base.sources.get(id)!
    if (!article) {
      report(
        wrong.filter(
          ({ at }) =>
            at.file === place.document.file &&
            [place.in('file'), place.in('sha256')].some(({ location }) => location.line === at.line),
        ),
        io,
      )
      code = exit.content
      continue
    }
    const file = `drafts/${id}.json`
    const known = before?.get(file)
    const made = draftsOf({ base, source, article, taken, ...(reader ? { reader } : {}) }, known)
    for (const { fact } of made) taken.add(fact.id)
    await mkdir(join(root, 'drafts'), { recursive: true })
    await createFile(
      join(root, file),
      `${formatJson({ $schema: '../schemas/drafts.schema.json', source: id, sha256: article.sha256, drafts: [] }).trimEnd()}\n`,
    )
    await editFile(join(root, file), (text) => {
      const value = JSON.parse(text.replace(/^\uFEFF/, '')) as { drafts: object[] }
      return rewriteJson(text, { ...value, drafts: [...value.drafts, ...made.map(draftOf)] })
    })
    io.out(
      `${file}: ${count(made.length, 'new draft')}${known ? ` beside ${known.drafts.length}` : ''}. No output shows a draft: write its statement, and move its "fact" into a file of facts/.`,
    )
  }
  return code
}
