// Typst as a library (WebAssembly): from a template and JSON to a tagged PDF, without a browser and without
// the clock.

import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TypstCompiler } from '@myriaddreamin/typst.ts/compiler'
import type { Language } from '../../contract/messages/registry.ts'
import { printFontFiles } from './print-fonts.ts'

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

export interface Typst {
  /**
   * Sets a template of the folder, for example `worksheet.typ`, with `data` as its JSON. PDF/A-like habits:
   * tagged, fonts embedded, no date; the same input gives the same bytes. Its `fonts` are families beside the
   * usual ones. Throws TypstError.
   */
  compile(template: string, data: object & { fonts?: Language['fonts'] }): Promise<Uint8Array>
}

/**
 * Opens Typst over the folder of print templates and that of the question types, whose parts templates import
 * from `/question-types`. The compiler is loaded at the first document, which takes about a second.
 */
export function openTypst(folder: string, typesFolder: string): Typst {
  // All documents of a unit have the same fonts; only `dev` sees a unit change its language.
  let opened: { fonts: string; compiler: Promise<TypstCompiler> } | undefined
  return {
    async compile(template, data) {
      const families = [...(data.fonts?.serif ?? []), ...(data.fonts?.sans ?? [])]
      const fonts = families.join()
      if (opened?.fonts !== fonts) opened = { fonts, compiler: openCompiler(folder, typesFolder, families) }
      const compiler = await opened.compiler
      const setting = { mainFilePath: `/${template}`, inputs: { data: JSON.stringify(data, visible) } }
      // Not `compiler.compile`, which keeps every document that it made. What Typst remembers of its work, 2
      // to 4 MB a document, stays: `reset` does not make it forget, and of a second instance the package's
      // module would hold the first.
      const { result, diagnostics } = await compiler.runWithWorld(setting, async (world) => {
        const compiled = await world.compile({ diagnostics: 'full' })
        const made = compiled.hasError ? {} : await world.pdf({ diagnostics: 'full' })
        return { result: made.result, diagnostics: compiled.diagnostics }
      })
      // Not inside, where a fault would keep the world from being freed.
      if (!result) throw new TypstError((diagnostics ?? []).map(asFault))
      return result
    },
  }
}

/**
 * Texts without format characters such as direction marks and joiners, which the fonts of print have no use
 * for. Typst ties one to the letter before it, and readers such as pdf.js then drop that letter wherever it
 * stands in the document. Soft hyphens only show where a line breaks.
 */
function visible(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/(?!\u00AD)\p{Cf}/gu, '') : value
}

async function openCompiler(
  folder: string,
  typesFolder: string,
  families: readonly string[],
): Promise<TypstCompiler> {
  const [{ createTypstCompiler }, { loadFonts }] = await Promise.all([
    import('@myriaddreamin/typst.ts/compiler'),
    import('@myriaddreamin/typst.ts/options.init'),
  ])
  const module = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  const fonts = await Promise.all(
    printFontFiles(families).map(async (file) => new Uint8Array(await readFile(file))),
  )
  // As a record: of bare bytes its loader says on stderr that they are deprecated.
  const binary = { module_or_path: await readFile(module) }
  const compiler = createTypstCompiler()
  await compiler.init({
    getModule: () => binary,
    // Without `assets: false` it would fetch fonts from the network.
    beforeBuild: [loadFonts(fonts, { assets: false })],
  })
  const files = async (from: string, to: string): Promise<void> => {
    for (const name of (await readdir(from, { recursive: true })).toSorted()) {
      if (name.endsWith('.typ'))
        compiler.mapShadow(`${to}/${name.replaceAll('\\', '/')}`, await readFile(join(from, name)))
    }
  }
  await files(folder, '')
  await files(typesFolder, '/question-types')
  return compiler
}

function asFault(fault: { path: string; range: string; severity: string; message: string }): TypstFault {
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
