// Who does what to whom, and who says so.

import type { Actor } from '../../../scripts/facts/actor-schema.ts'
import type { Fact } from '../../../scripts/facts/fact-schema.ts'
import { attributed } from '../attribution.ts'
import { inForm, isNamed, mentions, type Mention } from '../mentions.ts'
import { escaped, retold, tidy, type Kind, type Subject } from '../mutation.ts'

/** Joined as equals, so that exchanging them changes nothing. */
const equals = /^(?:’s?|['’]s)?(?:,? (?:and|or|nor|with|alike)(?: the)? |, )$/

export const actorsSwapped: Kind = {
  id: 'actors-swapped',
  what: 'two actors change places, in `transfer` too',
  make: ({ fact, base }) => {
    const { claim, around } = attributed(fact.statement)
    const found = mentions(claim, base).filter(({ actor }) => !fact.saidBy.includes(actor.id))
    const pairs = found.flatMap((left, place) =>
      found
        .slice(place + 1)
        .flatMap((right) => (mayChange(claim, left, right, found) ? [[left, right] as const] : [])),
    )
    return pairs.flatMap(([left, right]) => {
      const swapped = exchange(claim, found, left.actor, right.actor)
      if (swapped === undefined || swapped === claim) return []
      const id = (actor: string): string =>
        actor === left.actor.id ? right.actor.id : actor === right.actor.id ? left.actor.id : actor
      const transfer =
        fact.transfer &&
        ({ ...fact.transfer, from: id(fact.transfer.from), to: id(fact.transfer.to) } as Fact['transfer'])
      return [retold(fact, around(swapped), [], transfer ? { transfer } : {})]
    })
  },
}

function mayChange(claim: string, left: Mention, right: Mention, all: readonly Mention[]): boolean {
  if (left.actor.id === right.actor.id) return false
  if ((left.actor.kind === 'person') !== (right.actor.kind === 'person')) return false
  const between = claim.slice(left.end, right.start)
  const chain = all
    .filter(({ start }) => start > left.start && start < right.start)
    .reduce((text, { text: name }) => text.replace(name, ''), between)
  if (equals.test(between) || /^[,\s]*(?:and|or)?\s*$/.test(chain)) return false
  // "the ties between A and B", "the treaty of A with B": the same either way.
  if (
    /\b(?:with|between|both|alike|and)\b/.test(between) &&
    /\b(?:ties|deals|dealings|treaty|alliance|relations|relationship|cooperation|exchange|trade|partnership|between|together|border|meeting|visit|oppos)/i.test(
      claim,
    )
  )
    return false
  // Mentions in which an actor is only a place or a part of a name have nothing to do.
  return !between.startsWith('-')
}

function exchange(claim: string, found: readonly Mention[], one: Actor, other: Actor): string | undefined {
  let changed = claim
  for (const mention of found.toReversed()) {
    const actor = mention.actor.id === one.id ? other : mention.actor.id === other.id ? one : undefined
    if (actor === undefined) continue
    const name = inForm(actor, mention.form)
    if (name === undefined) return undefined
    changed = changed.slice(0, mention.start) + name + changed.slice(mention.end)
  }
  return changed
}

export const speakerDropped: Kind = {
  id: 'speaker-dropped',
  what: 'the speaker dropped: what somebody says, fears or claims told as fact, recorded so too',
  make: ({ fact, base, passage }) => {
    const { claim, speaker } = attributed(fact.statement)
    if (speaker === '' || fact.status === 'documented') return []
    // What an article tells in its own voice is not false for want of "a report says": somebody must have
    // said it, or doubted it.
    const speakers = fact.saidBy.flatMap((id) => base.actors.get(id)?.value ?? [])
    const attributedThere = speakers.some((actor) => isNamed(actor, passage))
    if (!attributedThere && !['opinion', 'alleged', 'estimated'].includes(fact.status)) return []
    if (speakers.some((actor) => isNamed(actor, claim))) return []
    // "says how far", "asked whether" leave no claim behind.
    if (/^(how|whether|what|if|why)\b/i.test(claim)) return []
    const status = fact.status === 'planned' ? 'planned' : 'documented'
    const { quote: _, ...rest } = fact
    return [
      retold(rest, tidy(`${claim.replace(/ and that /g, ' and ')}.`), [], { saidBy: [], via: [], status }),
    ]
  },
}

export const speakerSwapped: Kind = {
  id: 'speaker-swapped',
  what: 'said by somebody else of the fact base, in the record too',
  make: ({ fact, base, passage }) => {
    const { speaker } = attributed(fact.statement)
    const named = mentions(speaker, base).find(({ actor }) => fact.saidBy.includes(actor.id))
    if (!named) return []
    return [...base.actors.values()].flatMap(({ value: actor }) => {
      if (actor.kind !== named.actor.kind || isNamed(actor, passage) || isNamed(actor, fact.statement))
        return []
      const statement = fact.statement.replace(named.text, () => actor.name)
      const saidBy = fact.saidBy.map((id) => (id === named.actor.id ? actor.id : id))
      return [retold(fact, statement, [[named.text, actor.name]], { saidBy })]
    })
  },
}

export const actorRecorded: Kind = {
  id: 'actor-recorded',
  what: 'somebody recorded in `actors` who has no part in it; statement as it was',
  make: ({ fact, base, passage }) =>
    [...base.actors.values()].flatMap(({ value: actor }) =>
      [...fact.actors, ...fact.saidBy, ...fact.via].includes(actor.id) ||
      [passage, fact.statement, fact.short].some((text) => isNamed(actor, text))
        ? []
        : [retold(fact, fact.statement, [], { actors: [...fact.actors, actor.id] })],
    ),
}

const strangers: Readonly<Record<string, readonly string[]>> = {
  state: ['Portugal', 'Chile', 'Kenya'],
  person: ['Helen Marlowe', 'Tomas Brandt', 'Ana Ribeiro'],
  place: ['Lisbon', 'Santiago', 'Nairobi'],
  other: ['the Marlowe Institute', 'the Brandt Foundation', 'the Ribeiro Company'],
}

export const foreignName: Kind = {
  id: 'foreign-name',
  what: 'a name that no article has put in the place of one',
  make: ({ fact, base, article }) => {
    const { claim, around } = attributed(fact.statement)
    const named = mentions(claim, base)
      .filter(({ form, actor }) => form === 'name' && !fact.saidBy.includes(actor.id))
      .map(({ actor, text }) => ({ text, kind: actor.kind }))
    const places = fact.places
      .filter((place) => claim.includes(place))
      .map((text) => ({ text, kind: 'place' }))
    return [...named, ...places].flatMap(({ text, kind }) => {
      const stranger = (strangers[kind] ?? strangers['other']!).find((name) => !article.includes(name))
      if (stranger === undefined) return []
      const changed = claim.replace(new RegExp(`(?:\\bthe )?${escaped(text)}`), () => stranger)
      return [retold(fact, around(changed), [[text, stranger]])]
    })
  },
}

const relays: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:passes on|refers to|cites|quotes|reports on|mentions) (?:reports|claims|speculation|accounts|rumours|the fear|an analysis|analyses|accusations)(?:[^,.]{0,60}?)(?:,[^,]+,)? (?:that|suggesting that|saying that)\b/i,
    'says that',
  ],
  [
    /\b(?:passes on|refers to|cites|quotes|mentions) (?:reports|claims|speculation|rumours)(?:,[^,]+,)? of\b/i,
    'tells of',
  ],
  [/^Citing (?:the )?[^,]+, /, ''],
  [/^According to reports that (an? [^,]+?) passes on, /i, ''],
  [/\b(?:is|are|was|were) (?:said|reported|thought|believed|rumoured) to have /i, 'had '],
  [/ told (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3} (?=that\b)/, ' said '],
  [
    /\bsays? that (?:analysis|analyses|satellite images|reports|investigations|accounts)[^,]*? (?:indicates?|shows?|suggests?) /i,
    'tells of ',
  ],
]

export const relayDropped: Kind = {
  id: 'relay-dropped',
  what: 'hearsay at one remove told at first hand: the relay dropped, in the record too',
  make: ({ fact }: Subject) =>
    relays.flatMap(([pattern, other]) => {
      const statement = tidy(fact.statement.replace(pattern, other))
      return statement === fact.statement
        ? []
        : [
            retold(fact, statement, [], {
              via: [],
              ...(fact.status === 'alleged' ? { status: 'reported' as const } : {}),
            }),
          ]
    }),
}
