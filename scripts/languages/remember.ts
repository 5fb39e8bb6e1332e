// The same words and texts are asked about again and again, in one place and in thousands.

/** Answers that are kept; a unit of some hundred facts asks for fewer. */
const remembered = 50_000

/** A function of a word, a text or a thing that keeps its last answers, at most so many; they are never undefined. */
export function remember<T extends NonNullable<unknown>, Key = string>(
  compute: (key: Key) => T,
  most = remembered,
): (key: Key) => T {
  const known = new Map<Key, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = compute(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

/** The same for things that are read beside others: of a large unit those that were asked for last. */
export function rememberBeside<Key, Beside extends object, T extends NonNullable<unknown>>(
  compute: (key: Key, beside: Beside) => T,
  most: number,
): (key: Key, beside: Beside) => T {
  const known = new WeakMap<Beside, (key: Key) => T>()
  return (key, beside) => {
    let made = known.get(beside)
    if (!made) known.set(beside, (made = remember((each: Key) => compute(each, beside), most)))
    return made(key)
  }
}

/** The same for two words; a key made of both would be one more string for each question. */
export function rememberPairs<T extends NonNullable<unknown>>(
  compute: (one: string, other: string) => T,
): (one: string, other: string) => T {
  const known = new Map<string, Map<string, T>>()
  let count = 0
  // One word is asked about beside all those of a passage.
  let last: string | undefined
  let ofLast = new Map<string, T>()
  return (one, other) => {
    if (one !== last) {
      last = one
      ofLast = known.get(one) ?? new Map<string, T>()
    }
    const found = ofLast.get(other)
    if (found !== undefined) return found
    const made = compute(one, other)
    if (count >= remembered) {
      known.clear()
      ofLast = new Map()
      count = 0
    }
    if (ofLast.size === 0) known.set(one, ofLast)
    ofLast.set(other, made)
    count++
    return made
  }
}
