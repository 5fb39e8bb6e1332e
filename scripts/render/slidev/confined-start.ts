// Imported first by the program that compiles slides: reads are confined before any library is there that
// could keep Node's own function.

import { readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { confineReads, openConfinement } from './confined-reads.ts'

const [, , requestFile = ''] = process.argv
const { readable } = JSON.parse(readFileSync(requestFile, 'utf8')) as { readable: string[] }

/** Of this process, for as long as it runs. */
export const confinement = openConfinement([
  ...readable,
  dirname(requestFile),
  // What finds out which system this is looks at the running program.
  realpathSync(process.execPath),
])

/** From here on slides are compiled. */
export const confine = confineReads(confinement)
