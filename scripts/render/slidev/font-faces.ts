// A deck that is one file carries its fonts in it: those that have a letter of it, and no others.

const face = /@font-face\s*\{[^}]*\}/g

/** The style sheet without the fonts that hold no letter of these texts, by their `unicode-range` (CSS Fonts 4, 4.5). Latin letters always count. */
export function withFontsFor(style: string, texts: string): string {
  const letters = [...new Set(texts)].map((letter) => letter.codePointAt(0)!)
  // What the interface around the slides says is English.
  letters.push(0x41)
  return style.replaceAll(face, (rule) => {
    const ranges = /unicode-range:([^;}]*)/.exec(rule)?.[1]
    if (ranges === undefined) return rule
    const spans = ranges.split(',').flatMap((range) => spanOf(range.trim()) ?? [])
    return letters.some((letter) => spans.some(([from, to]) => from <= letter && letter <= to)) ? rule : ''
  })
}

/** `U+100-130`, `U+2020`, `U+4??`. */
function spanOf(range: string): [number, number][] | undefined {
  const parts = /^U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?$/i.exec(range)
  if (!parts) return undefined
  const [, from = '', to] = parts
  return [
    [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to ?? from.replaceAll('?', 'F'), 16)],
  ]
}
