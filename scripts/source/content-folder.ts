// The compiler's only door to what authors wrote: everything below reads from here, so that tests can hand in a folder of their own.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseJson, type JsonDocument } from './json-document.ts'

/** A picture of hand-written slides. */
export interface Picture {
  /** File name in a finished deck: the author's in plain letters, with a digest of the bytes. */
  name: string
  data: Uint8Array
}

export interface ContentFolder {
  /** Parsed JSON files by folder, sorted by name; broken files are left out and stand in the diagnostics. */
  facts: JsonDocument[]
  questions: JsonDocument[]
  slides: JsonDocument[]
  /** Text of a hand-written slide file, by its path within slides/; absent where there is none. */
  markdown: Map<string, string>
  /** Pictures of hand-written slides, by their path within slides/. */
  pictures: Map<string, Picture>
}

/** Parsed files by their names, for whoever reads a folder again and again; a file is parsed anew when its text is another. */
export type KnownFiles = Map<string, { text: string; parsed: Checked<JsonDocument> }>

/**
 * Reads `facts/`, `questions/` and `slides/` of a content root. A folder without any fact file is an error. What was parsed is kept in
 * `known`.
 */
export async function readContentFolder(
  root: string,
  known: KnownFiles = new Map(),
): Promise<Checked<ContentFolder>> {
  const diagnostics: Diagnostic[] = []
  const slides = filesBelow(root, 'slides')
  const read = (files: readonly string[]): JsonDocument[] => {
    const documents: JsonDocument[] = []
    for (const file of files.filter((each) => each.endsWith('.json'))) {
      // Synchronous here and below: a way through Node's thread pool takes longer than reading a small file.
      const text = readFileSync(join(root, file), 'utf8')
      const before = known.get(file)
      const parsed = before?.text === text ? before.parsed : parseJson(file, text)
      known.set(file, { text, parsed })
      diagnostics.push(...parsed.diagnostics)
      if (parsed.value) documents.push(parsed.value)
    }
    return documents
  }
  const folder: ContentFolder = {
    facts: read(filesBelow(root, 'facts')),
    questions: read(filesBelow(root, 'questions')),
    slides: read(slides),
    markdown: new Map(),
    pictures: new Map(),
  }
  for (const file of slides.filter((each) => each.endsWith('.md')))
    folder.markdown.set(file.slice('slides/'.length), readFileSync(join(root, file), 'utf8'))
  for (const ending of ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg']) {
    for (const file of slides.filter((each) => each.endsWith(ending))) {
      const data = readFileSync(join(root, file))
      folder.pictures.set(file.slice('slides/'.length), { name: pictureName(file, data), data })
    }
  }
  if (folder.facts.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      error(
        { file: 'facts', line: 1, column: 1 },
        'source/content',
        'Unexpected content folder without facts, expected facts/sources.json and at least one topic file',
        'give the folder that holds facts/, questions/ and slides/ with --content DIR',
      ),
    )
  }
  return { value: folder, diagnostics }
}

/** Names, sizes and times of all files of these folders: the same again means that there is nothing new to read. */
export function stateOf(root: string, folders: readonly string[]): string {
  return folders
    .flatMap((name) => filesBelow(root, name))
    .filter((file) => !file.includes('/node_modules/'))
    .map((file) => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {}
      return [file, size, mtimeMs, ctimeMs, ino].join(' ')
    })
    .join('\n')
}

function pictureName(file: string, data: Uint8Array): string {
  const ending = extname(file)
  const stem = basename(file, ending)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const digest = createHash('sha256').update(data).digest('hex').slice(0, 12)
  return `${stem === '' ? 'picture' : stem}-${digest}${ending}`
}

/** Sorted, with forward slashes; none where there is no such folder. */
function filesBelow(root: string, name: string): string[] {
  let entries
  try {
    entries = readdirSync(join(root, name), { recursive: true, withFileTypes: true })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** Article texts by file name; a name that is not there is left out. Throws when the folder cannot be read. */
export async function readArticles(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}
