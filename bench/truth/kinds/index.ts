import type { Kind } from '../mutation.ts'
import {
  actorRecorded,
  actorsSwapped,
  foreignName,
  relayDropped,
  speakerDropped,
  speakerSwapped,
} from './actors.ts'
import { addedCause, addedClaim, addedTimeOrPlace, factsBlended, inventedQuotation } from './additions.ts'
import { boundDropped, boundTurned, dateChanged, figureChanged, nounChanged } from './figures.ts'
import { negationIn, negationOut, oppositeWord } from './polarity.ts'
import { hedgeDropped, planAsDeed, someToAll, superlativeAdded } from './scope.ts'

/** The kinds that rules may be tuned on. */
export const openKinds: readonly Kind[] = [
  figureChanged,
  dateChanged,
  nounChanged,
  boundDropped,
  boundTurned,
  negationIn,
  negationOut,
  oppositeWord,
  actorsSwapped,
  speakerDropped,
  speakerSwapped,
  relayDropped,
  foreignName,
  actorRecorded,
  someToAll,
  hedgeDropped,
  planAsDeed,
  superlativeAdded,
  addedClaim,
  addedCause,
  addedTimeOrPlace,
  inventedQuotation,
  factsBlended,
]
