import { quotationsIn } from '../../../languages/quotations.ts'
import type { Mention, Reader, ReadWord } from '../../../languages/reading.ts'
import type { FactBase } from '../../fact-base.ts'
import type { ActorId } from '../../ids.ts'
import { actorMentions } from '../name-index.ts'
import { about, type Comparison, type ReadPassage, type WordRule } from './comparison.ts'

/**
 * Whoever says so is named. A statement of which the fact records a speaker names him, or through whom the
 * article has it; one that is no documented fact, or that its passages tell as somebody's words, says at
 * least that somebody says so; and nobody else is made its speaker. What an article with a label says in its
 * own voice (recorded as its publisher's or as nobody's), or takes over as a whole from those whom it relays,
 * needs no such words: the label stands beside every statement.
 */
export const attributionKept: WordRule = (comparison) => {
  const { fact, text, base, words } = comparison
  const whole = { start: 0, end: text.length }
  // Of an actor that nobody knows no name can be looked for; another rule says so.
  if (fact.saidBy.some((id) => !base.actors.has(id))) return []
  const named = [...fact.saidBy, ...fact.via].some((id) => isNamed(comparison, id))
  const sources = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value ?? [])
  const labelled =
    sources.length > 0 &&
    sources.every(
      ({ label, relays, publisher }) =>
        label !== undefined &&
        fact.saidBy.every(
          (id) => relays.some(({ actor }) => actor === id) || base.actors.get(id)?.value.name === publisher,
        ),
    )
  if (!labelled && fact.saidBy.length > 0 && !named)
    return [
      about(
        whole,
        'error',
        'fact/attribution-kept',
        `Unexpected statement of "${fact.id}" without its speaker, expected it to say that ${fact.saidBy.map((id) => base.actors.get(id)?.value.name ?? id).join(' or ')} says so`,
      ),
    ]
  const attributed =
    named ||
    words.some((word) => word.attributes) ||
    base.language.hedges?.attributes(text) === true ||
    sources.some(({ publisher, author }) =>
      [publisher, author].some((name) => name !== undefined && text.includes(name)),
    )
  // What an article reports or announces in its own voice may stand so; a judgement may not.
  if (
    !labelled &&
    !attributed &&
    ['alleged', 'estimated', 'opinion'].includes(fact.status) &&
    !isForeseen(comparison)
  )
    return [
      about(
        whole,
        'error',
        'fact/attribution-kept',
        `Unexpected statement of "${fact.id}" as if nobody doubted it, expected it to say who says so: its status is "${fact.status}"`,
      ),
    ]
  const recorded = labelled && fact.saidBy.length > 0
  const teller =
    attributed || recorded || fact.saidBy.length + fact.via.length > 0 ? undefined : tellerOf(comparison)
  if (teller !== undefined)
    return [
      about(
        whole,
        'error',
        'fact/attribution-kept',
        `Unexpected statement of "${fact.id}" without somebody who says so, expected one: its passages tell it with "${teller}"`,
        'name the speaker and record him in "saidBy", with the status that fits',
      ),
    ]
  return otherSpeakers(comparison)
}

/** What nobody says, and passages and statement tell as still to come: "is to cost". */
function isForeseen({ fact, words, passages }: Comparison): boolean {
  return (
    fact.status === 'estimated' &&
    words.some(({ mood }) => mood !== undefined) &&
    passages.every((passage) => passage.words.every((word) => !word.attributes))
  )
}

/** The word or mark by which a passage that supports the statement tells it as somebody’s words. */
function tellerOf(comparison: Comparison): string | undefined {
  const { support, passages, words: own } = comparison
  const used = new Set(support.flatMap(({ places }) => places.map(({ passage }) => passage)))
  for (const [index, passage] of passages.entries()) {
    if (!used.has(index)) continue
    const { words, text } = passage
    const verb = words.find(
      ({ speaks, attributes, tag, lower }, at) =>
        (tag === 'VERB' &&
          (speaks || (attributes && words[at + 1]?.lower === 'that' && isDoer(words[at - 1]))) &&
          !isAside(words, at)) ||
        (lower === 'according' && !isGiven(comparison, passage, at)),
    )
    if (verb) return verb.text
    const mark = /["“„«]/u.exec(withoutTitles(text))
    // A banner in another sentence says nothing of this one.
    const sentence = mark && words.find(({ end }) => end > mark.index)?.sentence
    const rests = support.some(
      ({ places }, at) =>
        own[at]!.kind === 'content' &&
        places.some(
          (place) =>
            place.passage === index &&
            words.some((word) => word.start === place.start && word.sentence === sentence),
        ),
    )
    if (mark && rests) return mark[0]
  }
  return undefined
}

/** "Less united than Lavery suggests" compares, "so says the baker" speaks of what was said before. */
function isAside(words: readonly ReadWord[], at: number): boolean {
  return (
    words[at - 1]?.lower === 'so' ||
    words.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'than')
  )
}

