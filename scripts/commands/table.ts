// All commands, in the order of the help. A new one is a file beside this and a line here.

import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { dev } from './dev.ts'
import { init } from './init.ts'
import { explainFact } from './explain-fact.ts'
import { pdf } from './pdf.ts'
import { pin } from './pin.ts'
import { present } from './present.ts'
import { review } from './review.ts'
import { schemas } from './schemas.ts'
import { studio } from './studio.ts'

export const commands: readonly Command[] = [
  init,
  studio,
  build,
  check,
  pin,
  explainFact,
  review,
  dev,
  pdf,
  present,
  schemas,
]
