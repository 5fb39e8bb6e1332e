// A content folder of two facts, one quiz and one deck, on an invented harbour; and how to run factdeck on
// one as a person does.

import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mayHoldMarks } from '../../scripts/source/marked-fields.ts'

export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

export type Json = Record<string, unknown>
/** Parsed JSON files by their path in the content folder. */
export type ContentFiles = Record<string, Json>

const evidence = [{ source: 'gazette', start: 0, end: 20, sha256: 'a'.repeat(64) }]

function fact(id: string, value: number): Json {
  return {
    id,
    statement: `Ada Quill says the ${id} carries about ${value} carts a day.`,
    short: `About ${value} carts on the ${id}`,
    saidBy: ['quill'],
    status: 'reported',
    quantities: [{ id: 'carts', label: 'carts carried', value, unit: 'carts a day', bound: 'about' }],
    tags: ['carts'],
    evidence,
  }
}

/** Sound content: two comparable facts, one question, one deck. */
export function tinyContent(): ContentFiles {
  return {
    'facts/unit.json': { title: 'Tides', summary: 'A harbour and its carts.', author: 'A. Teacher' },
    'facts/sources.json': {
      sources: [
        {
          id: 'gazette',
          file: 'gazette.txt',
          sha256: 'b'.repeat(64),
          title: 'Carts',
          publisher: 'Tidewick Gazette',
          published: { date: '2019-05-05', basis: 'printed' },
        },
      ],
    },
    'facts/actors.json': {
      actors: [
        {
          id: 'quill',
          name: 'Ada Quill',
          kind: 'person',
          roles: [{ role: 'Mayor', source: 'gazette' }],
        },
      ],
    },
    'facts/carts.json': {
      topic: { id: 'carts', title: 'Carts', summary: 'How many carts there are.' },
      facts: [fact('bridge', 1200), fact('ferry', 40)],
    },
    'questions/carts.json': {
      title: 'Carts: check yourself',
      summary: 'On carts.',
      deck: 'carts',
      objectives: [{ id: 'count', text: 'Read a count.' }],
      questions: [
        {
          id: 'how-many',
          stem: 'How many carts does the ferry carry, after Ada Quill?',
          facts: ['ferry'],
          options: [
            { quantity: { fact: 'ferry', quantity: 'carts' }, correct: true, because: 'So she says.' },
            { text: 'About ninety carts a day', because: 'Nobody says so.' },
            { text: 'About seven carts a day', because: 'Nobody says so either.' },
          ],
          level: 'recall',
          objective: 'count',
        },
      ],
    },
    'slides/carts.json': {
      title: 'Reading the carts',
      summary: 'What the mayor says of carts.',
      audience: 'pupils from 14 years on',
      minutes: 15,
      objectives: ['Read a count'],
      sections: [
        {
          title: 'Carts',
          slides: [{ facts: ['bridge'] }, { facts: ['ferry'] }, { question: 'how-many' }],
        },
      ],
    },
  }
}

/** A text that stays what it is where marks of Markdown are read: a backslash makes each literal. */
export function literalText(text: string): string {
  return text.replaceAll(/[*`$]|!(?=\[)/g, String.raw`\$&`)
}

/** The same texts where marks of Markdown would be read as such: a backslash makes each literal. */
export function literal(file: string, value: Json): Json {
  const write = (each: unknown, path: (string | number)[]): unknown => {
    if (typeof each === 'string') return mayHoldMarks(file, path) ? literalText(each) : each
    if (Array.isArray(each)) return each.map((item, n) => write(item, [...path, n]))
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, write(item, [...path, key])]))
  }
  return write(value, []) as Json
}

/** Writes them; all texts stay what they are. */
export async function writeContent(folder: string, files: ContentFiles): Promise<void> {
  for (const [path, value] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), JSON.stringify(literal(path, value), null, 1))
  }
}

const folders: string[] = []

/** A temporary folder; `removeFolders` takes all of them away. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-trust-'))
  folders.push(folder)
  return folder
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

export interface Running {
  process: ChildProcess
  ended: Promise<Run>
}

/** Starts factdeck in a process of its own. */
export function start(
  args: readonly string[],
  {
    env = {},
    node = process.execPath,
    wrap = [],
  }: { env?: NodeJS.ProcessEnv; node?: string; wrap?: string[] } = {},
): Running {
  const own = [node, join(packageRoot, 'bin/factdeck.mjs'), ...args]
  const [command = node, ...rest] = [...wrap, ...own]
  const child = spawn(command, rest, {
    cwd: packageRoot,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (data: Buffer) => (out += String(data)))
  child.stderr.on('data', (data: Buffer) => (err += String(data)))
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, out, err }))
  })
  return { process: child, ended }
}

export function factdeck(args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Run> {
  return start(args, options).ended
}

/** Whether a command can be run at all here. */
export function works(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => execFile(command, args, (thrown) => resolve(thrown === null)))
}

/** Digests of all files below a folder by path, in order; empty for a folder that is not there. */
export async function manifest(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(
      files.toSorted().map(async (file) => [
        relative(folder, file).replaceAll('\\', '/'),
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
          .slice(0, 16),
      ]),
    ),
  ) as Record<string, string>
}

/** Times and sizes too: what tells that nobody even opened a file for writing. */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
  const digests = await manifest(folder)
  return Object.fromEntries(
    await Promise.all(
      Object.entries(digests).map(async ([path, digest]) => {
        const { mtimeMs, ctimeMs, mode } = await stat(join(folder, path))
        return [path, `${digest} ${mtimeMs} ${ctimeMs} ${mode}`]
      }),
    ),
  ) as Record<string, string>
}
