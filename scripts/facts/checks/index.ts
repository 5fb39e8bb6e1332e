// What the schemas cannot say of a fact base, one rule a file. The articles are not needed here: what they
// prove stands in ../evidence.

import { acyclicNeeds } from './acyclic-needs.ts'
import { arithmeticHolds } from './arithmetic-holds.ts'
import {
  backgroundApart,
  backgroundNames,
  laterMarked,
  placesLocated,
} from '../background/background-checks.ts'
import type { FactCheck } from './check.ts'
import { disagreementsPointBack } from './disagreements-point-back.ts'
import { hedgeFitsStatus } from './hedge-fits-status.ts'
import { inferredDatesExplained } from './inferred-dates-explained.ts'
import { judgementsAttributed } from './judgements-attributed.ts'
import { knownActors } from './known-actors.ts'
import { knownFacts } from './known-facts.ts'
import { knownSources } from './known-sources.ts'
import { onceEach } from './once-each.ts'
import { reviewsHold } from './reviews-hold.ts'
import { uniqueEvidence } from './unique-evidence.ts'
import { uniqueQuantities } from './unique-quantities.ts'
import { uniqueTopics } from './unique-topics.ts'
import { verbsLeaveOpen } from './verbs-leave-open.ts'

export const factChecks: readonly FactCheck[] = [
  knownActors,
  knownSources,
  knownFacts,
  onceEach,
  uniqueEvidence,
  uniqueQuantities,
  uniqueTopics,
  disagreementsPointBack,
  acyclicNeeds,
  inferredDatesExplained,
  arithmeticHolds,
  hedgeFitsStatus,
  judgementsAttributed,
  verbsLeaveOpen,
  reviewsHold,
  backgroundApart,
  backgroundNames,
  laterMarked,
  placesLocated,
]
