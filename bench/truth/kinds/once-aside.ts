// Kinds that were kept aside while the first rules of words were written. Their results have been seen since,
// and rules tuned on them.

import { participle, past, present } from '../grammar.ts'
import { attributed } from '../attribution.ts'
import { blends } from './additions.ts'
import { hasStem, likeCase, replaceEach, retold, tidy, type Kind } from '../mutation.ts'
import type { Fact } from '../../../scripts/facts/fact-schema.ts'
import { seededShuffle } from '../../../contract/seeded-shuffle.ts'

const surer: readonly (readonly [RegExp, string])[] = [
  [/\bsuggests\b/gi, 'proves'],
  [/\b(?:suggest|indicate)\b/gi, 'prove'],
  [/\b(?:suggested|indicated)\b/gi, 'proved'],
  [/\bindicates\b/gi, 'proves'],
  [/\b(?:believes|thinks|supposes|estimates|claims|argues|alleges)\b/gi, 'has established'],
  [/\b(?:believed|thought|supposed|estimated|claimed|argued|alleged) (?=that\b)/gi, 'established '],
  [/\b(is|are|was|were) (?:believed|thought|said|reported|estimated|supposed) (?=to\b)/gi, '$1 proven '],
  [/\b(?:accuse|accuses|accused|has accused) (?=.+? of\b)/gi, 'convicted '],
  [/\bworry that\b/gi, 'know that'],
  [/(?<!the )fear that\b/gi, 'know that'],
  [/\bare wary (?=that\b)/gi, 'are certain '],
  [/\bThere (?:is|are) (?:signs|concerns|speculation|indications) (?=that\b)/g, 'There is proof '],
  [/\b(?:seems|appears) (?=to be\b|that\b)/gi, 'is certain '],
]

const certaintyRaised: Kind = {
  id: 'certainty-raised',
  what: '“suggests” made “proves”, “is thought” made “is proven”',
  make: ({ fact, passage }) =>
    /\b(prove[snd]?|proof|establish|certain|convict|know)/i.test(passage)
      ? []
      : surer
          .flatMap(([pattern, other]) =>
            replaceEach(fact.statement, pattern, (match) =>
              likeCase(match[0], match[0].replace(new RegExp(pattern.source, 'i'), other) || other),
            ),
          )
          .map((statement) => retold(fact, statement)),
}

const attempts: readonly (readonly [RegExp, (groups: Record<string, string>) => string | undefined])[] = [
  [
    /\b(?:seeks|tries|attempts|struggles|aims|wants|wishes|strives) to (?<verb>[a-z]+)\b/gi,
    ({ verb }) => present(verb!),
  ],
  [
    /\b(?:sought|tried|attempted|struggled|aimed|wanted|wished) to (?<verb>[a-z]+)\b/gi,
    ({ verb }) => past(verb!),
  ],
  [
    /\b(?:is|are|was|were) (?:seeking|trying|attempting|striving) to (?<verb>[a-z]+)\b/gi,
    ({ verb }) => `has ${participle(verb!)}`,
  ],
  [/\b(?<be>is|are|was|were) seeking\b/gi, ({ be }) => `${be} enjoying`],
  [/\bconsider (?<verb>[a-z]+)ing\b/gi, ({ verb }) => verb],
  [/\b(?:has|have|had) (?:already )?(?:begun|started) (?:the |to )?(?=\w)/gi, () => 'finished '],
  [/\bin order to (?<verb>[a-z]+)\b/gi, ({ verb }) => `and thereby ${past(verb!)}`],
  [/\bis being urged to (?<verb>[a-z]+)\b/gi, ({ verb }) => `has begun to ${verb}`],
]

const attemptAsSuccess: Kind = {
  id: 'attempt-as-success',
  what: 'an aim or an attempt told as achieved',
  make: ({ fact }) => {
    const { claim, around } = attributed(fact.statement)
    return attempts
      .flatMap(([pattern, turn]) =>
        replaceEach(claim, pattern, (match) => turn((match.groups ?? {}) as Record<string, string>)),
      )
      .map((changed) => retold(fact, around(changed)))
  },
}

const magnitudes: Readonly<Record<string, string>> = {
  hundred: 'thousand',
  hundreds: 'thousands',
  thousand: 'million',
  thousands: 'millions',
  million: 'billion',
  millions: 'billions',
  billion: 'million',
  dozens: 'thousands',
  half: 'twice',
  numerous: 'two',
  tens: 'hundreds',
}

const magnitude: Kind = {
  id: 'magnitude',
  what: '“million” made “billion”, “numerous” made “two”',
  make: ({ fact, passage }) =>
    replaceEach(
      fact.statement,
      /\b(hundreds?|thousands?|millions?|billion|dozens|tens|numerous)\b/gi,
      (match) => {
        const other = magnitudes[match[0].toLowerCase()]!
        return new RegExp(`\\b${other}\\b`, 'i').test(passage) ? undefined : likeCase(match[0], other)
      },
    ).map((statement) =>
      retold(fact, statement, [], {
        quantities: fact.quantities.map((quantity) =>
          quantity.value === undefined || quantity.value < 1000
            ? quantity
            : { ...quantity, value: quantity.value * 1000 },
        ),
      }),
    ),
}

const blendedWithBoth: Kind = {
  id: 'facts-blended-with-both',
  what: 'subject of one fact, predicate of another, with the passages of both',
  make: (subject) =>
    blends(subject).map(({ other, statement }) =>
      retold(subject.fact, statement, [], {
        evidence: together(subject.fact, other),
        quantities: [
          ...subject.fact.quantities,
          ...other.quantities.map((quantity) => ({ ...quantity, id: `other-${quantity.id}` })),
        ],
      }),
    ),
}

