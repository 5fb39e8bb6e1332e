// Fonts inside pages that are one file: quiz pages and the site. Usual letters are drawn in what the reader's
// machine has; a language that names fonts of its own (contract/messages) gets them, cut to the letters of
// the page.

import { readFileSync } from 'node:fs'
import type { Language } from '../../contract/messages/registry.ts'
import type { AddedFont } from '../../contract/added-font.ts'
import { lettersBeyondAscii } from './letters.ts'
import { charactersOf, fontFilesOf } from './print-fonts.ts'
import { isBeyondUsual } from './script-fonts.ts'

/** The weights that pages use of either kind of font. */
const weights = [400, 600]

/**
 * The style that gives a page in this language the fonts that it names, for the letters of these texts, and
 * those that were `added` for letters of the unit; empty where the texts need none. It sets `--more-serif`
 * and `--more-sans`, each a list that ends with a comma, for the middle of a `font-family`. The same texts
 * give the same bytes; they are asked for only where there is a font.
 */
export async function pageFonts(
  { fonts }: Pick<Language, 'fonts'>,
  texts: () => string,
  added: readonly AddedFont[] = [],
): Promise<string> {
  if (fonts.serif.length + fonts.sans.length + added.length === 0) return ''
  // What every font has is drawn in that of the text around it.
  const special = lettersBeyondAscii(texts())
    .filter((point) => point > 0x2ff)
    .map((point) => String.fromCodePoint(point))
  const further = await cutFamilies(added, special.filter(isBeyondUsual))
  const lists: string[] = []
  const faces: string[] = []
  for (const kind of ['serif', 'sans'] as const) {
    const named = await cutFamilies(fonts[kind].map(namedFamily), special)
    faces.push(...named.flatMap((family) => family.faces))
    const families = [...named, ...further].map(({ family }) => `'${family}',`)
    if (families.length > 0) lists.push(`--more-${kind}:${families.join('')}`)
  }
  faces.push(...further.flatMap((family) => family.faces))
  return faces.length === 0 ? '' : `${faces.join('\n')}\n:root{${lists.join(';')}}`
}

type Family = Pick<AddedFont, 'family' | 'files'>

function namedFamily(family: string): Family {
  const files = fontFilesOf(family)
  return {
    family,
    files: Object.fromEntries(
      weights.flatMap((weight) => {
        const file = files.find((path) => path.includes(`_${weight}`))
        return file === undefined ? [] : [[weight, file]]
      }),
    ),
  }
}

/** The families that have some of these letters, cut to them. */
async function cutFamilies(
  families: readonly Family[],
  letters: readonly string[],
): Promise<{ family: string; faces: string[] }[]> {
  if (letters.length === 0) return []
  const cut = await Promise.all(
    families.map(async ({ family, files }) => {
      const faces = await Promise.all(weights.map((weight) => cutOf(family, weight, files[weight], letters)))
      return { family, faces: faces.filter((face) => face !== undefined) }
    }),
  )
  return cut.filter(({ faces }) => faces.length > 0)
}

/** Blanks, and what only says how others are to be set: a font of these alone has no outline, and browsers refuse it. */
const showsNothing = /[\p{Z}\p{Default_Ignorable_Code_Point}]/u

async function cutOf(
  family: string,
  weight: number,
  file: string | undefined,
  letters: readonly string[],
): Promise<string | undefined> {
  if (file === undefined) return undefined
  const font = readFileSync(file)
  const own = new Set(charactersOf(font))
  const wanted = letters.filter((letter) => own.has(letter.codePointAt(0)!))
  if (wanted.every((letter) => showsNothing.test(letter))) return undefined
  const { default: cut } = await import('subset-font')
  const data = (await cut(font, wanted.join(''), { targetFormat: 'woff2' })).toString('base64')
  const range = wanted.map((letter) => `U+${letter.codePointAt(0)!.toString(16)}`).join(',')
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
}
