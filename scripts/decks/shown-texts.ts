import type { FactBase } from '../facts/fact-base.ts'
import type { FactId } from '../facts/ids.ts'
import type { ShownText, ShownTexts } from '../facts/shown-texts.ts'
import type { Banks } from '../questions/banks.ts'
import { factsOf } from '../questions/shown-texts.ts'
import { typeOf } from '../../question-types/types.ts'
import type { Place } from '../source/json-document.ts'
import { handwrittenTexts } from './handwritten-texts.ts'
import type { OutlineSlide } from './outline-schema.ts'
import type { LoadedOutline } from './loaded-outline.ts'

/** What else there is, for slides that name it. */
interface Beside {
  base: FactBase
  questions: Banks['questions']
  /** Hand-written slides by their path within slides/. */
  markdown: ReadonlyMap<string, string>
}

/**
 * What people see and hear of decks beside their facts: headings, objectives, what is said and discussed,
 * hand-written slides with the alternative texts of their pictures. Headings are about the facts of their slide,
 * what is said about those of its section, the rest about those of the deck.
 */
export function* deckTexts(outlines: readonly LoadedOutline[], beside: Beside): Iterable<ShownTexts> {
  for (const outline of outlines) yield textsOf(outline, beside)
}

function textsOf({ id, value: outline, place }: LoadedOutline, beside: Beside): ShownTexts {
  const factsIn = (slides: readonly OutlineSlide[]): FactId[] =>
    slides.flatMap((slide) => slideFacts(slide, beside))
  const whole = factsIn([...(outline.hook ?? []), ...outline.sections.flatMap(({ slides }) => slides)])
  const text = (
    kind: string,
    words: string | undefined,
    at: Place,
    facts: readonly FactId[] = whole,
  ): ShownText[] =>
    words === undefined ? [] : [{ kind, text: words, at, of: `deck "${id}"`, facts, background, given }]
  // How long it takes is the deck's own to say.
  const given = [outline.minutes, ...outline.sections.flatMap(({ minutes }) => minutes ?? [])].join('\n')
  const background = [
    ...new Set(
      [...(outline.hook ?? []), ...outline.sections.flatMap(({ slides }) => slides)].flatMap((slide) =>
        'background' in slide ? slide.background : [],
      ),
    ),
  ]
  const slideTexts = (slide: OutlineSlide, at: Place, around: readonly FactId[]): ShownText[] => {
    if ('take' in slide) return []
    const own = slideFacts(slide, beside)
    return [
      ...text('heading of a slide', slide.title, at.in('title'), own.length > 0 ? own : around),
      ...(slide.say ?? []).flatMap((words, index) =>
        text('words to say', words, at.in('say', index), around),
      ),
      ...('discuss' in slide
        ? [
            ...text('prompt', slide.discuss, at.in('discuss'), around),
            ...slide.points.flatMap((words, index) =>
              text('point to discuss', words, at.in('points', index), around),
            ),
            ...(slide.answers ?? []).flatMap(({ answer, reply }, index) => [
              ...text('likely answer', answer, at.in('answers', index, 'answer'), around),
              ...text('reply to an answer', reply, at.in('answers', index, 'reply'), around),
            ]),
          ]
        : []),
      ...('markdown' in slide
        ? handwrittenTexts(slide.markdown, beside.markdown.get(slide.markdown) ?? '', around)
        : []),
    ]
  }
  return {
    texts: [
      ...(['title', 'subtitle', 'summary'] as const).flatMap((key) => text(key, outline[key], place.in(key))),
      ...text('guiding question', outline.guide, place.in('guide')),
      // A hook points ahead, to whatever the deck will show.
      ...(outline.hook ?? []).flatMap((slide, index) => slideTexts(slide, place.in('hook', index), whole)),
      ...(['supported', 'plausible', 'weak'] as const).flatMap((degree) =>
        (outline.verdict?.[degree] ?? []).flatMap(({ claim, why, facts }, index) => [
          ...text('claim', claim, place.in('verdict', degree, index, 'claim'), facts),
          ...text('reason', why, place.in('verdict', degree, index, 'why'), facts),
        ]),
      ),
      ...outline.objectives.flatMap((words, index) =>
        text('objective', words, place.in('objectives', index)),
      ),
      ...outline.sections.flatMap((section, index) => {
        const at = place.in('sections', index)
        const facts = factsIn(section.slides)
        const around = facts.length > 0 ? facts : whole
        return [
          ...text('title of a section', section.title, at.in('title')),
          ...text('question of a section', section.question, at.in('question')),
          ...text('alternative text', section.image?.alt, at.in('image', 'alt'), around),
          ...text('answer of a section', section.answer, at.in('answer'), around),
          ...section.slides.flatMap((slide, slideAt) => slideTexts(slide, at.in('slides', slideAt), around)),
        ]
      }),
    ],
    excuses: outline.notInFacts ?? [],
    excuseAt: (index) => place.in('notInFacts', index).location,
  }
}

/** The facts that a slide shows, those of its question included. */
function slideFacts(slide: OutlineSlide, { base, questions }: Beside): readonly FactId[] {
  if ('take' in slide) {
    const { topic, tag } = slide.take
    const of = base.topics.find(({ value }) => value.id === topic)?.facts
    return Array.from(base.facts.values(), ({ value }) => value)
      .filter((fact) => (tag === undefined || fact.tags.includes(tag)) && (!of || of.includes(fact.id)))
      .map(({ id }) => id)
  }
  if ('question' in slide) {
    const question = questions.get(slide.question)?.value
    return question ? factsOf({ value: question, parts: typeOf(question).parts(question, base) }) : []
  }
  return 'facts' in slide ? slide.facts : []
}
