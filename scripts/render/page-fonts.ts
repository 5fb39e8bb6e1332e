// Fonts inside pages that are one file: quiz pages and the site. Usual letters are drawn in what the reader's
// machine has; a language that names fonts of its own (contract/messages) gets them, cut to the letters of
// the page.

import { readFileSync } from 'node:fs'
import type { Language } from '../../contract/messages/registry.ts'
import { charactersOf, fontFilesOf } from './print-fonts.ts'

/** The weights that pages use of either kind of font. */
const weights = [400, 600]

/**
 * The style that gives a page in this language the fonts that it names, for the letters of these texts; empty
 * where it names none or the texts need none. It sets `--more-serif` and `--more-sans`, each a list that ends
 * with a comma, for the middle of a `font-family`. The same texts give the same bytes.
 */
export async function pageFonts({ fonts }: Pick<Language, 'fonts'>, texts: string): Promise<string> {
  const letters = [...new Set(texts)].toSorted().join('')
  const faces: string[] = []
  const lists: string[] = []
  for (const kind of ['serif', 'sans'] as const) {
    const added: string[] = []
    for (const family of fonts[kind]) {
      const cuts = await Promise.all(weights.map((weight) => cutOf(family, weight, letters)))
      const made = cuts.filter((cut) => cut !== undefined)
      faces.push(...made)
      if (made.length > 0) added.push(`'${family}',`)
    }
    if (added.length > 0) lists.push(`--more-${kind}:${added.join('')}`)
  }
  return faces.length === 0 ? '' : `${faces.join('\n')}\n:root{${lists.join(';')}}`
}

async function cutOf(family: string, weight: number, letters: string): Promise<string | undefined> {
  const file = fontFilesOf(family).find((path) => path.includes(`_${weight}`))
  if (file === undefined) return undefined
  const font = readFileSync(file)
  const own = new Set(charactersOf(font))
  // What every font has is drawn in that of the text around it.
  const wanted = [...letters].filter((letter) => letter > '\u02FF' && own.has(letter.codePointAt(0)!))
  if (wanted.length === 0) return undefined
  const { default: cut } = await import('subset-font')
  const data = (await cut(font, wanted.join(''), { targetFormat: 'woff2' })).toString('base64')
  const range = wanted.map((letter) => `U+${letter.codePointAt(0)!.toString(16)}`).join(',')
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
}
