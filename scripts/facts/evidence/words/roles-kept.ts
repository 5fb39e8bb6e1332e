import type { Deputy, Mention, Relation, Relations } from '../../../languages/reading.ts'
import { hasWholeWords } from '../../../languages/word-pattern.ts'
import type { Actor } from '../../actor-schema.ts'
import type { FactBase } from '../../fact-base.ts'
import type { ActorId } from '../../ids.ts'
import { actorMentions } from '../name-index.ts'
import {
  about,
  sameOne,
  type Comparison,
  type ReadPassage,
  type StatementFinding,
  type WordRule,
} from './comparison.ts'

/**
 * Who does what to whom is as in the passages: the doer of a verb, the one to whom it is done, the owner of a
 * thing, from whom and to whom it goes. Only where both sides show it by their grammar, and the passages name
 * somebody else in that place.
 */
export const rolesKept: WordRule = (comparison) => {
  const { relations, passages } = comparison
  const theirs = (
    key: 'doers' | 'deputies' | 'patients' | 'owners' | 'genitives' | 'places' | 'sources' | 'targets',
  ): Relation[] => passages.flatMap((passage) => passage.relations[key])
  return [
    // "Iceland is involved" where they tell of "Norway’s involvement".
    ...misplaced(
      comparison,
      relations.doers,
      [...theirs('doers'), ...theirs('deputies'), ...theirs('owners')],
      (word) => `doer of "${word}"`,
    ),
    ...misplaced(
      comparison,
      relations.patients,
      theirs('patients'),
      (word) => `one to whom "${word}" is done`,
    ),
    ...misplaced(comparison, relations.owners, theirs('owners'), (word) => `owner of "${word}"`),
    // "A visit of Iceland" may be one to it: its owner is another only where nothing else is of it.
    ...misplaced(
      comparison,
      relations.genitives,
      [...theirs('genitives'), ...theirs('owners')],
      (word) => `the one of "${word}"`,
    ),
    ...misplaced(comparison, relations.places, theirs('places'), (word) => `place of "${word}"`),
    ...misplaced(
      comparison,
      relations.sources,
      theirs('sources'),
      (word) => `the one from whom "${word}" comes`,
    ),
    ...misplaced(
      comparison,
      relations.targets,
      theirs('targets'),
      (word) => `the one to whom "${word}" goes`,
    ),
    ...otherDeputies(comparison),
    ...turnedRound(comparison, relations, 'origins', 'goals'),
    ...turnedRound(comparison, relations, 'goals', 'origins'),
    ...againstTransfer(comparison),
  ].filter((one, index, all) => all.findIndex(({ start }) => start === one.start) === index)
}

function misplaced(
  { fact, text, reader, base, passages }: Comparison,
  own: readonly Relation[],
  theirs: readonly Relation[],
  role: (word: string) => string,
): StatementFinding[] {
  return own.flatMap(({ mention, word }) => {
    if (word.kind !== 'content') return []
    const nearest = (kinds: readonly string[]): Relation[] =>
      theirs.filter((other) => kinds.includes(reader.nearness(word.lower, other.word.lower) ?? ''))
    const there = [['same'], ['derived', 'synonym']].map(nearest).find((some) => some.length > 0) ?? []
    if (there.length === 0 || there.some((other) => sameOne(other.mention, mention))) return []
    // "Iceland’s ministry" for Iceland: one that bears the other in its name is a part of it.
    if (there.some((other) => isPart(other.mention, mention, base))) return []
    if (passages.some((passage) => goesOnWith(passage, there, mention, base))) return []
    const name = base.actors.get(there[0]!.mention.ids[0] as never)?.value.name ?? ''
    return about(
      mention,
      'error',
      'fact/roles-kept',
      `Unexpected "${text.slice(mention.start, mention.end)}" as ${role(word.text)} in the statement of "${fact.id}", expected ${name} as in its passages`,
    )
  })
}