/** "According to the register": the statement has it from the register, too. */
function isGiven({ words: own, reader }: Comparison, { words, tokens }: ReadPassage, at: number): boolean {
  const after = words.slice(at + 2)
  const end = after.findIndex(
    ({ tag, start }, index) =>
      !['DET', 'ADJ', 'NOUN', 'PROPN'].includes(tag) || (index > 0 && start > after[index - 1]!.end + 1),
  )
  const head = after[(end < 0 ? after.length : end) - 1]
  return (
    head !== undefined &&
    !tokens.dates.some(({ start, end: last }) => start <= head.start && head.end <= last) &&
    own.some(({ kind, lower }) => kind !== 'grammar' && reader.nearness(lower, head.lower) === 'same')
  )
}

/** A text with blanks for what stands in quotation marks because it is called so, with a capital at each word: "The Glass Ferryman". */
function withoutTitles(text: string): string {
  return quotationsIn(text).reduceRight(
    (rest, { words, start, end }) =>
      words.split(/\s+/).every((word) => /^(?:\p{Lu}|\p{Nd}|(?:a|an|the|of|in|on|and|for|to)$)/u.test(word))
        ? rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
        : rest,
    text,
  )
}

/** "Quill found that" has one who finds; "it was found that" may have none. */
function isDoer(word: ReadWord | undefined): boolean {
  return word !== undefined && (word.tag === 'PROPN' || /^(?:he|she|they)$/.test(word.lower))
}

/** By a name, an alias, or by what it is where that is a common noun: "the association" of the "Quill Association". */
function isNamed({ text, words, mentions, base, reader }: Comparison, id: ActorId): boolean {
  if (mentions.some(({ ids }) => ids.includes(id))) return true
  const actor = base.actors.get(id)?.value
  if (actor === undefined) return false
  const lower = text.toLowerCase()
  if (
    [actor.name, ...actor.aliases.map((alias) => alias.text)].some((name) =>
      lower.includes(name.toLowerCase()),
    )
  )
    return true
  // "An official", "a former engineer": a person without a name is named by what he is; so is one by his role.
  const unnamed = /^(?:\p{Ll}|An? )/u.test(actor.name)
  const nouns = [
    ...(actor.kind !== 'person' || unnamed ? [actor.name] : []),
    ...actor.roles.flatMap(({ role }) => (/\s/.test(role) ? [] : role)),
  ].map((name) => headOf(name.toLowerCase(), reader))
  return nouns.some(
    (noun) =>
      (unnamed || !reader.mayBeName(noun)) &&
      words.some(({ kind, lower: word }) => kind !== 'grammar' && reader.nearness(word, noun) === 'same'),
  )
}

/** The noun of a name: the last before a word that says nothing by itself, "board" in "Board of Tidewick". */
function headOf(name: string, reader: Reader): string {
  const words = name.replace(/^an? /, '').split(' ')
  const end = words.findIndex((word) => reader.isGrammar(word))
  return (end > 0 ? words.slice(0, end) : words).at(-1)!
}

/** Whether a passage has somebody, and nobody after him, before the same verb in one sentence. */
function isToldOf(
  mention: Mention,
  verb: ReadWord,
  { text, words }: ReadPassage,
  base: FactBase,
  reader: Reader,
): boolean {
  return words.some((word) => {
    if (word.tag !== 'VERB' || reader.nearness(verb.lower, word.lower) !== 'same') return false
    const first = words.find(({ sentence }) => sentence === word.sentence)!
    const last = actorMentions(text, base).findLast(
      ({ start, end }) => start >= first.start && end <= word.start,
    )
    return last !== undefined && last.actors.some((id) => mention.ids.includes(id))
  })
}

function otherSpeakers({
  fact,
  text,
  base,
  relations,
  words,
  passages,
  reader,
}: Comparison): ReturnType<WordRule> {
  const known = new Set<string>([...fact.saidBy, ...fact.via])
  const publishers = fact.evidence.flatMap(({ source }) => {
    const found = base.sources.get(source)?.value
    return found ? [found.publisher ?? '', found.author ?? '', ...found.relays.map(({ actor }) => actor)] : []
  })
  return relations.doers.flatMap(({ mention, word }) =>
    !word.speaks ||
    // "Has not confirmed it": whoever says nothing is no speaker.
    word.negated ||
    // "The leaflet claimed that Quill had advised it": of that only the leaflet speaks.
    words.some((each) => each.speaks && each.sentence === word.sentence && each.end < mention.start) ||
    word.start < mention.start ||
    // "The mayor advised the members to wait": so the passages tell it of her.
    passages.some((passage) => isToldOf(mention, word, passage, base, reader)) ||
    mention.ids.some(
      (id) =>
        known.has(id) ||
        publishers.includes(id) ||
        publishers.includes(base.actors.get(id as ActorId)?.value.name ?? ''),
    )
      ? []
      : about(
          mention,
          'error',
          'fact/attribution-kept',
          `Unexpected speaker "${text.slice(mention.start, mention.end)}" in the statement of "${fact.id}", expected one of "saidBy" or "via"`,
        ),
  )
}
