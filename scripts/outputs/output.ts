import type { Content } from '../decks/content.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Render } from '../render/render.ts'

/** What stands in a file. Pieces follow each other: what many files have in common is in memory once. */
export type FileData = string | Uint8Array | readonly Uint8Array[]

/** The same without pieces, for who serves a file instead of writing it; what is in pieces is text. */
export function inOnePiece(data: FileData): string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array ? data : Buffer.concat(data).toString()
}

/** A file of the output tree; `path` is relative to it, with forward slashes. */
export interface OutputFile {
  path: string
  data: FileData
}

/**
 * One kind of output. It decides which files there are and what stands in them; how text becomes a page or a PDF is
 * the render stage's. Outputs do not know each other: adding one means adding one of these to the list.
 */
export interface Output {
  name: string
  /** What this content asks for that the format cannot express; `check` says so before `build`. */
  limits(content: Content): Diagnostic[]
  /** Pure but for what `render` does. `progress` names what is being made. */
  emit(content: Content, render: Render, progress: (what: string) => void): Promise<OutputFile[]>
}
