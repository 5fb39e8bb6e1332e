import { QuestionId } from '../../questions/question-schema.ts'
import type { Outline } from '../outline-schema.ts'
import type { Deck } from '../deck.ts'
import { openingSlides, recapSlides, sectionOpening, sourceSlides } from './frame-slides.ts'
import { planWords, type Material } from './material.ts'
import { fill } from './words.ts'
import { planDeck } from './plan-deck.ts'
import { sectionSlides } from './section-slides.ts'
import { usualMinutes } from './time.ts'

/**
 * A complete deck of a fact base alone: a section for every topic with all its facts and, where there is one, a question
 * that rests on them alone; recap and sources. Its minutes are what its slides usually take.
 */
export function planWithoutOutline(material: Material): Deck {
  const { unit, topics } = material.base
  const words = planWords(material)
  const outline: Outline = {
    title: unit.title,
    summary: unit.summary,
    audience: words.everyone,
    minutes: 1,
    objectives: topics.slice(0, 6).map(({ value }) => fill(words.objective, { topic: value.title })),
    sections: topics.map(({ value, facts }) => ({
      title: value.title,
      slides: [{ take: { topic: value.id } }, ...questionOn(facts, material)],
    })),
  }
  const contents = sectionSlides(outline, material)
  const closing = recapSlides(outline, contents, material)
  const drafts = [
    ...openingSlides(outline, material),
    ...contents.flatMap((each, index) => [...sectionOpening(outline, index), ...each]),
    ...closing,
    ...sourceSlides([...contents.flat(), ...closing], material),
  ]
  return planDeck({ id: 'all-facts', value: { ...outline, minutes: usualMinutes(drafts) } }, material)
}

function questionOn(ids: readonly string[], { questions }: Material): Outline['sections'][number]['slides'] {
  const known = new Set(ids)
  const question = [...questions.values()].find(({ facts }) => facts.every(({ id }) => known.has(id)))
  return question ? [{ question: QuestionId.parse(question.id) }] : []
}
