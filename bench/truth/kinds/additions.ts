// What no passage has: claims, causes, times, places and quotations added, and facts run together.

import type { Fact } from '../../../scripts/facts/fact-schema.ts'
import { seededShuffle } from '../../../contract/seeded-shuffle.ts'
import { attributed, tellingVerb } from '../attribution.ts'
import { number, verbPhrases } from '../grammar.ts'
import { isNamed, mentions } from '../mentions.ts'
import { hasStem, retold, tidy, type Kind, type Subject } from '../mutation.ts'

/** A kind that appends one of `tails` to the claim, its words being in no passage. */
function appending(id: string, what: string, tails: readonly string[]): Kind {
  return {
    id,
    what,
    make: ({ fact, passage }) => {
      const { claim, around } = attributed(fact.statement)
      return seededShuffle(tails, `${id}/${fact.id}`)
        .filter((tail) => contentWords(tail).every((word) => !hasStem(passage, word)))
        .map((tail) => retold(fact, tidy(around(claim.replace(/,$/, '') + tail))))
    },
  }
}

function contentWords(text: string): string[] {
  return (text.match(/[a-z]{5,}/gi) ?? []).filter(
    (word) =>
      !/^(after|because|which|their|there|under|about|where|several|other|before|while|since)$/i.test(word),
  )
}

export const addedClaim = appending('added-claim', 'a claim added', [
  ', and trained pilots in two neighbouring villages',
  ', while several banks froze the accounts of the owners',
  ', and the parliament approved the budget for it',
  ', and a bridge collapsed on the way',
  ', and the insurers refused to pay',
  ', and teachers lost their jobs',
  ', although the harvest had been poor',
  ', and the museum was closed to visitors',
  ', while doctors treated the injured in a nearby hospital',
  ', and the price of bread doubled',
  ', and journalists were kept away',
  ', and the mayor resigned',
])

export const addedCause = appending('added-cause', 'a cause or a consequence added', [
  ' because the harvest had failed',
  ' because of a dispute over pensions',
  ', which led directly to the fall of the cabinet',
  ' after a quarrel among the ministers',
  ', as a result of which the bank went bankrupt',
  ' owing to a strike of the railway workers',
  ', which caused panic among shopkeepers',
  ' out of revenge for an insult',
  ' in order to win the coming election',
  ', which is why the dam was given up',
])

export const addedTimeOrPlace = appending('added-time-or-place', 'a time or a place added', [
  ' on a Sunday morning',
  ' shortly after midnight',
  ' during the winter holidays',
  ' within a fortnight',
  ' in the suburbs of the capital',
  ' on a small island',
  ' near the old railway station',
  ' in a remote valley',
  ' for nearly three decades',
  ' at the foot of the mountains',
])

export const inventedQuotation: Kind = {
  id: 'invented-quotation',
  what: 'a quotation invented, or paraphrase set in quotation marks',
  make: ({ fact, passage }) => {
    const { claim, around } = attributed(fact.statement)
    const invented = seededShuffle(
      [
        'a matter of days',
        'the last chance for all of us',
        'a gift from heaven',
        'worse than anybody feared',
      ],
      fact.id,
    )
      .filter((words) => !passage.toLowerCase().includes(words))
      .map((words) => retold(fact, tidy(around(`${claim}, “${words}”`))))
    // Our own words as if they were somebody's.
    const run = claim
      .match(/(?<=\s)[a-z]{4,}(?: [a-z]+){1,3} [a-z]{4,}(?=[\s,]|$)/g)
      ?.find((words) => !passage.includes(words) && !claim.includes('“'))
    const quoted = run === undefined ? [] : [retold(fact, around(claim.replace(run, () => `“${run}”`)))]
    return fact.statement.length % 2 === 0 ? [...quoted, ...invented] : [...invented, ...quoted]
  },
}

/**
 * The facts of the same articles whose claim is about other actors, with subject and predicate taken apart.
 */
export function blends({ fact, base }: Subject): { other: Fact; statement: string }[] {
  const mine = parts(fact)
  if (!mine || mine.actors(base).length === 0) return []
  const sources = new Set(fact.evidence.map(({ source }) => source))
  const candidates = [...base.facts.values()].flatMap(({ value: other }) => {
    if (other.id === fact.id || !other.evidence.some(({ source }) => sources.has(source))) return []
    const theirs = parts(other)
    if (!theirs) return []
    const apart = mine.actors(base).every(({ actor }) => !isNamed(actor, theirs.subject))
    const fit = [mine.number, theirs.number]
    if (
      !apart ||
      theirs.actors(base).length === 0 ||
      !(fit.includes('either') || mine.number === theirs.number)
    )
      return []
    if (mine.actors(base).some(({ actor }) => isNamed(actor, theirs.predicate))) return []
    return [{ other, statement: tidy(mine.around(`${mine.subject} ${theirs.predicate}`)) }]
  })
  return seededShuffle(candidates, fact.id)
}

function parts(fact: Fact) {
  const { claim, around } = attributed(fact.statement)
  const verb = verbPhrases(claim).find(({ start }) => start > 0)
  if (!verb || tellingVerb.test(verb.text) || fact.status === 'documented') return undefined
  const subject = claim.slice(0, verb.start).trim()
  // A subject with a clause or an adverbial of its own would take the wrong half along.
  if (
    /;/.test(claim) ||
    /,|\b(that|which|who|if|as|when|whether)\b/.test(subject) ||
    subject.split(' ').length > 8
  )
    return undefined
  return {
    subject,
    predicate: claim.slice(verb.start),
    around,
    number: number(verb.text),
    // The subject is the actor itself, not something of it.
    actors: (base: Subject['base']) =>
      mentions(subject, base).filter(
        ({ actor, start, end }) => start === 0 && actor.kind !== 'group' && !/^[’']/.test(subject.slice(end)),
      ),
  }
}

export const factsBlended: Kind = {
  id: 'facts-blended',
  what: 'subject of one fact, predicate of another of the same article; the passages of the first',
  make: (subject) => blends(subject).map(({ statement }) => retold(subject.fact, statement)),
}
