// What somebody changes in a unit while the studio is open: every change is written at once and whole, can be
// taken back, and never writes over what somebody else has written in between.

import { appendFile, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sha256 } from './digest.ts'
import { editFiles } from './edit-file.ts'
import type { Change, Conflict } from '../../contract/studio.ts'
import { formatJson, rewriteJson, same, valueAt, withValueAt } from './json-edit.ts'

export type Outcome = { saved: string[] } | { conflicts: Conflict[] }

/** Where files lie, and what a new one begins as. */
export interface FilesOf {
  /** Absolute. */
  pathOf(file: string): string
  /** Files of plain text are written as they are: their only value is the text. */
  isText(file: string): boolean
  /** The value of a file that is not there yet, before its first change. */
  beginning(file: string): unknown
}

/** The way from one text to another: what lies between a common beginning and a common end. */
interface Patch {
  file: string
  /** Digests of the texts before and after; null: no file. */
  from: string | null
  to: string | null
  at: number
  removed: string
  added: string
}

/** A step as the journal keeps it. */
interface Written {
  kind: 'edit' | 'undo' | 'redo'
  label: string
  patches: Patch[]
  changes: Change[]
}

export interface EditSession {
  /** Writes all of these changes, or none of them where one does not fit what is there. */
  apply(label: string, changes: readonly Change[]): Promise<Outcome>
  /** Takes the last change back; undefined where there is none. */
  undo(): Promise<(Outcome & { label: string }) | undefined>
  redo(): Promise<(Outcome & { label: string }) | undefined>
  /** What `undo` and `redo` would speak of. */
  labels(): { undo?: string; redo?: string }
  /** Forgets the journal. */
  close(): Promise<void>
}

/**
 * Opens a session whose journal lies in `folder`, which belongs to this unit alone. What a session that was
 * killed had begun to write is written first, and its steps can be taken back here.
 */
export async function openEditSession(folder: string, files: FilesOf): Promise<EditSession> {
  await mkdir(folder, { recursive: true })
  const journal = join(folder, `${process.pid}-${randomUUID()}.jsonl`)
  let [done, undone]: [Written[], Written[]] = [[], []]
  for (const steps of await leftBehind(folder)) {
    const last = steps.at(-1)
    if (last) await finish(last, files)
    ;[done, undone] = replayed(steps)
  }
  for (const step of [...done, ...undone.toReversed()]) await note(journal, step)
  for (const step of undone) await note(journal, { ...inverse(step), kind: 'undo' })

  // One after the other, in the order in which they were asked for.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }

  const write = async (kind: Written['kind'], label: string, changes: readonly Change[], exact?: Written) => {
    let conflicts: Conflict[] = []
    let written: Written | undefined
    const names = [...new Set(changes.map(({ file }) => file))]
    const paths = new Map(names.map((file) => [file, files.pathOf(file)]))
    await editFiles([...paths.values()], async (texts) => {
      const before = new Map(names.map((file) => [file, texts.get(paths.get(file)!)]))
      const exactly = exact && patched(exact.patches, before)
      const found = exactly ? { after: exactly, made: changes } : changed(changes, before, files)
      if ('conflicts' in found) {
        ;({ conflicts } = found)
        return undefined
      }
      const { after, made } = found
      const patches = names.flatMap((file) => {
        const [from, to] = [before.get(file), after.get(file)]
        return from === to ? [] : [patch(file, from, to)]
      })
      if (patches.length === 0) return undefined
      written = { kind, label, patches, changes: [...made] }
      // Before the files: whoever finds a step without its files can write them.
      await note(journal, written)
      return new Map(patches.map(({ file }) => [paths.get(file)!, after.get(file)]))
    })
    return { conflicts, written }
  }
  const outcome = ({ conflicts, written }: Awaited<ReturnType<typeof write>>): Outcome =>
    conflicts.length > 0 ? { conflicts } : { saved: written?.patches.map(({ file }) => file) ?? [] }
  const back = (kind: 'undo' | 'redo', from: Written[], to: Written[]) => async () => {
    const step = from.at(-1)
    if (!step) return undefined
    const towards = kind === 'undo' ? inverse(step) : step
    const result = await write(kind, step.label, towards.changes, towards)
    if (result.conflicts.length === 0) {
      from.pop()
      to.push(step)
    }
    return { ...outcome(result), label: step.label }
  }
  return {
    apply: (label, changes) =>
      inTurn(async () => {
        const result = await write('edit', label, changes)
        if (result.written) {
          done.push(result.written)
          undone.length = 0
        }
        return outcome(result)
      }),
    undo: () => inTurn(back('undo', done, undone)),
    redo: () => inTurn(back('redo', undone, done)),
    labels: () => ({
      ...(done.length > 0 ? { undo: done.at(-1)!.label } : {}),
      ...(undone.length > 0 ? { redo: undone.at(-1)!.label } : {}),
    }),
    close: () => inTurn(() => rm(journal, { force: true })),
  }
}

