// The compiler's only door to what authors wrote: everything below reads from here, so that tests can hand in
// a folder of their own.

import { readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Picture } from '../../contract/deck.ts'
import {
  error,
  hasErrors,
  warning,
  type Checked,
  type Diagnostic,
  type Location,
} from '../diagnostics/diagnostic.ts'
import { shortDigest } from './digest.ts'
import { parseJson, type JsonDocument } from './json-document.ts'
import { listFiles } from './list-files.ts'

/** The folders of a content root that are read. */
export const contentFolders = ['facts', 'questions', 'slides', 'drafts'] as const

export interface ContentFolder {
  /** Parsed JSON files by folder, sorted by name; broken files are left out and stand in the diagnostics. */
  facts: JsonDocument[]
  questions: JsonDocument[]
  slides: JsonDocument[]
  /** Statistics of questions, kept beside them: `questions/<quiz>.stats.json`. */
  statistics: JsonDocument[]
  /** Drafts of facts, which no output shows. */
  drafts: JsonDocument[]
  /** Text of a hand-written slide file, by its path within slides/; absent where there is none. */
  markdown: Map<string, string>
  /** Pictures of hand-written slides, by their path within slides/. */
  pictures: Map<string, Picture>
  /** Pictures in texts of facts and questions, by their path within the root. */
  textPictures: Map<string, Picture>
}

/**
 * Parsed files by their names, for callers that read a folder again and again; a file is parsed anew when its
 * text is another.
 */
export type KnownFiles = Map<string, { text: string; parsed: Checked<JsonDocument> }>

/**
 * The most that a file of JSON or Markdown may have: twenty thousand facts. What is larger was not written by
 * hand, and would take minutes to find fault with.
 */
const mostBytes = 10_000_000

/** How a content folder is read. */
export interface Reading {
  known?: KnownFiles
  /** Links that lead out of the content root are followed instead of refused. */
  followLinks?: boolean
}

/**
 * Reads `facts/`, `questions/` and `slides/` of a content root. A folder without any fact file is an error.
 * What was parsed is kept in `known`.
 */
