import type { Content } from '../decks/content.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Render } from '../render/render.ts'

/** A file of the output tree; `path` is relative to it, with forward slashes. */
export interface OutputFile {
  path: string
  data: string | Uint8Array
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
