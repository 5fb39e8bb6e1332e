// Running and timing programs.

import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { EmitReport, EmitRequest } from './emit.ts'

/** Where package.json lies. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url))

export type Environment = Readonly<Record<string, string>>

/**
 * Runs a program to its end; resolves to the milliseconds that the whole process took and what it printed.
 * Throws with its own words.
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd = packageRoot, env = {} }: { cwd?: string; env?: Environment } = {},
): Promise<{ ms: number; stdout: string }> {
  const start = performance.now()
  const { stdout } = await promisify(execFile)(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 256 * 1024 * 1024,
  }).catch((thrown: Error & { stderr?: string; stdout?: string }) => {
    throw new Error(`${program} ${args.join(' ')}\n${thrown.stderr || thrown.stdout || thrown.message}`)
  })
  return { ms: performance.now() - start, stdout }
}

/**
 * Runs the command as people do; resolves to the milliseconds of the whole process, from its start to its
 * end.
 */
export async function factdeck(args: readonly string[], env: Environment = {}): Promise<number> {
  return (await run(process.execPath, [join(packageRoot, 'bin/factdeck.mjs'), ...args], { env })).ms
}

/** Has the next command look at everything and set every PDF, as the first one does that anybody runs on a unit. */
export async function forgetUnits(): Promise<void> {
  for (const kept of ['sound', 'pdfs'])
    await rm(join(packageRoot, '.cache', kept), { recursive: true, force: true })
}

/** The same as `factdeck`, with the most memory that the process took, in MB. */
export async function factdeckWithPeak(args: readonly string[]): Promise<{ ms: number; peak: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-peak-'))
  try {
    const file = join(folder, 'peak')
    const ms = await factdeck(args, {
      NODE_OPTIONS: `--import=${pathToFileURL(join(packageRoot, 'bench/peak.mjs')).href}`,
      FACTDECK_BENCH_PEAK: file,
    })
    const peaks = (await readFile(file, 'utf8')).trim().split('\n').map(Number)
    return { ms, peak: Math.max(...peaks) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A build that stays. */
export interface Staying {
  /** Milliseconds from before a change is saved until the folder that has it is in its place. */
  after(change: () => Promise<void>): Promise<number>
  end(): Promise<void>
}

/** Starts `build --watch`, and waits until its first build is made. */
export async function stayingBuild(args: readonly string[]): Promise<Staying> {
  const child = spawn(process.execPath, [join(packageRoot, 'bin/factdeck.mjs'), ...args, '--watch'], {
    cwd: packageRoot,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  let heard: (() => void) | undefined
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      heard?.()
    })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const built = (): number => said.split(' made in ').length - 1
  const until = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (built() >= count) resolve()
      }
      heard = look
      look()
      void ended.then(() => reject(new Error(said)))
    })
  await until(1)
  return {
    async after(change) {
      const before = built()
      const start = performance.now()
      await change()
      await until(before + 1)
      return performance.now() - start
    },
    async end() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/**
 * Runs a stage of the compiler as a process of its own; `ms` is the whole process, from its start to its end.
 */
export async function emit(
  request: EmitRequest,
  env: Environment = {},
): Promise<EmitReport & { ms: number }> {
  const { ms, stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'bench/emit.ts', JSON.stringify(request)],
    { env },
  )
  return { ...(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as EmitReport), ms }
}

/**
 * Runs `a` and `b` in turn, `pairs` times each, so that what else the machine does falls on both; resolves to
 * both medians.
 */
export async function alternate(
  pairs: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number }> {
  const times: { a: number[]; b: number[] } = { a: [], b: [] }
  for (let pair = 0; pair < pairs; pair++) {
    times.a.push(await a())
    times.b.push(await b())
  }
  return { a: median(times.a), b: median(times.b) }
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}

/** Bytes after gzip at its best. */
export function gzipped(data: string | Uint8Array): number {
  return gzipSync(data, { level: 9 }).length
}
