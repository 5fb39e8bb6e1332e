// The same words are asked about again and again, in one text and in thousands.

/** Answers that are kept; a unit of some hundred facts asks for fewer. */
const remembered = 50_000

/** A function of a word that keeps its answers. */
export function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as T
    const made = compute(key)
    if (known.size >= remembered) known.clear()
    known.set(key, made)
    return made
  }
}

/** The same for two words; a key made of both would be one more string for each question. */
export function rememberPairs<T>(
  compute: (one: string, other: string) => T,
): (one: string, other: string) => T {
  const known = new Map<string, Map<string, T>>()
  let count = 0
  return (one, other) => {
    let answers = known.get(one)
    const found = answers?.get(other)
    if (found !== undefined || answers?.has(other)) return found as T
    const made = compute(one, other)
    if (count >= remembered) {
      known.clear()
      answers = undefined
      count = 0
    }
    if (!answers) known.set(one, (answers = new Map()))
    answers.set(other, made)
    count++
    return made
  }
}
