import type { ShownText, ShownTexts } from '../facts/shown-texts.ts'
import type { Place } from '../source/json-document.ts'
import type { OutlineSlide } from './outline-schema.ts'
import type { LoadedOutline } from './loaded-outline.ts'

/** What people see and hear of decks beside their facts: headings, objectives, what is said and discussed. */
export function deckTexts(outlines: readonly LoadedOutline[]): ShownTexts[] {
  return outlines.map(({ id, value: outline, place }) => {
    const text = (kind: string, words: string | undefined, at: Place): ShownText[] =>
      words === undefined ? [] : [{ kind, text: words, at: at.location, of: `deck "${id}"` }]
    const slideTexts = (slide: OutlineSlide, at: Place): ShownText[] =>
      'take' in slide
        ? []
        : [
            ...text('heading of a slide', slide.title, at.in('title')),
            ...(slide.say ?? []).flatMap((words, index) => text('words to say', words, at.in('say', index))),
            ...('discuss' in slide
              ? [
                  ...text('prompt', slide.discuss, at.in('discuss')),
                  ...slide.points.flatMap((words, index) =>
                    text('point to discuss', words, at.in('points', index)),
                  ),
                ]
              : []),
          ]
    return {
      texts: [
        ...(['title', 'subtitle', 'summary'] as const).flatMap((key) =>
          text(key, outline[key], place.in(key)),
        ),
        ...text('guiding question', outline.guide, place.in('guide')),
        ...(outline.hook ?? []).flatMap((slide, index) => slideTexts(slide, place.in('hook', index))),
        ...(['supported', 'plausible', 'weak'] as const).flatMap((degree) =>
          (outline.verdict?.[degree] ?? []).flatMap(({ claim, why }, index) => [
            ...text('claim', claim, place.in('verdict', degree, index, 'claim')),
            ...text('reason', why, place.in('verdict', degree, index, 'why')),
          ]),
        ),
        ...outline.objectives.flatMap((words, index) =>
          text('objective', words, place.in('objectives', index)),
        ),
        ...outline.sections.flatMap((section, index) => {
          const at = place.in('sections', index)
          return [
            ...text('title of a section', section.title, at.in('title')),
            ...text('question of a section', section.question, at.in('question')),
            ...text('answer of a section', section.answer, at.in('answer')),
            ...section.slides.flatMap((slide, slideAt) => slideTexts(slide, at.in('slides', slideAt))),
          ]
        }),
      ],
      excuses: outline.notInFacts ?? [],
      excuseAt: (index) => place.in('notInFacts', index).location,
    }
  })
}
