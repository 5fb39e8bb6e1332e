import type { DeckCheck, OutlineRule } from './check.ts'
import { hasCheckpoint } from './has-checkpoint.ts'
import { knownReferences } from './known-references.ts'
import { layoutFits } from './layout-fits.ts'
import { minutesAddUp } from './minutes-add-up.ts'
import { needsFirst } from './needs-first.ts'
import { onceEach } from './once-each.ts'
import { placesLocated } from './places-located.ts'
import { optionsFit } from './options-fit.ts'
import { recapFits } from './recap-fits.ts'
import { takeSomething } from './take-something.ts'
import { textsFit } from './texts-fit.ts'
import { timeToTeach } from './time-to-teach.ts'

/** What an outline must be by itself; `loadOutlines` holds these. */
export const outlineRules: readonly OutlineRule[] = [
  knownReferences,
  layoutFits,
  minutesAddUp,
  needsFirst,
  placesLocated,
  onceEach,
  takeSomething,
]

/** What a planned deck should be. */
export const deckChecks: readonly DeckCheck[] = [timeToTeach, hasCheckpoint, recapFits, optionsFit, textsFit]
