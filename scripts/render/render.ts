import type { Templates } from './templates.ts'

/** The engines that turn what outputs decide into bytes. Each is opened once for a build. */
export interface Render {
  templates: Templates
}
