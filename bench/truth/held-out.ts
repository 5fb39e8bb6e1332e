// Kept aside: kinds that rules are not tuned on. Do not read this file while you write or tune a rule, and
// measure it once, at the end.

import { attributed, tellingVerb } from './attribution.ts'
import { participle, verbPhrases } from './grammar.ts'
import { inForm, isNamed, mentions } from './mentions.ts'
import { replaceEach, retold, tidy, type Kind } from './mutation.ts'

/** Joined as equals, or a place: exchanging it may leave the claim true. */
const besideAnother = /(?:\b(?:and|or|nor|with|between|both|like|in|near|at)(?: the)? |, |[-–/])$/

const actorOfPassage: Kind = {
  id: 'actor-of-passage',
  what: 'an actor taken for another whom the passages name too',
  make: ({ fact, base, passage }) => {
    const { claim, around } = attributed(fact.statement)
    return mentions(claim, base).flatMap(({ actor, form, text, start, end }) => {
      const before = claim.slice(0, start)
      const after = claim.slice(end)
      if (
        besideAnother.test(before) ||
        /^,? (?:and|or|nor|with) /.test(after) ||
        fact.saidBy.includes(actor.id)
      )
        return []
      return [...base.actors.values()].flatMap(({ value: other }) => {
        if (other.id === actor.id || other.kind !== actor.kind) return []
        if (!isNamed(other, passage) || isNamed(other, fact.statement)) return []
        const name = inForm(other, form)
        // "ties between A and B" hold for both; so does what several did together.
        if (
          name === undefined ||
          new RegExp(`${text}[^.]{0,25}\\b(?:and|or)\\b[^.]{0,25}${name}`).test(passage)
        )
          return []
        if (new RegExp(`${name}[^.]{0,25}\\b(?:and|or)\\b[^.]{0,25}${text}`).test(passage)) return []
        return [retold(fact, around(before + name + after))]
      })
    })
  },
}

const actorJoined: Kind = {
  id: 'actor-joined',
  what: 'what one did told of two: “and X” put in, X being in the article',
  make: ({ fact, base, article, passage }) => {
    const { claim, around } = attributed(fact.statement)
    const first = mentions(claim, base).find(
      ({ actor, form, end }) =>
        form === 'name' &&
        ['state', 'person'].includes(actor.kind) &&
        !fact.saidBy.includes(actor.id) &&
        /^ (?:will|would|had|[a-z]+ed|sent|gave|took|made|told) /.test(claim.slice(end)),
    )
    if (!first || /\b(?:its|his|her)\b/.test(claim)) return []
    return [...base.actors.values()].flatMap(({ value: other }) =>
      other.kind === first.actor.kind &&
      other.id !== first.actor.id &&
      isNamed(other, article) &&
      !isNamed(other, passage) &&
      !isNamed(other, fact.statement)
        ? [retold(fact, around(`${claim.slice(0, first.end)} and ${other.name}${claim.slice(first.end)}`))]
        : [],
    )
  },
}

const deedAsPlan: Kind = {
  id: 'deed-as-plan',
  what: 'a deed told as a plan',
  make: ({ fact, passage }) => {
    const { claim, around } = attributed(fact.statement)
    if (
      /\b(?:will|would|plan|intend|may|might|could|to be|going to|how far|neither|nor|since)\b/i.test(
        claim,
      ) ||
      /\b(?:will|would|plans?|intend|may|might|could|going to)\b/i.test(passage)
    )
      return []
    return replaceEach(
      claim,
      /\b(?<aux>has|have) (?:already )?(?<done>[a-z]+(?:ed|ent|uilt|ought|iven|aken))\b/g,
      (match) => {
        const { aux, done } = match.groups as Record<'aux' | 'done', string>
        const [verb] = verbPhrases(`They ${done} it`)
        const bare = verb && verb.denied.replace(/^(?:did|have|has) not /, '')
        return bare && bare !== done && participle(bare) === done
          ? `${aux === 'has' ? 'plans' : 'plan'} to ${bare}`
          : undefined
      },
    ).map((changed) => retold(fact, around(changed)))
  },
}

const repeated: Kind = {
  id: 'repeated',
  what: 'once told as often: “repeatedly”, “twice” put in',
  make: ({ fact, passage }) => {
    if (/\b(?:repeated|again|twice|often|regular|every|each|continu|series|several|many)/i.test(passage))
      return []
    const { claim, around } = attributed(fact.statement)
    return verbPhrases(claim)
      .filter(({ text }) => /(?:ed|ent|old|ave|ade|ook)$/.test(text) && !tellingVerb.test(text))
      .slice(0, 1)
      .flatMap(({ text, start, end }) => {
        const main = end - text.split(' ').at(-1)!.length
        return [
          retold(fact, tidy(around(`${claim.slice(0, main)}repeatedly ${claim.slice(main)}`))),
          ...(/,/.test(claim.slice(start))
            ? []
            : [retold(fact, around(`${claim} twice`)), retold(fact, around(`${claim} every month`))]),
        ]
      })
  },
}

const speakerJoined: Kind = {
  id: 'speaker-joined',
  what: 'a second speaker put in who is in the article and did not say it, in the record too',
  make: ({ fact, base, article, passage }) => {
    const { speaker } = attributed(fact.statement)
    const named = mentions(speaker, base).find(
      ({ actor, end }) => fact.saidBy.includes(actor.id) && end === speaker.length,
    )
    if (!named) return []
    return [...base.actors.values()].flatMap(({ value: other }) =>
      other.kind === named.actor.kind &&
      other.id !== named.actor.id &&
      isNamed(other, article) &&
      !isNamed(other, passage)
        ? [
            retold(
              fact,
              fact.statement.replace(named.text, () => `${named.text} and ${other.name}`),
              [],
              {
                saidBy: [...fact.saidBy, other.id],
              },
            ),
          ]
        : [],
    )
  },
}

export const heldOutKinds: readonly Kind[] = [
  actorOfPassage,
  actorJoined,
  deedAsPlan,
  repeated,
  speakerJoined,
]
