// A unit as the studio holds it: what lies on the disk, read again only where it changed, and the session
// that writes it.

import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Change, StudioState } from '../../../contract/studio.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { copyFinder } from '../../facts/evidence/copied-wording.ts'
import { loadFactBase, type FactBase } from '../../facts/fact-base.ts'
import { readContentFolder, type KnownFiles, type Reading } from '../../source/content-folder.ts'
import { sha256, shortDigest } from '../../source/digest.ts'
import { openEditSession, type FilesOf, type Outcome } from '../../source/edit-session.ts'
import type { JsonDocument } from '../../source/json-document.ts'
import { ArticleText } from '../../source/normalise.ts'
import { articleTexts } from '../articles.ts'

export interface StudioUnit {
  /** Absolute. */
  root: string
  articles: string
  state(): Promise<StudioState>
  /** The unit as it was last read: reading it again costs nothing while no file changed. */
  read(): Promise<ReadUnit>
  /** Says that files may have changed. */
  changed(): void
  apply(label: string, changes: readonly Change[]): Promise<Outcome>
  undo(): Promise<(Outcome & { label: string }) | undefined>
  redo(): Promise<(Outcome & { label: string }) | undefined>
  close(): Promise<void>
}

export interface ReadUnit {
  /** Another one for every other state of the files. */
  version: string
  documents: { facts: JsonDocument[]; questions: JsonDocument[]; slides: JsonDocument[] }
  /** Files of drafts by their names. */
  drafts: [string, unknown][]
  diagnostics: Diagnostic[]
  base: FactBase
  /** The articles that are those that were recorded, by source. */
  texts: ReadonlyMap<string, ArticleText>
  /** What of the wording of the articles stands in a text; undefined where nothing does. */
  copied(text: string): string | undefined
}

/** Files that a change may name. */
const contentFile = /^(?:facts|questions|slides|drafts)\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.json$/
const articleFile = /^articles\/[^/\\]+\.txt$/

/** What a file begins as, by the folder or the name that it has. */
function beginning(file: string): object {
  if (file === 'facts/sources.json') return { $schema: '../schemas/sources.schema.json', sources: [] }
  if (file === 'facts/actors.json') return { $schema: '../schemas/actors.schema.json', actors: [] }
  if (file === 'facts/unit.json') return { $schema: '../schemas/unit.schema.json' }
  return {}
}

/** Opens the unit at `root`, which may be empty or not there yet. */
export async function openStudioUnit({
  root,
  articles,
  shown,
  journals,
  reading,
}: {
  root: string
  articles: string
  /** The two folders as a person would write them, and where to look for other units. */
  shown: { root: string; articles: string; cwd: string }
  /** Where journals of all units are kept. */
  journals: string
  reading: Pick<Reading, 'followLinks'>
}): Promise<StudioUnit> {
  const files: FilesOf = {
    pathOf(file) {
      const path = articleFile.test(file)
        ? join(articles, file.slice('articles/'.length))
        : join(root, contentFile.test(file) ? file : refuse(file))
      // A link that leads elsewhere is not the unit's to write.
      if (
        !reading.followLinks &&
        existsSync(path) &&
        !within(realpathSync(path), articleFile.test(file) ? articles : root)
      )
        refuse(file)
      return path
    },
    isText: (file) => articleFile.test(file),
    beginning,
  }
  const session = await openEditSession(join(journals, sha256(root).slice(0, 16)), files)
  const known: KnownFiles = new Map()
  let last: Promise<ReadUnit> | undefined
  let copies: { key: string; find: (text: string) => string | undefined } | undefined

  async function readNow(): Promise<ReadUnit> {
    const { value: folder, diagnostics } = await readContentFolder(root, { ...reading, known })
    const documents = {
      facts: folder?.facts ?? [],
      questions: folder?.questions ?? [],
      slides: folder?.slides ?? [],
    }
    const { value: base, diagnostics: found } = loadFactBase(documents.facts)
    const texts = existsSync(articles)
      ? (await articleTexts(base!, articles)).texts
      : new Map<string, ArticleText>()
    const key = Array.from(texts.values(), (text) => text.sha256).join()
    if (copies?.key !== key)
      copies = { key, find: copyFinder(Array.from(texts.values(), ({ running }) => running)) }
    const drafts = draftFiles(root)
    const version = shortDigest(
      ...Array.from(known, ([file, { text }]) => `${file}\n${text}\n`).toSorted(),
      JSON.stringify([drafts, Object.values(documents).flatMap((each) => each.map(({ file }) => file))]),
      key,
    )
    return {
      version,
      documents,
      drafts,
      diagnostics: [...diagnostics, ...found],
      base: base!,
      texts,
      copied: copies.find,
    }
  }
  const read = (): Promise<ReadUnit> => {
    if (!last) {
      const started = readNow()
      last = started
      started.catch(() => {
        if (last === started) last = undefined
      })
    }
    return last
  }
  const changed = (): void => {
    last = undefined
  }
  const after = <T>(outcome: T): T => {
    changed()
    return outcome
  }

  return {
    root,
    articles,
    read,
    changed,
    async state() {
      const { version, documents, drafts, diagnostics, base, texts } = await read()
      const all = [...documents.facts, ...documents.questions, ...documents.slides]
      const empty = documents.facts.length === 0
      return {
        version,
        folder: shown.root,
        articlesFolder: shown.articles,
        files: Object.fromEntries([...all.map(({ file, value }) => [file, value] as const), ...drafts]),
        broken: diagnostics.flatMap(({ rule, at, message }) =>
          rule === 'source/json' || rule === 'source/readable' || rule === 'source/unique-key'
            ? [{ file: at.file, message: `${at.file}:${at.line}:${at.column}: ${message}` }]
            : [],
        ),
        articles: Array.from(base.sources.values(), ({ value: { id, file } }) => ({
          id,
          state: texts.has(id) ? 'there' : existsSync(join(articles, file)) ? 'other' : 'missing',
        })),
        ...session.labels(),
        others: empty ? unitsNear(shown.cwd) : [],
      }
    },
    apply: async (label, changes) => after(await session.apply(label, changes)),
    undo: async () => after(await session.undo()),
    redo: async () => after(await session.redo()),
    close: () => session.close(),
  }
}

function refuse(file: string): never {
  throw new RangeError(`Unexpected file "${file}", expected one of the unit`)
}

function within(path: string, folder: string): boolean {
  const way = relative(realpathSync(folder), path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way
}

/** Drafts are read by no output; the studio keeps in them what was left out on purpose. */
function draftFiles(root: string): [string, unknown][] {
  const folder = join(root, 'drafts')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const file = `drafts/${name}`
    if (!contentFile.test(file)) return []
    try {
      return [[file, JSON.parse(readFileSync(join(root, file), 'utf8'))] as [string, unknown]]
    } catch {
      return []
    }
  })
}

/** Folders at `cwd`, or one step below, that hold a unit. */
function unitsNear(cwd: string): StudioState['others'] {
  const folders = readdirSync(cwd, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
  return ['.', ...folders.toSorted()].slice(0, 200).flatMap((folder) => {
    try {
      const { title } = JSON.parse(readFileSync(join(cwd, folder, 'facts/unit.json'), 'utf8')) as {
        title?: unknown
      }
      return typeof title === 'string' ? [{ folder, title }] : []
    } catch {
      return []
    }
  })
}
