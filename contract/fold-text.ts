/**
 * Text without case and accents, with one kind of apostrophe, and figures without marks of thousands, so that a
 * search finds what a reader means. The explorer has the same in `templates/site/facts-filter.js.njk`, for what is
 * looked for; a test holds both to each other.
 */
export function foldText(text: string): string {
  return text
    .replaceAll(/(?<=\d)[\s.,'’](?=\d{3}(?!\d))/gu, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘ʼ`´]/gu, "'")
    .toLowerCase()
}
