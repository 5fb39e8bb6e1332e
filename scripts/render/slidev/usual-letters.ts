// Fonts for decks that are one file: each is parted into the letters that nearly every deck in a Latin script
// has, and the others, which go along only where a deck has one of them. A deck's own letters would be fewer
// still, but to cut three fonts for each deck takes longer than to make it; this is done once for a shell.

import subsetFont from 'subset-font'
import { spansOf } from './font-faces.ts'

/** ASCII and the marks of careful typesetting. */
const usual = new Set(
  [...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)), ...'\u00A0·×–—‘’“”…−≈'].map(
    (letter) => letter.codePointAt(0)!,
  ),
)

/** Weights of texts: from where the fonts begin to be drawn, so that half of their variations can go. */
const weights = { min: 400, max: 700 }

/** Large numbers in thin strokes, the only thing on a slide that is lighter than a text. */
const thin = { family: /Source Serif/, style: /font-style:\s*normal/, weight: 300, letters: digits() }

function digits(): number[] {
  return Array.from({ length: 10 }, (_, at) => 0x30 + at)
}

/** Below that a font is not worth two. */
const leastBytes = 8000

/**
 * A style sheet with the fonts in it parted. Fonts that name no `unicode-range`, that have none of the usual
 * letters or that are small stay as they are.
 */
export async function withFontsParted(style: string): Promise<string> {
  const faces = style.match(/@font-face\s*\{[^}]*\}/g) ?? []
  let parted = style
  for (const face of faces) {
    const base64 = /url\(["']?data:font\/woff2;base64,([A-Za-z0-9+/=]+)["']?\)/.exec(face)?.[1]
    const letters = spansOf(face)?.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    )
    const data = Buffer.from(base64 ?? '', 'base64')
    if (!base64 || !letters?.includes(0x41) || data.length < leastBytes) continue
    const parts = [
      letters.filter((letter) => usual.has(letter)),
      letters.filter((letter) => !usual.has(letter)),
    ]
    const rules = await Promise.all(parts.map((part) => faceOf(face, base64, data, part, weights)))
    if (thin.family.test(face) && thin.style.test(face))
      rules.push(await faceOf(face, base64, data, thin.letters, thin.weight))
    parted = parted.replace(face, () => rules.join(''))
  }
  return parted
}

async function faceOf(
  face: string,
  base64: string,
  data: Buffer,
  letters: readonly number[],
  weight: typeof weights | number,
): Promise<string> {
  const varies = /font-weight:\s*\d+ \d+/
  const cut = await subsetFont(data, String.fromCodePoint(...letters), {
    targetFormat: 'woff2',
    ...(varies.test(face) ? { variationAxes: { wght: weight } } : {}),
  })
  const span = typeof weight === 'number' ? weight : `${weight.min} ${weight.max}`
  return face
    .replace(base64, () => cut.toString('base64'))
    .replace(varies, `font-weight:${span}`)
    .replace(/unicode-range:[^;}]*/, `unicode-range:${rangesOf(letters)}`)
}

const hex = (letter: number): string => letter.toString(16).toUpperCase()

/** As CSS writes them, neighbours together. */
function rangesOf(letters: readonly number[]): string {
  const spans: [number, number][] = []
  for (const letter of letters.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last[1] === letter - 1) last[1] = letter
    else spans.push([letter, letter])
  }
  return spans.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}
