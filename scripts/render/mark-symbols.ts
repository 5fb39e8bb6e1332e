// The marks of contract/status.ts as SVG: symbols of a page, and drawings of their own for print.

import { marks, swatch, swatchSvg, type Mark } from '../../contract/status.ts'

/** What `site/chip.njk` makes the symbols of a page of, to which its chips refer. */
export interface MarkSymbol {
  id: Mark
  swatch: string
}

/** Symbols of all marks; the page has its ground in `--paper`. */
export function markSymbols(): MarkSymbol[] {
  return marks.map((id) => ({ id, swatch: swatchSvg(id, 'var(--paper, Canvas)') }))
}

/** A mark as a drawing in black on white. */
export function markDrawing(mark: Mark): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" color="#000" width="${swatch.width}" height="${swatch.height}" viewBox="0 0 ${swatch.width} ${swatch.height}">${swatchSvg(mark, '#fff')}</svg>`
}
