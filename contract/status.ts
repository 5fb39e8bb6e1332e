/** How sure a fact is, as far as its article lets us know. */
export const statuses = ['documented', 'reported', 'alleged', 'estimated', 'planned', 'opinion'] as const
export type Status = (typeof statuses)[number]

/** What a mark may stand for: a status, or general knowledge from outside the articles. */
export const marks = [...statuses, 'background'] as const
export type Mark = (typeof marks)[number]

/**
 * How a status is drawn, without colour: what a bar, a dot and a swatch are filled and edged with, and a
 * line.
 */
export interface MarkLook {
  fill: 'solid' | 'hatched' | 'none'
  /** Width of the edge in px, and its dashes where it is not whole. */
  edge: number
  dashes?: readonly number[]
  /** Round ends, where the others have square ones. */
  round?: true
  /** An arrow or a span of time: its width in px; `hollow` has a bright core. */
  line: { width: number; dashes?: readonly number[]; hollow?: true }
  /** A bright bar across, which tells two solid ones apart. */
  notch?: true
}

/**
 * The one definition of the marks for decks, site, quiz pages and print: solid for what is reported, with a
 * notch for what is documented, dashed for what is alleged, hatched for an estimate, hollow for a plan, a
 * fine dotted outline for an opinion. Each differs from every other in black and white.
 */
export const markLooks: Readonly<Record<Mark, MarkLook>> = {
  documented: { fill: 'solid', edge: 2.5, notch: true, line: { width: 7 } },
  reported: { fill: 'solid', edge: 2.5, line: { width: 3.5 } },
  alleged: { fill: 'none', edge: 2.5, dashes: [6, 4], line: { width: 3.5, dashes: [14, 9] } },
  estimated: { fill: 'hatched', edge: 1.5, line: { width: 10, dashes: [2.5, 5] } },
  planned: { fill: 'none', edge: 3, line: { width: 9, hollow: true } },
  opinion: { fill: 'none', edge: 2, dashes: [0.1, 4.5], round: true, line: { width: 3, dashes: [0.1, 7] } },
  background: { fill: 'none', edge: 1.5, dashes: [10, 3, 2, 3], line: { width: 2, dashes: [16, 5, 3, 5] } },
}

/** Strokes from lower left to upper right that fill a box, `gap` px apart, as the data of an SVG path. */
export function hatchOfBox(x: number, y: number, width: number, height: number, gap = 7): string {
  let path = ''
  for (let foot = gap / 2 - height; foot < width; foot += gap) {
    const from = Math.max(0, foot)
    const to = Math.min(width, foot + height)
    if (to - from > 0.5)
      path += `M${round(x + from)} ${round(y + height - (from - foot))}L${round(x + to)} ${round(y + height - (to - foot))}`
  }
  return path
}

/** The same within a circle. */
export function hatchOfDot(x: number, y: number, radius: number, gap = 4.5): string {
  let path = ''
  for (let offset = -gap * Math.floor(radius / gap); offset < radius; offset += gap) {
    const half = Math.sqrt(radius * radius - offset * offset) * Math.SQRT1_2
    const [cx, cy] = [x + offset * Math.SQRT1_2, y + offset * Math.SQRT1_2]
    path += `M${round(cx - half)} ${round(cy + half)}L${round(cx + half)} ${round(cy - half)}`
  }
  return path
}

/** Size of a swatch, the small bar that stands before the word for a status. */
export const swatch = { width: 28, height: 16 } as const

/** The parts of a swatch as SVG attributes: a box, strokes that fill it, a notch. */
export function swatchParts(mark: Mark): {
  box: Record<string, string | number>
  hatch?: string
  notch?: string
} {
  const { fill, edge, dashes, round: rounded, notch } = markLooks[mark]
  const inset = edge / 2 + 0.5
  return {
    box: {
      x: inset,
      y: inset,
      width: swatch.width - 2 * inset,
      height: swatch.height - 2 * inset,
      rx: rounded ? swatch.height / 2 - inset : 0,
      fill: fill === 'solid' ? 'currentColor' : 'none',
      stroke: 'currentColor',
      'stroke-width': edge,
      ...(dashes
        ? { 'stroke-dasharray': dashes.join(' '), 'stroke-linecap': rounded ? 'round' : 'butt' }
        : {}),
    },
    ...(fill === 'hatched' ? { hatch: hatchOfBox(2, 2, swatch.width - 4, swatch.height - 4, 5) } : {}),
    ...(notch ? { notch: `M${swatch.width - 9} 2V${swatch.height - 2}` } : {}),
  }
}

/** A swatch as the content of an SVG element of its size; `ground` is the colour behind it. */
export function swatchSvg(mark: Mark, ground: string): string {
  const { box, hatch, notch } = swatchParts(mark)
  const attributes = Object.entries(box).map(([name, value]) => `${name}="${value}"`)
  return [
    `<rect ${attributes.join(' ')}/>`,
    ...(hatch ? [`<path d="${hatch}" fill="none" stroke="currentColor" stroke-width="1.8"/>`] : []),
    ...(notch ? [`<path d="${notch}" fill="none" stroke="${ground}" stroke-width="3"/>`] : []),
  ].join('')
}

/**
 * A swatch as declarations for an empty box of its size: for pages that have no room for drawings. Dots of a
 * border are round themselves.
 */
export function swatchCss(mark: Mark): string {
  const { fill, edge, dashes, round: rounded, notch } = markLooks[mark]
  const ink = 'currentColor'
  const ground = notch
    ? `repeating-linear-gradient(90deg,${ink} 0 17px,#0000 0 20px)`
    : fill === 'hatched'
      ? `repeating-linear-gradient(135deg,${ink} 0 2px,#0000 0 4px)`
      : ink
  return [
    `border:${edge}px ${rounded ? 'dotted' : dashes ? 'dashed' : 'solid'}`,
    ...(fill === 'none' ? [] : [`background:${ground}`]),
  ].join(';')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
