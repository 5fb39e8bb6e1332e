/** Code units below this are marked in a list, which takes a fraction of what a set takes; others are rare. */
const many = 0x3000

/**
 * The code points of a text beyond ASCII, each once and in their order. A half of a pair that stands alone is one too.
 */
export function lettersBeyondAscii(text: string): number[] {
  const low = new Uint8Array(many)
  const others = new Set<number>()
  // Most letters are ASCII: a pattern passes them by in a sixth of the time that a look at each takes.
  const beyond = /[^\0-\x7F]/g
  while (beyond.test(text)) {
    let place = beyond.lastIndex - 1
    for (let unit = text.charCodeAt(place); unit > 0x7f; unit = text.charCodeAt(++place)) {
      if (unit < many) low[unit] = 1
      else {
        const point = text.codePointAt(place)!
        others.add(point)
        if (point > 0xffff) place++
      }
    }
    beyond.lastIndex = place
  }
  const found: number[] = []
  for (let unit = low.indexOf(1); unit !== -1; unit = low.indexOf(1, unit + 1)) found.push(unit)
  return [...found, ...[...others].toSorted((a, b) => a - b)]
}
