import type { Deck } from '../../../contract/deck.ts'
import type { DeckData } from '../../../contract/deck-data.ts'
import { pageFonts } from '../page-fonts.ts'

/**
 * The deck with the fonts that were added for letters of the unit, cut to those of the deck. They are in its
 * page, in every form of it: the shell is the same for all units.
 */
export async function withFonts(data: DeckData, { fonts, slides }: Deck): Promise<DeckData> {
  if (!fonts) return data
  const written = slides.map((slide) => (slide.kind === 'handwritten' ? slide.markdown : ''))
  const texts = (): string => [JSON.stringify(data), ...written].join('')
  const style = await pageFonts({ fonts: { serif: [], sans: [] } }, texts, fonts)
  return style === '' ? data : { ...data, style: `${data.style ?? ''}${style}` }
}
