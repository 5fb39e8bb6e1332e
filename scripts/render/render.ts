import type { SlidevShell } from './slidev/shell.ts'
import type { Templates } from './templates.ts'

/** The engines that turn what outputs decide into bytes. Each is opened once for a build. */
export interface Render {
  templates: Templates
  /** Opened when first asked for: building it takes seconds where none is kept. */
  slidev(): Promise<SlidevShell>
}