const causeBetweenFacts: Kind = {
  id: 'cause-between-facts',
  what: 'two true facts joined by “because”, with the passages of both',
  make: ({ fact, base, passage }) => {
    const { claim, around } = attributed(fact.statement)
    if (fact.status === 'documented') return []
    if (/\b(because|due to|owing to|therefore|led to|caus)/i.test(passage)) return []
    const others = [...base.facts.values()].flatMap(({ value: other }) => {
      if (
        other.id === fact.id ||
        other.status === 'documented' ||
        !other.evidence.some(({ source }) => fact.evidence.some((mine) => mine.source === source))
      )
        return []
      const reason = attributed(other.statement).claim
      if (reason.length > 110 || /;|\bbecause\b|^(they|he|she|it)\b/i.test(reason)) return []
      const sentence = tidy(around(`${claim} because ${lower(reason, other.statement)}`))
      return sentence.length > 240
        ? []
        : [
            retold(fact, sentence, [], {
              evidence: together(fact, other),
              quantities: [
                ...fact.quantities,
                ...other.quantities.map((quantity) => ({ ...quantity, id: `other-${quantity.id}` })),
              ],
            }),
          ]
    })
    return seededShuffle(others, `because/${fact.id}`).slice(0, 3)
  },
}

/** The passages of both, each once. */
function together(one: Fact, other: Fact): Fact['evidence'] {
  return [
    ...one.evidence,
    ...other.evidence.filter(({ sha256 }) => one.evidence.every((mine) => mine.sha256 !== sha256)),
  ]
}

/** Names keep their capital, other words lose the one of the sentence. */
function lower(reason: string, statement: string): string {
  const first = reason.split(' ')[0]!
  const isName =
    !statement.startsWith(first) ||
    !/^(The|A|An|It|In|At|By|To|All|After|Because|During|Near|There|Experts|Analysts|Oil|Talks|Munitions|Supplies|Since|According|More)$/.test(
      first,
    )
  return isName ? reason : reason.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
}

const limits =
  /\b(?:mainly|primarily|mostly|partly|largely|chiefly|generally|usually|often|in part|part of|parts of|some of|most of|much of|a few of|in public|early)(?= )|,? (?:even if|if|although|unless|except|apart from) [^,]+(?=[,.]|$)/gi

const limitDropped: Kind = {
  id: 'limit-dropped',
  what: 'a limit dropped: “mainly”, “partly”, “part of”, “only”, “if …”',
  make: ({ fact }) => {
    const { claim, around } = attributed(fact.statement)
    return replaceEach(claim, limits, () => '').map((changed) => retold(fact, tidy(around(changed))))
  },
}

const turns: Readonly<Record<string, string>> = {
  before: 'after',
  after: 'before',
  since: 'until',
  until: 'since',
  during: 'before',
  'from then on': 'until then',
  earlier: 'later',
  later: 'earlier',
}

const orderTurned: Kind = {
  id: 'order-turned',
  what: '“before” made “after”, “since” made “until”',
  make: ({ fact }) =>
    replaceEach(fact.statement, /\b(before|after|since|until|during|earlier|later)\b(?! than)/gi, (match) =>
      likeCase(match[0], turns[match[0].toLowerCase()]!),
    ).map((statement) => retold(fact, statement)),
}

const roles: readonly (readonly [RegExp, string])[] = [
  [/\bPresident\b/g, 'Prime Minister'],
  [/\bSecretary General\b/g, 'Supreme Commander'],
  [/\bSecretary of State\b/g, 'Ambassador'],
  [/\b(?:Defence|foreign|Foreign) (?:Minister|minister|Secretary)\b/g, 'finance minister'],
  [/\bNational Security Advisor\b/g, 'chief prosecutor'],
  [/\b(?:defence )?researcher\b/g, 'judge'],
  [/\bUS ambassador\b/g, 'US general'],
  [/\bintelligence official\b/g, 'tax official'],
  [/\bNATO chief\b/g, 'NATO pilot'],
  [/\bMayor\b/g, 'Architect'],
  [
    /\b(?:An undated report|A commentary|A report|an undated report|a commentary|a report)\b/g,
    'a court judgment',
  ],
  [/\bresearch group\b/g, 'shipping company'],
  [/\bintelligence (?:agencies|community|officials)\b/g, 'trade unions'],
  [/\b(?:International )?observers\b/g, 'Customs officers'],
  [/\b(?:Experts|Analysts)\b/g, 'Government ministers'],
  [/\b(?:experts|analysts)\b/g, 'government ministers'],
  [/\b(?:physician|doctor|surgeon)\b/gi, 'lawyer'],
  [/\b(?:engineer|builder)s?\b/gi, 'lawyer'],
]

const roleChanged: Kind = {
  id: 'role-changed',
  what: 'the office of a speaker or the kind of a source changed',
  make: ({ fact, article }) =>
    roles
      .flatMap(([pattern, other]) =>
        hasStem(article, other.split(' ').at(-1)!)
          ? []
          : replaceEach(fact.statement, pattern, (match) => likeCase(match[0], other)),
      )
      .map((statement) => retold(fact, statement)),
}

export const onceAside: readonly Kind[] = [
  certaintyRaised,
  attemptAsSuccess,
  magnitude,
  limitDropped,
  orderTurned,
  roleChanged,
  causeBetweenFacts,
  blendedWithBoth,
]
