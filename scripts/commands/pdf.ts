import { buildUnit } from './build.ts'
import { command } from './command.ts'
import { articlesOption, unitOptions } from './options.ts'
import { outputOptions } from './wanted-outputs.ts'

export const pdf = command({
  name: 'pdf',
  does: 'like build, but a missing browser is an error',
  options: { ...unitOptions, ...articlesOption, ...outputOptions },
  exits: ['fine', 'content', 'missing'],
  run: (given, io) => buildUnit({ ...given, browser: true, given }, io, 'needs-pdf'),
})
