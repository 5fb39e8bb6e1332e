// The lines of a page of a PDF, in the order in which a person reads them. A PDF places words on paper and
// says nothing of lines, columns or paragraphs.

/** A piece of text where it stands: left edge, base line counted from the top, width, size of its letters. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

export interface Line extends Piece {
  /** Counts the columns that were read before it on the page, from 0. */
  column: number
}

/**
 * The lines of a page: columns one after the other, what spans them where it stands.
 * @param usual where the second column begins on other pages of the file: few lines tell little by themselves.
 */
export function linesOf(pieces: readonly Piece[], usual?: number): Line[] {
  let column = -1
  const order = (parts: readonly Piece[], depth: number): Line[] => {
    const gutter = depth < 3 ? gutterOf(parts, depth === 0 ? usual : undefined) : undefined
    if (gutter === undefined) {
      column++
      return parts.toSorted((a, b) => a.y - b.y || a.x - b.x).map((part) => ({ ...part, column }))
    }
    // What spans the gutter, such as a headline, parts the page into bands.
    const spanning = parts
      .filter((part) => part.x < gutter && part.x + part.width > gutter)
      .toSorted((a, b) => a.y - b.y)
    const lines: Line[] = []
    let from = -Infinity
    for (const bar of [...spanning, undefined]) {
      const to = bar?.y ?? Infinity
      const band = parts.filter((part) => !spanning.includes(part) && part.y >= from && part.y < to)
      const left = band.filter(({ x }) => x < gutter)
      const right = band.filter(({ x }) => x >= gutter)
      for (const side of [left, right]) if (side.length > 0) lines.push(...order(side, depth + 1))
      if (bar) {
        column++
        lines.push({ ...bar, column })
      }
      from = to
    }
    return lines
  }
  return order(joinPieces(pieces), 0)
}

/** Pieces of one line that stand close are one: a gap of more than two letters may be a gutter. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = []
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.y - b.y)) {
    const row = rows.findLast(
      (each) => Math.abs(each[0]!.y - piece.y) < Math.min(each[0]!.size, piece.size) * 0.5,
    )
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => {
    const joined: Piece[] = []
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const last = joined.at(-1)
      const gap = last ? piece.x - last.x - last.width : 0
      if (!last || gap > Math.max(last.size, piece.size) * 1.3) joined.push({ ...piece })
      else {
        const blank = gap > piece.size * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(piece.text)
        last.text += (blank ? ' ' : '') + piece.text
        last.width = piece.x + piece.width - last.x
        last.size = Math.max(last.size, piece.size)
      }
    }
    return joined
  })
}

/** Where the second column of a page begins, if it has columns. */
export function secondColumn(pieces: readonly Piece[]): number | undefined {
  return gutterOf(joinPieces(pieces))
}

/** The place of the white between two columns: few lines cross it, and several stand on either side. */
function gutterOf(parts: readonly Piece[], usual?: number): number | undefined {
  if (parts.length < 8 && usual === undefined) return undefined
  const left = Math.min(...parts.map(({ x }) => x))
  const right = Math.max(...parts.map(({ x, width }) => x + width))
  let best: { at: number; crossing: number } | undefined
  // Where a column begins is the left edge of many lines.
  const edges = [...new Set(parts.map(({ x }) => Math.round(x)))]
  for (const edge of edges) {
    if (edge < left + (right - left) * 0.2 || edge > left + (right - left) * 0.85) continue
    const at = edge - 1
    const crossing = parts.filter(({ x, width }) => x < at && x + width > at).length
    const before = parts.filter(({ x, width }) => x + width <= at).length
    const after = parts.filter(({ x }) => Math.abs(x - edge) < 3).length
    const least = usual !== undefined && Math.abs(at - usual) < 4 ? 1 : 4
    if (before < least || after < least || (least === 4 && crossing > parts.length * 0.15)) continue
    if (!best || crossing < best.crossing) best = { at, crossing }
  }
  return best?.at
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
