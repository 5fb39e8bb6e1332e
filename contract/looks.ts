/**
 * How decks may look: `paper` is the theme's own palette, every other one a folder of
 * templates/slidev/theme/looks/ with a `look.css`.
 */
export const looks = ['paper', 'slate'] as const
export type Look = (typeof looks)[number]
