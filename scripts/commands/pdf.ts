import { buildUnit } from './build.ts'
import { command } from './command.ts'
import { articlesOption, unitOptions } from './options.ts'
import { outputOptions } from './outputs.ts'

export const pdf = command({
  name: 'pdf',
  does: 'like build, but a missing browser is an error',
  options: { ...unitOptions, ...articlesOption, ...outputOptions },
  exits: ['fine', 'content', 'missing'],
  run: (asked, io) => buildUnit({ ...asked, pdf: true }, io, 'needs-pdf'),
})