export async function readContentFolder(
  root: string,
  { known = new Map(), followLinks = false }: Reading = {},
): Promise<Checked<ContentFolder>> {
  const diagnostics: Diagnostic[] = []
  const list = async (name: (typeof contentFolders)[number]): Promise<string[]> => {
    const { value = [], diagnostics: found } = await listFiles(root, name, { followLinks })
    diagnostics.push(...found, ...value.flatMap(overlooked))
    return value
  }
  // Synchronous: a way through Node's thread pool takes longer than reading a small file.
  const bytes = (file: string): Buffer | undefined => {
    try {
      return readFileSync(join(root, file))
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException
      diagnostics.push(
        error(
          { file, line: 1, column: 1 },
          'source/readable',
          `Unexpected file that cannot be read (${code}), expected one that can`,
          'close it in other programs, and see that you may read it',
        ),
      )
      return undefined
    }
  }
  /** Text of a file that somebody wrote; undefined where there is none, or more than anybody writes. */
  const textOf = (file: string): string | undefined => {
    const data = bytes(file)
    if (data === undefined || data.length <= mostBytes) return data?.toString('utf8')
    diagnostics.push(
      error(
        { file, line: 1, column: 1 },
        'source/size',
        `Unexpected file of ${Math.ceil(data.length / 1_000_000)} MB, expected at most ${mostBytes / 1_000_000} MB; split it, or look at what made it so large`,
      ),
    )
    return undefined
  }
  const read = (files: readonly string[]): JsonDocument[] => {
    const documents: JsonDocument[] = []
    for (const file of files) {
      if (!file.endsWith('.json')) continue
      const text = textOf(file)
      if (text === undefined) continue
      const before = known.get(file)
      const parsed = before?.text === text ? before.parsed : readJson(file, text)
      known.set(file, { text, parsed })
      diagnostics.push(...parsed.diagnostics)
      if (parsed.value) documents.push(parsed.value)
    }
    return documents
  }
  const slides = await list('slides')
  const facts = await list('facts')
  const questions = await list('questions')
  const folder: ContentFolder = {
    facts: read(facts),
    questions: read(questions.filter((file) => !isStatistics(file))),
    statistics: read(questions.filter(isStatistics)),
    slides: read(slides),
    drafts: read(await list('drafts')),
    markdown: new Map(),
    pictures: new Map(),
    textPictures: new Map(),
  }
  for (const file of slides) {
    const name = file.slice('slides/'.length)
    if (!name.endsWith('.md') && !isPicture(name)) continue
    if (isPicture(name)) {
      const data = bytes(file)
      if (data !== undefined) folder.pictures.set(name, { name: pictureName(file, data), data })
    } else {
      const text = textOf(file)
      if (text !== undefined) folder.markdown.set(name, text)
    }
  }
  for (const file of [...facts, ...questions].filter(isPicture)) {
    const data = bytes(file)
    if (data) folder.textPictures.set(file, { name: pictureName(file, data), data })
  }
  if (folder.facts.length === 0 && !hasErrors(diagnostics)) {
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

const isStatistics = (file: string): boolean => file.endsWith('.stats.json')

const isPicture = (file: string): boolean => /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file)

/** What looks like content, and would be read by nobody. */
function overlooked(file: string): Diagnostic[] {
  // The second is what `pin` is just writing.
  if (/\.json(?:\.new)?$/.test(file) || !/\.(?:json[^/]*|ya?ml)$/i.test(file)) return []
  return [
    warning(
      { file, line: 1, column: 1 },
      'source/overlooked',
      `Unexpected ending of "${basename(file)}", expected .json; the file is not read`,
      'give it the ending .json, or move it out of the unit',
    ),
  ]
}

/** As `parseJson`; what no person writes by hand, and what is not UTF-8, is said as what it is. */
function readJson(file: string, text: string): Checked<JsonDocument> {
  if (/^\uFFFD\uFFFD|^.?\0/.test(text))
    return {
      diagnostics: [
        error(
          { file, line: 1, column: 1 },
          'source/json',
          'Unexpected encoding, expected UTF-8; save the file anew as UTF-8',
        ),
      ],
    }
  let parsed: Checked<JsonDocument> = { diagnostics: [] }
  try {
    parsed = parseJson(file, text)
    if (parsed.value) return parsed
  } catch (thrown) {
    // Parsing and walking are recursive: the stack ends before the brackets do.
    if (!(thrown instanceof RangeError)) throw thrown
  }
  const at = tooDeep(file, text)
  const message = `Unexpected bracket within ${deepest} others, expected no more`
  return at ? { diagnostics: [error(at, 'source/json', message)] } : parsed
}

/** No content needs a tenth of it. */
const deepest = 200

/** Where brackets lie within more brackets than `deepest`. */
function tooDeep(file: string, text: string): Location | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth <= deepest) continue
    const before = text.slice(0, index).split('\n')
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  return undefined
}

function pictureName(file: string, data: Uint8Array): string {
  const ending = extname(file).toLowerCase()
  const stem = basename(file, extname(file))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const digest = shortDigest(data)
  return `${stem === '' ? 'picture' : stem}-${digest}${ending}`
}

/** Article texts by file name, and the names of what else lies in their folder and is not read. */
export type Articles = ReadonlyMap<string, string> & { readonly others?: readonly string[] }

/**
 * Article texts by file name; a name that is not there, or is no file, is left out. Only `.txt` is read: of
 * every other format `factdeck add` makes one. Throws when the folder cannot be read.
 */
export async function readArticles(folder: string): Promise<Articles> {
  const all = (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted()
  const texts = await Promise.all(
    all
      .filter((name) => /\.txt$/i.test(name))
      .map(async (name) => {
        // A device or a pipe would be read for ever.
        const isFile = await stat(join(folder, name)).then(
          (found) => found.isFile(),
          () => false,
        )
        const text = isFile ? await readFile(join(folder, name), 'utf8').catch(() => undefined) : undefined
        return text === undefined ? [] : [[name, text] as const]
      }),
  )
  return Object.assign(new Map(texts.flat()), { others: all.filter((name) => !/\.txt$/i.test(name)) })
}
