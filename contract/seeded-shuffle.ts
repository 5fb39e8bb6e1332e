// Orders that look random and are not: the same seed gives the same order in a build, in a browser and on
// paper. No Node here, the quiz player imports it.

import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/**
 * A permutation of `items` (Fisher-Yates) that depends on `seed` and their number alone; `items` stays as it
 * is. Stable across machines and Node versions: 32-bit integers, and fractions that are exact.
 */
export function seededShuffle<T>(items: readonly T[], seed: string): T[] {
  const random = xoroshiro128plusFromState(
    [2166136261, 3339451269, 951274213, 2716044179].map((basis) => hash(seed, basis)),
  )
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    // Of 2^24 steps: exact in every engine, and for lists of this size as good as uniformInt, which weighs
    // four times as much in a page.
    const other = Math.floor(uniformFloat32(random) * (last + 1))
    const moved = shuffled[last] as T
    shuffled[last] = shuffled[other] as T
    shuffled[other] = moved
  }
  return shuffled
}

/** Shuffles the options of a question; those pinned first or last go there, in the author's order. */
export function arrangeOptions<T extends { pin?: 'first' | 'last' }>(
  options: readonly T[],
  seed: string,
): T[] {
  return [
    ...options.filter((option) => option.pin === 'first'),
    ...seededShuffle(
      options.filter((option) => option.pin === undefined),
      seed,
    ),
    ...options.filter((option) => option.pin === 'last'),
  ]
}

/** A, B, C ... for the place of an option, counted from 0. */
export function optionLetter(place: number): string {
  return String.fromCharCode(65 + place)
}

/**
 * The options in the order that `seed` gives, pinned ones in place, with letters; from whatever order they
 * are in.
 */
export function lettered<T extends { index: number; pin?: 'first' | 'last' }>(
  options: readonly T[],
  seed: string,
): (T & { letter: string })[] {
  const authors = options.toSorted((a, b) => a.index - b.index)
  return arrangeOptions(authors, seed).map((option, place) => ({ ...option, letter: optionLetter(place) }))
}

/**
 * FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, which spreads seeds that differ in one letter.
 */
function hash(text: string, basis: number): number {
  let mixed = basis
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 16777619)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
