import type { Options } from '../diagnostics/options.ts'

/** The option of outputs that print on sheets. */
export const paperOption = {
  paper: {
    kind: 'choice',
    of: ['a4', 'letter'],
    does: 'paper of handouts and worksheets',
    default: 'a4',
  },
} as const satisfies Options

export type Paper = (typeof paperOption.paper.of)[number]
