// How far a claim goes: "some" to "all", hedges, plans told as deeds, "first" and "only".

import { attributed } from '../attribution.ts'
import { participle, past } from '../grammar.ts'
import { hasStem, likeCase, replaceEach, retold, tidy, type Kind } from '../mutation.ts'

export const someToAll: Kind = {
  id: 'some-to-all',
  what: '“some”, “many”, bare “experts” made “all”',
  make: ({ fact, passage }) => {
    if (/\b(all|every|each)\b/i.test(passage)) return []
    return [
      ...replaceEach(
        fact.statement,
        /\b(some|many|several|most|a few|a number) of (?=the|its|his|their|them)/gi,
        (match) => likeCase(match[0], 'all of '),
      ),
      ...replaceEach(
        fact.statement,
        /\b(some|many|several|certain|a few|a number of|various|numerous|most|thousands of|dozens of|hundreds of) (?=[a-z]+ ?[a-z]*s\b)(?!\d)/gi,
        (match) => likeCase(match[0], 'all '),
      ),
      ...replaceEach(
        fact.statement,
        /(?<=^|, |that )(?:International |Western |Local |Unnamed )?(experts|observers|officials|analysts|historians|doctors|scientists|residents|countries|engineers|critics)\b(?! (?:that|like|and)\b)/gi,
        (match) =>
          likeCase(
            match[0],
            `all ${match[0].replace(/^(?!Western)\p{Lu}/u, (letter) => letter.toLowerCase())}`,
          ),
      ),
    ].map((statement) => retold(fact, statement))
  },
}

const adverbs =
  /\b(reportedly|allegedly|possibly|potentially|probably|likely|very likely|apparently|perhaps|supposedly|presumably|seemingly|suspected|alleged|purportedly) /gi
const modals: readonly (readonly [RegExp, string])[] = [
  [/\b(?:may|might|could) have (?=\w+)/gi, 'had '],
  [/\b(?:may|might|could) (?=\w+)/gi, 'will '],
  [/\b(is|are|was|were) (?:said|thought|believed|reported|rumoured|expected|suspected) to have /gi, 'had '],
  [/\bpurports to show\b/gi, 'shows'],
  [/\b(?:seems|appears) to (?=have\b)/gi, ''],
  [/\bIt (?:seems|appears)(?:, [^,]+,)? that /g, ''],
]

export const hedgeDropped: Kind = {
  id: 'hedge-dropped',
  what: 'hedges (“reportedly”, “may”, “possibly”) dropped, alleged recorded as reported',
  make: ({ fact }) => {
    // A fear that something will happen is as much a fear as that it may.
    if (/\b(fear|concern|worr|wary|speculat|risk|ask|alarming|whether)/i.test(fact.statement)) return []
    const { claim, around } = attributed(fact.statement)
    const bare = modals.reduce(
      (text, [pattern, other]) => text.replace(pattern, (found) => likeCase(found, other)),
      claim.replace(adverbs, ''),
    )
    if (bare === claim) return []
    return [retold(fact, tidy(around(bare)), [], fact.status === 'alleged' ? { status: 'reported' } : {})]
  },
}

const anyVerb = '(?<verb>[a-z]+)'
const plans: readonly (readonly [
  RegExp,
  (groups: Record<string, string>, match: string) => string | undefined,
])[] = [
  [
    new RegExp(
      `\\b(?:plans?|planned|intends?|intended|hopes?|hoped|vows?|vowed|promised|pledged|agreed|(?:is|are|was|were) (?:scheduled|expected|due|set|planned|about)|(?:has|have|had) (?:vowed|promised|pledged|agreed|planned)) to ${anyVerb}\\b`,
      'gi',
    ),
    ({ verb }) => past(verb!),
  ],
  [
    new RegExp(
      `\\b(?<aux>has|have|had) (?:shown|announced|declared|signalled|expressed) (?:an|its|their|the|a) (?:intention|intent|plan|wish|will) to ${anyVerb}\\b`,
      'gi',
    ),
    ({ aux, verb }) => `${aux} ${participle(verb!)}`,
  ],
  [
    /\b(?:could|might|may|would|will) be (?<done>[a-z]+(?:ed|en|wn|nt|ld))\b/gi,
    ({ done }) => `has been ${done}`,
  ],
  [
    new RegExp(`\\b(?:will|would) (?!not\\b|be\\b|likely\\b|have\\b|probably\\b)${anyVerb}\\b`, 'gi'),
    ({ verb }) => past(verb!),
  ],
  [/\bplans (?<by>by [^,]+? )?for (?=the |a )/gi, ({ by }) => (by === undefined ? '' : undefined)],
  [
    /\bplans (?<by>by [^,]+?) for (?<what>the [^,.]+? of)\b/gi,
    ({ by, what }) => `${what!.replace(/ of$/, '')} ${by} of`,
  ],
  [/\b(?:has |have |had )?offered\b/gi, (_, match) => match.replace(/offered/i, 'delivered')],
  [new RegExp(`\\b(?:were|was) to ${anyVerb}\\b`, 'gi'), ({ verb }) => past(verb!)],
]

export const planAsDeed: Kind = {
  id: 'plan-as-deed',
  what: 'a plan, an intention or an offer told as done, recorded as reported',
  make: ({ fact }) => {
    const { claim, around } = attributed(fact.statement)
    return plans
      .flatMap(([pattern, turn]) =>
        replaceEach(claim, pattern, (match) =>
          turn((match.groups ?? {}) as Record<string, string>, match[0]),
        ),
      )
      .map((changed) =>
        retold(fact, around(changed), [], fact.status === 'planned' ? { status: 'reported' } : {}),
      )
  },
}

export const superlativeAdded: Kind = {
  id: 'superlative-added',
  what: '“first”, “only”, “largest”, “ever” added',
  make: ({ fact, passage }) => {
    if (/\b(first|only|ever|most|largest|biggest|never|unprecedented)\b/i.test(passage)) return []
    const { claim, around } = attributed(fact.statement)
    const added = [' for the first time', ' as never before', ', the biggest such step so far'].map(
      (tail) => `${claim}${tail}`,
    )
    const articles = replaceEach(
      claim,
      /\b(?:a|an) (?=[a-z]+(?:ion|ment|ty|ship|treaty|visit|attack|report|ship|pump|bridge|house)\b)/g,
      () => 'the largest ',
    )
    const all = [...articles, ...added.filter((_, place) => place === fact.statement.length % 3)]
    return all
      .filter((text) => !hasStem(passage, text.slice(-4)))
      .map((changed) => retold(fact, tidy(around(changed))))
  },
}
