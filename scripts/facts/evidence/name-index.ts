// The names of a unit's actors and places, as texts are searched for them: every statement asks for the same ones.

import type { Actor } from '../actor-schema.ts'
import type { FactBase } from '../fact-base.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import { remember } from '../../languages/remember.ts'

/** Where a text names actors. */
export interface Mention {
  /** Ids of the actors that bear this name. */
  actors: readonly string[]
  start: number
  end: number
}

/**
 * Where a text names actors of the base: by name or alias, and persons by their last name; the longest name
 * wins.
 */
export function actorMentions(text: string, base: FactBase): readonly Mention[] {
  return nameIndexOf(base).mentions(text)
}

/** Rules ask for the names in the same texts one after another. */
const textsKept = 4096

function findMentions(text: string, { actors, byFirstWord }: Names): Mention[] {
  const folded = foldTypography(text)
  const mentions: Mention[] = []
  for (const word of folded.matchAll(letterRun)) {
    const found = byFirstWord.get(word[0])?.find(({ name, index }) => {
      const start = word.index - index
      return (
        start >= (mentions.at(-1)?.end ?? 0) &&
        folded.startsWith(name, start) &&
        !endsInLetter.test(folded.slice(Math.max(0, start - 2), start)) &&
        !startsWithLetter.test(folded.slice(start + name.length, start + name.length + 2))
      )
    })
    if (!found) continue
    const start = word.index - found.index
    mentions.push({ actors: actors.get(found.name) ?? [], start, end: start + found.name.length })
  }
  return mentions
}

const letterRun = /[\p{L}\p{N}]+/gu
const startsWithLetter = /^[\p{L}\p{N}]/u
const endsInLetter = /[\p{L}\p{N}]$/u

/** Every name has one: names without a capital letter are left out. */
function firstWord(name: string): { text: string; index: number } {
  const found = /[\p{L}\p{N}]+/u.exec(name)
  return { text: found?.[0] ?? '', index: found?.index ?? 0 }
}

interface Names {
  actors: ReadonlyMap<string, string[]>
  /**
   * The names that begin with a word, longest first: a text is searched for thousands of them as fast as for
   * a few. Each with the place of that word in it.
   */
  byFirstWord: ReadonlyMap<string, { name: string; index: number }[]>
}

/** The names of a fact base. */
export interface NameIndex {
  mentions(text: string): readonly Mention[]
  /** The words of all places. */
  places: ReadonlySet<string>
}

const indexes = new WeakMap<FactBase, NameIndex>()
let lastIndex: { of: string; index: NameIndex } | undefined

/** Made once a fact base, and the same for the next reading of a unit whose names and places are as they were. */
export function nameIndexOf(base: FactBase): NameIndex {
  const made = indexes.get(base)
  if (made) return made
  const actors = Array.from(base.actors.values(), ({ value }) => value)
  const places = new Set(
    Array.from(base.facts.values()).flatMap(({ value }) =>
      value.places.flatMap((place) => place.split(/[\s-]/)),
    ),
  )
  const of = JSON.stringify([
    base.unit.language,
    actors.map((actor) => [actor.id, namesOf(actor)]),
    [...places].toSorted(),
  ])
  const index = lastIndex?.of === of ? lastIndex.index : makeIndex(actors, places)
  lastIndex = { of, index }
  indexes.set(base, index)
  return index
}

/**
 * Forgets the index of a base and what was read by it (`readSupport`), which takes as much memory as the base itself. It
 * would be made and read again.
 */
export function forgetNames(base: FactBase): void {
  indexes.delete(base)
  lastIndex = undefined
}

function makeIndex(all: readonly Actor[], places: ReadonlySet<string>): NameIndex {
  const actors = new Map<string, string[]>()
  for (const actor of all)
    for (const name of namesOf(actor).map(foldTypography))
      actors.set(name, [...(actors.get(name) ?? []), actor.id])
  const byFirstWord = new Map<string, { name: string; index: number }[]>()
  for (const name of Array.from(actors.keys()).toSorted((a, b) => b.length - a.length)) {
    const { text, index } = firstWord(name)
    const names = byFirstWord.get(text)
    if (names) names.push({ name, index })
    else byFirstWord.set(text, [{ name, index }])
  }
  return { mentions: remember((text) => findMentions(text, { actors, byFirstWord }), textsKept), places }
}

function namesOf({ kind, name, aliases }: Actor): string[] {
  const names = [name, ...aliases.map(({ text }) => text)]
  const last = kind === 'person' ? name.split(' ').at(-1) : undefined
  // Letters of many scripts are neither small nor capital.
  return [...new Set([...names, ...(last ? [last] : [])])].filter((each) => /[\p{Lu}\p{Lo}]/u.test(each))
}