/** The texts after these changes and those that changed anything, or those that do not fit what is there. */
function changed(
  changes: readonly Change[],
  before: ReadonlyMap<string, string | undefined>,
  files: FilesOf,
): { after: Map<string, string | undefined>; made: Change[] } | { conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const made: Change[] = []
  const after = new Map(before)
  const values = new Map<string, unknown>()
  for (const change of changes) {
    const { file, path, was, value } = change
    const text = after.get(file)
    if (!values.has(file)) {
      const found = files.isText(file) ? { value: text } : read(text)
      if (!found) {
        conflicts.push({
          file,
          path,
          yours: value,
          message: 'This file is no JSON; mend it in an editor first.',
        })
        continue
      }
      values.set(file, found.value ?? (path.length === 0 ? undefined : files.beginning(file)))
    }
    const now = values.get(file)
    const theirs = valueAt(now, path)
    // What is to be written stands there already, whoever wrote it.
    if (same(theirs, value)) continue
    const next = same(theirs, was) ? withValueAt(now, path, value) : undefined
    if (!next) {
      conflicts.push({ file, path, was, theirs, yours: value })
      continue
    }
    made.push(change)
    values.set(file, next.value)
    after.set(
      file,
      next.value === undefined
        ? undefined
        : files.isText(file)
          ? String(next.value)
          : text === undefined
            ? formatJson(next.value)
            : rewriteJson(text, next.value),
    )
  }
  return conflicts.length > 0 ? { conflicts } : { after, made }
}

function read(text: string | undefined): { value: unknown } | undefined {
  if (text === undefined) return { value: undefined }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return undefined
  }
}

function patch(file: string, from: string | undefined, to: string | undefined): Patch {
  const [a, b] = [from ?? '', to ?? '']
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at++
  let tail = 0
  while (tail < most - at && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return {
    file,
    from: digest(from),
    to: digest(to),
    at,
    removed: a.slice(at, a.length - tail),
    added: b.slice(at, b.length - tail),
  }
}

const digest = (text: string | undefined): string | null => (text === undefined ? null : sha256(text))

/** The texts after these patches; undefined where one of them was made for another text. */
function patched(
  patches: readonly Patch[],
  before: ReadonlyMap<string, string | undefined>,
): Map<string, string | undefined> | undefined {
  const after = new Map(before)
  for (const { file, from, to, at, removed, added } of patches) {
    const text = before.get(file)
    if (digest(text) !== from) return undefined
    after.set(
      file,
      to === null ? undefined : (text ?? '').slice(0, at) + added + (text ?? '').slice(at + removed.length),
    )
  }
  return after
}

/** The way back. */
function inverse({ kind, label, patches, changes }: Written): Written {
  return {
    kind,
    label,
    patches: patches.map(({ file, from, to, at, removed, added }) => ({
      file,
      from: to,
      to: from,
      at,
      removed: added,
      added: removed,
    })),
    changes: changes
      .toReversed()
      .map(({ file, path, was, value }) => ({ file, path, was: value, value: was })),
  }
}

async function note(journal: string, step: Written): Promise<void> {
  const handle = await open(journal, 'a')
  try {
    await appendFile(handle, `${JSON.stringify(step)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The steps of sessions whose process is gone, each with its journal, which is taken away. */
async function leftBehind(folder: string): Promise<Written[][]> {
  const sessions: Written[][] = []
  for (const name of (await readdir(folder)).toSorted()) {
    const [, pid] = /^(\d+)-[\w-]+\.jsonl$/.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid))) continue
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    await rm(join(folder, name), { force: true })
    // A line that was cut off was never acted on.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    sessions.push(whole.split('\n').filter(Boolean).flatMap(parsedStep))
  }
  return sessions.filter((steps) => steps.length > 0)
}

function parsedStep(line: string): Written[] {
  try {
    return [JSON.parse(line) as Written]
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Writes those files of a step that were not written any more; one that somebody changed since is left alone.
 */
async function finish({ patches }: Written, files: FilesOf): Promise<void> {
  for (const each of patches) {
    const path = files.pathOf(each.file)
    await editFiles([path], async (texts) => {
      const after = patched([each], new Map([[each.file, texts.get(path)]]))
      return after && new Map([[path, after.get(each.file)]])
    })
  }
}

/** What can be taken back, and what can be done again, after these steps. */
function replayed(steps: readonly Written[]): [Written[], Written[]] {
  const [done, undone]: [Written[], Written[]] = [[], []]
  for (const step of steps) {
    if (step.kind === 'edit') {
      done.push(step)
      undone.length = 0
    } else if (step.kind === 'undo') {
      const last = done.pop()
      if (last) undone.push(last)
    } else {
      const last = undone.pop()
      if (last) done.push(last)
    }
  }
  return [done, undone]
}
