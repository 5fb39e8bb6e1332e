/** Code units below this are marked in a list, which takes a fraction of what a set takes; others are rare. */
const many = 0x3000

/** The code points of a text, each once and in their order. A half of a pair that stands alone is one too. */
export function lettersOf(text: string): number[] {
  const low = new Uint8Array(many)
  const others = new Set<number>()
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    if (unit < many) low[unit] = 1
    else {
      const point = text.codePointAt(place)!
      others.add(point)
      if (point > 0xffff) place++
    }
  }
  const found: number[] = []
  low.forEach((there, unit) => {
    if (there === 1) found.push(unit)
  })
  return [...found, ...[...others].toSorted((a, b) => a - b)]
}
