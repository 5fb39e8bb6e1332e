import { mkdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { ArticleRefused, readArticle, textFileName, type Imported } from '../articles/read-article.ts'
import type { Options } from '../diagnostics/options.ts'
import { loadFactBase } from '../facts/fact-base.ts'
import { newSource, withSource } from '../facts/new-source.ts'
import { languageFor } from '../languages/table.ts'
import { readContentFolder } from '../source/content-folder.ts'
import { createFile, editFile } from '../source/edit-file.ts'
import { sha256 } from '../source/digest.ts'
import { rewriteJson } from '../source/json-edit.ts'
import { neededArticles } from './articles.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { articlesOption, unitOptions } from './options.ts'

const options = {
  ...unitOptions,
  articles: { ...articlesOption.articles, does: 'where the article texts are, and the new ones go' },
} satisfies Options

/**
 * `factdeck add --articles DIR ARTICLE...`: reads articles of any format, writes their texts into the articles
 * folder, and their entries, digests included, into facts/sources.json. Says what it found, from where, and
 * what it left out. Nothing that is there is overwritten.
 */
export const add = command({
  name: 'add',
  does: 'bring in articles: text, Markdown, HTML, Word, PDF',
  words: { placeholder: 'ARTICLE...', noun: 'article', least: 1, most: Infinity },
  options,
  exits: ['fine', 'content'],
  run,
})

async function run(args: Given<typeof options>, io: Io): Promise<number> {
  const root = resolve(io.cwd, args.content)
  const articles = resolve(io.cwd, neededArticles(args.articles, 'add'))
  let code: number = exit.fine
  for (const word of args.words) if (!(await addOne(word, root, articles, args, io))) code = exit.content
  return code
}

async function addOne(
  word: string,
  root: string,
  articles: string,
  args: Given<typeof options>,
  io: Io,
): Promise<boolean> {
  const refuse = (reason: string, remedy: string): false => {
    io.err(`${word}: error: Unexpected article: ${reason}; ${remedy} [article/readable]`)
    return false
  }
  const folder = await readContentFolder(root, args)
  const { value: base } = loadFactBase(folder.value?.facts ?? [])
  const language = base?.language ?? languageFor('en')
  const data = await readFile(resolve(io.cwd, word)).catch(
    (thrown: NodeJS.ErrnoException) => thrown.code ?? 'unreadable',
  )
  if (typeof data === 'string')
    return data === 'ENOENT'
      ? refuse('there is no such file', 'give the path of the file, in quotation marks where it has blanks')
      : refuse(
          data === 'EISDIR' ? 'a folder' : `it cannot be read (${data})`,
          'give the path of a file that can be read',
        )
  let imported: Imported
  try {
    imported = await readArticle({ name: basename(word), data }, language)
  } catch (thrown) {
    if (thrown instanceof ArticleRefused) return refuse(thrown.message, thrown.remedy)
    throw thrown
  }
  const digest = sha256(imported.text)
  const known = [...(base?.sources.values() ?? [])].map(({ value }) => value)
  const same = known.find((source) => source.sha256 === digest)
  if (same) {
    io.out(`${word}: is there already, as the source "${same.id}"`)
    return true
  }
  const file = textFileName(word)
  const path = join(articles, file)
  const there = await readFile(path, 'utf8').catch(() => undefined)
  if (there !== undefined && there !== imported.text)
    return refuse(
      `another text is called ${file} already`,
      `if this is a newer version of it, put its text there and run factdeck repin; else rename ${basename(word)}`,
    )
  const source = newSource(imported, file, digest, new Set(known.map(({ id }) => id)))
  await mkdir(articles, { recursive: true })
  await createFile(path, imported.text)
  const sources = join(root, 'facts/sources.json')
  await mkdir(join(root, 'facts'), { recursive: true })
  await createFile(sources, '{\n  "$schema": "../schemas/sources.schema.json",\n  "sources": []\n}\n')
  await editFile(sources, (text) =>
    rewriteJson(text, withSource(JSON.parse(text.replace(/^\uFEFF/, '')), source)),
  )
  for (const line of told(imported, source)) io.out(line.replace('%', word))
  io.out(
    `next: factdeck distil ${source.id} --content ${args.content} --articles ${relative(io.cwd, articles) || '.'}, or pin passages of it by hand`,
  )
  return true
}

function told(imported: Imported, source: ReturnType<typeof newSource>): string[] {
  const { title, author, publisher, published, url, dropped, notes, text } = imported
  const facts = Object.entries({ title, author, publisher, published, url }).map(([key, known]) =>
    known
      ? `  ${key}: ${known.value} (from ${known.basis})`
      : `  ${key}: not found${key === 'published' ? '; write it into facts/sources.json, or leave it undated' : ''}`,
  )
  return [
    `%: ${source.file}, ${text.split(/\s+/).filter(Boolean).length} words, as the source "${source.id}" in facts/sources.json`,
    ...facts,
    ...dropped.map(({ what, text: line }) => `  left out, ${what.replaceAll('-', ' ')}: ${line}`),
    ...notes.map((note) => `  note: ${note}`),
  ]
}
