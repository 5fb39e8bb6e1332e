import type { Deck } from '../../contract/deck.ts'

/** A deck as a person would read it through: a line a slide, its notes below. */
export function deckAsText(deck: Deck): string {
  return deck.slides
    .flatMap((slide, index) => [
      slide.kind === 'layout'
        ? `${index + 1} ${slide.layout} "${slide.props.title}" ${slide.notes.minutes} min [${slide.id}]`
        : `${index + 1} ${slide.file} ${slide.notes.minutes} min [${slide.id}]`,
      ...slide.notes.say.map((text) => `    ${text}`),
      ...(slide.notes.ask === undefined ? [] : [`    ? ${slide.notes.ask}`]),
      ...slide.notes.sources.map((text) => `    (${text})`),
    ])
    .join('\n')
}
