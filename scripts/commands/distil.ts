import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hasErrors } from '../diagnostics/diagnostic.ts'
import type { Options } from '../diagnostics/options.ts'
import { distil as draftsOf, draftOf } from '../drafts/distil.ts'
import { loadDrafts } from '../drafts/load-drafts.ts'
import type { SourceId } from '../facts/ids.ts'
import { createFile, editFile } from '../source/edit-file.ts'
import { formatJson, rewriteJson } from '../source/json-edit.ts'
import { articleTexts, neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { factsOfUnit, refuseUnknownSource } from './facts-of-unit.ts'
import { exit, type Io } from './io.ts'
import { openReader } from './open-reader.ts'
import { neededArticlesOption, unitOptions } from './options.ts'
import { count, report } from './report.ts'

const options = {
  ...unitOptions,
  ...neededArticlesOption,
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
  const articlesFolder = resolve(io.cwd, neededArticles(args.articles, 'distil'))
  const unit = await factsOfUnit(args, io)
  if (!unit) return exit.content
  const { root, folder, base } = unit
  refuseUnknownSource(args.words, base, '; an article that is not there yet is brought in by factdeck add')
  const { value: before, diagnostics: faults } = loadDrafts(folder.drafts, base)
  if (hasErrors(faults)) {
    report(faults, io)
    return exit.content
  }
  const { texts, diagnostics: wrong } = await articleTexts(base, articlesFolder)
  const reader = await openReader(base.unit.language, io.env)
  const taken = new Set(
    [...(before?.values() ?? [])].flatMap(({ drafts }) => drafts.map(({ fact }) => fact.id as string)),
  )
  if (!base.language.claims)
    io.err(
      `note: in the language "${base.unit.language}" claims are found by figures, dates and quotations alone; speakers, plans and hedges are left to you`,
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