/** "Iceland blames the storm, Norway the tide": the verb is left out where the next does the same. */
function goesOnWith(
  { text, relations }: ReadPassage,
  there: readonly Relation[],
  mention: Mention,
  base: FactBase,
): boolean {
  const all = [...relations.doers, ...relations.deputies]
  const verbs = there.filter(({ word }) => all.some((each) => each.word === word))
  return (
    verbs.length > 0 &&
    actorMentions(text, base).some(
      ({ actors, start }) =>
        actors.some((id) => mention.ids.includes(id)) &&
        !all.some((each) => each.mention.start === start) &&
        verbs.some(
          ({ word }) =>
            word.end < start && /^[^.!?]*[,;] (?:and |while |but )?$/.test(text.slice(word.end, start)),
        ),
    )
  )
}

/**
 * "Iceland’s ministry" bears the name of Iceland, and so does the role of its minister. The name: "mayor" in "deputy
 * mayor" makes nobody a part of another.
 */
function bears({ name, roles }: Actor, other: Actor): boolean {
  return [name, ...roles.map(({ role }) => role)].some(
    (each) => each.length > other.name.length && hasWholeWords(each, other.name),
  )
}

function isPart(one: Mention, other: Mention, base: FactBase): boolean {
  const actors = (mention: Mention): Actor[] =>
    mention.ids.flatMap((id) => base.actors.get(id as ActorId)?.value ?? [])
  return actors(one).some((a) => actors(other).some((b) => bears(a, b) || bears(b, a)))
}

/**
 * "Icelandic boats attacked" where the passages have Norway attack, or Norwegian planes: only where each of
 * them shows who does it, and it is neither Iceland nor anything like boats.
 */
function otherDeputies({ fact, text, relations, passages, reader }: Comparison): StatementFinding[] {
  const isSame = (one: string, other: string): boolean => reader.nearness(one, other) === 'same'
  return relations.deputies.flatMap(({ mention, head, word }) => {
    const verbs = passages.flatMap((passage) =>
      passage.words.filter(({ tag, lower }) => tag === 'VERB' && isSame(word.lower, lower)),
    )
    const there = passages.flatMap((passage) =>
      [...passage.relations.doers, ...passage.relations.deputies].filter((each) => verbs.includes(each.word)),
    )
    const isTheirs = (other: Relation | Deputy): boolean =>
      sameOne(other.mention, mention) ||
      ('head' in other && reader.nearness(head.lower, other.head.lower) !== undefined)
    if (verbs.length === 0 || !verbs.every((verb) => there.some((each) => each.word === verb))) return []
    if (there.some(isTheirs)) return []
    return about(
      { start: mention.start, end: head.end },
      'error',
      'fact/roles-kept',
      `Unexpected "${text.slice(mention.start, head.end)}" as doer of "${word.text}" in the statement of "${fact.id}", expected the one of its passages`,
    )
  })
}

/** Somebody from whom something goes, where the passages only have it go to him; or the other way round. */
function turnedRound(
  { fact, text, passages }: Comparison,
  own: Relations,
  side: 'origins' | 'goals',
  other: 'origins' | 'goals',
): StatementFinding[] {
  const has = (key: 'origins' | 'goals', mention: Mention): boolean =>
    passages.some((passage) => passage.relations[key].some((each) => sameOne(each, mention)))
  return own[side].flatMap((mention) =>
    !has(side, mention) && has(other, mention)
      ? about(
          mention,
          'error',
          'fact/roles-kept',
          `Unexpected "${text.slice(mention.start, mention.end)}" as the one ${side === 'origins' ? 'from' : 'to'} whom something goes in the statement of "${fact.id}", expected the other way round, as in its passages`,
        )
      : [],
  )
}

function named(mentions: readonly Mention[], id: string): Mention | undefined {
  return mentions.find(({ ids }) => ids.includes(id))
}

/** The arrow that `transfer` draws goes the way that the statement says. */
function againstTransfer({ fact, text, relations }: Comparison): StatementFinding[] {
  const { transfer } = fact
  if (!transfer) return []
  // "Received arms in return for oil" tells of two ways: only a whole way turned round is wrong.
  const wrong = named(relations.origins, transfer.to) && named(relations.goals, transfer.from)
  return wrong
    ? [
        about(
          wrong,
          'warning',
          'fact/roles-kept',
          `Unexpected direction of "${text.slice(wrong.start, wrong.end)}" in the statement of "${fact.id}", expected it from ${transfer.from} to ${transfer.to} as "transfer" says`,
        ),
      ]
    : []
}
