// Typst as a library (WebAssembly): from a template and JSON to a tagged PDF, without a browser and without
// the clock. It runs in a process of its own, typst-program.mjs, which is replaced when it has grown.

import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import type { AddedFont } from '../../contract/added-font.ts'
import type { Language } from '../../contract/messages/registry.ts'
import { printFontFiles } from './print-fonts.ts'
import { programFile } from './release.ts'

/** A fault of a Typst template; lines and columns count from 1. */
export interface TypstFault {
  severity: 'error' | 'warning'
  template: string
  line: number
  column: number
  message: string
}

/** A Typst template that could not be set. The message lists every fault. */
export class TypstError extends Error {
  readonly faults: readonly TypstFault[]

  constructor(faults: readonly TypstFault[]) {
    super(
      faults
        .map(
          ({ template, line, column, message }) =>
            `${template.startsWith('question-types/') ? '' : 'templates/print/'}${template}:${line}:${column}: ${message}`,
        )
        .join('\n'),
    )
    this.faults = faults
  }
}

/** Typst's process ended while it set a document: killed, or for want of memory. Nothing was made of it. */
export class TypstEnded extends Error {}

/** What the compiler takes of the data of a template. */
export interface PrintData {
  /** Families that the template names beside the usual ones. */
  fonts?: Language['fonts']
  /** Those of them that are not of factdeck. */
  added?: readonly AddedFont[]
}

export interface Typst {
  /**
   * Sets a template of the folder, for example `worksheet.typ`, with `data` as its JSON. PDF/A-like habits:
   * tagged, fonts embedded, no date; the same input gives the same bytes. Where a template says in `<end>` that
   * the last of several pages would be less than half full, it is set closer by the input `closer`, and that is
   * taken where it saves the page. Throws TypstError, TypstEnded.
   */
  compile(template: string, data: object & PrintData): Promise<Uint8Array>
}

/** Typst as it is opened. */
export interface OpenTypst extends Typst {
  /** Starts its process, so that it is there when the first document comes. */
  ahead(): void
  close(): Promise<void>
}

/**
 * The bytes that the compiler may have grown to before another takes its place, which takes about a second.
 * It begins with 20 MB and keeps 2 to 4 MB of every document: so much is a hundred documents.
 */
const mostBytes = 400_000_000

/**
 * Opens Typst over the folder of print templates and that of the question types, whose parts templates import
 * from `/question-types`. Its process is started for the first document or `ahead` of it, which takes about a
 * second; `close` ends it.
 */
export function openTypst(
  folder: string,
  typesFolder: string,
  { most = mostBytes }: { most?: number } = {},
): OpenTypst {
  // All documents of a unit have the same fonts; only `dev` sees a unit change its language.
  let running: { fonts?: string; program: ChildProcess } | undefined
  const close = async (): Promise<void> => {
    const program = running?.program
    running = undefined
    if (!program || program.exitCode !== null || program.signalCode !== null) return
    const ended = new Promise((resolve) => program.once('exit', resolve))
    // Somebody waits for it, so this process must not end before.
    program.ref()
    program.kill()
    await ended
  }
  const load = (): ChildProcess => {
    const program = fork(programFile('typst-program.mjs'), {
      // Bytes as bytes.
      serialization: 'advanced',
      execArgv: [],
    })
    // One that ends between two documents, or could not be started, is not used again.
    const gone = (): void => {
      if (running?.program === program) running = undefined
    }
    program.once('exit', gone)
    program.on('error', gone)
    program.send({ module: compilerModule() }, untold)
    return program
  }
  const start = async ({ fonts: named, added = [] }: PrintData): Promise<ChildProcess> => {
    const own = [...(named?.serif ?? []), ...(named?.sans ?? [])].filter(
      (name) => !added.some(({ family }) => family === name),
    )
    const files = printFontFiles([...new Set(own)], added)
    const fonts = files.join('\n')
    if (running?.program.connected && running.fonts === fonts) return running.program
    if (running?.fonts !== undefined || running?.program.connected === false) await close()
    running ??= { program: load() }
    running.fonts = fonts
    const { program } = running
    const folders = [
      [folder, ''],
      [typesFolder, '/question-types'],
    ]
    program.send({ fonts: files, folders }, untold)
    return program
  }
  const set = async (template: string, data: object & PrintData): Promise<Uint8Array> => {
    const program = await start(data)
    const answer = await ask(program, template, {
      mainFilePath: `/${template}`,
      inputs: { data: JSON.stringify(data, visible) },
    })
    // What failed once in WebAssembly is in no state to go on.
    if ('failed' in answer || answer.bytes > most) await close()
    if ('failed' in answer) throw new TypstEnded(`${endOf(template)}: ${answer.failed}`)
    if (!answer.result) throw new TypstError((answer.diagnostics ?? []).map(asFault))
    return answer.result
  }
  // One document after the other: that is how the program answers.
  let last: Promise<unknown> = Promise.resolve()
  return {
    ahead() {
      if (running) return
      const program = load()
      running = { program }
      program.unref()
      program.channel?.unref()
    },
    compile(template, data) {
      const made = last.then(() => set(template, data))
      last = made.catch(() => undefined)
      return made
    },
    close() {
      const closed = last.then(close)
      last = closed
      return closed
    },
  }
}

/** Where the compiler lies. */
function compilerModule(): string {
  return createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
}

/** What cannot be sent is told by the first document. */
function untold(): void {}

type Fault = { path: string; range: string; severity: string; message: string }

/** What typst-program.mjs says of a document. */
type Answer = { result?: Uint8Array; diagnostics?: Fault[]; bytes: number } | { failed: string }

/** Keeps this process running until the answer is there, and no longer. Throws TypstEnded. */
function ask(program: ChildProcess, template: string, setting: object): Promise<Answer> {
  program.ref()
  program.channel?.ref()
  return new Promise<Answer>((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void =>
      reject(
        new TypstEnded(
          `${endOf(template)} (${signal ?? `exit code ${code}`})${signal === 'SIGKILL' ? '; systems do that where memory runs out' : ''}`,
        ),
      )
    const failed = (fault: Error): void => reject(new TypstEnded(`${endOf(template)} (${fault.message})`))
    program.once('exit', ended)
    program.once('error', failed)
    program.once('message', (answer: Answer) => {
      program.off('exit', ended)
      program.off('error', failed)
      resolve(answer)
    })
    program.send(setting, (unsent) => {
      if (unsent) reject(new TypstEnded(`${endOf(template)} (${unsent.message})`))
    })
  }).finally(() => {
    program.unref()
    program.channel?.unref()
  })
}

function endOf(template: string): string {
  return `Unexpected end of Typst while it set ${template}, expected a PDF; build again, and close other programs if memory is short`
}

/**
 * Texts without format characters such as direction marks and joiners, which the fonts of print have no use
 * for. Typst ties one to the letter before it, and readers such as pdf.js then drop that letter wherever it
 * stands in the document. Soft hyphens only show where a line breaks.
 */
function visible(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/(?!\u00AD)\p{Cf}/gu, '') : value
}

function asFault(fault: Fault): TypstFault {
  // "1:3-1:37", counted from 0; empty where Typst knows no place.
  const [, line = '0', column = '0'] = /^(\d+):(\d+)/.exec(fault.range) ?? []
  return {
    severity: fault.severity === 'warning' ? 'warning' : 'error',
    template: fault.path.replace(/^\//, ''),
    line: Number(line) + 1,
    column: Number(column) + 1,
    message: fault.message,
  }
}
