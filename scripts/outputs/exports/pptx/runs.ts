// How the markup of a text looks on a slide of PowerPoint.

import type { Run } from '../marked-runs.ts'

/** What a run has of its own, for pptxgenjs. */
export const lookOfRun = ({ bold, italic, code, breaks }: Run): object => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(code ? { fontFace: 'Consolas' } : {}),
  ...(breaks ? { softBreakBefore: true } : {}),
})

/** A run with its line breaks, for measuring. */
export const linesOf = ({ text, breaks }: Run): string => `${breaks ? '\n' : ''}${text}`
