// All commands, in the order of the help. A new one is a file beside this and a line here.

import { add } from './add.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { dev } from './dev.ts'
import { init } from './init.ts'
import { distil } from './distil.ts'
import { explainFact } from './explain-fact.ts'
import { judge } from './judge.ts'
import { merge } from './merge.ts'
import { pdf } from './pdf.ts'
import { pin } from './pin.ts'
import { present } from './present.ts'
import { repin } from './repin.ts'
import { review } from './review.ts'
import { schemas } from './schemas.ts'
import { studio } from './studio.ts'

export const commands: readonly Command[] = [
  init,
  studio,
  add,
  distil,
  build,
  merge,
  check,
  pin,
  repin,
  explainFact,
  review,
  judge,
  dev,
  pdf,
  present,
  schemas,
]
