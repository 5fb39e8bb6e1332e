import type { Fact } from '../../facts/fact-schema.ts'
import type { FactId } from '../../facts/ids.ts'
import { QuestionId } from '../../../question-types/question-fields.ts'
import type { Deck } from '../../../contract/deck.ts'
import type { Outline, Section } from '../outline-schema.ts'
import { capacity } from '../../../contract/capacity.ts'
import { evenChoice } from './even-choice.ts'
import { markSlides, openingSlides, recapSlides, sectionOpening, sourceSlides } from './frame/frame-slides.ts'
import { disagree } from './layouts/disagreement.ts'
import { deckFacts, planWords, type Material } from './material.ts'
import { planDeck } from './plan-deck.ts'
import { sectionSlides } from './sections/section-slides.ts'
import { usualMinutes } from './time/time.ts'
import { fill } from '../../../contract/messages/wording.ts'

/** Longer than this, in minutes, nobody sits through one deck. */
const longest = 60

/**
 * Complete decks of a fact base alone: one of all its facts, or one of each topic where that would take more
 * than an hour. The minutes of a deck are what its slides usually take.
 */
export function planWithoutOutline(material: Material): Deck[] {
  const { topics } = material.base
  const whole = planned('all-facts', wholeOutline(material), material)
  return whole.minutes <= longest || topics.length < 2
    ? [whole]
    : topics.map(({ value, facts }) => planned(value.id, topicOutline(value, facts, material), material))
}

function planned(id: string, outline: Outline, material: Material): Deck {
  const contents = sectionSlides(outline, material)
  const closing = recapSlides(outline, contents, material)
  const drafts = [
    ...openingSlides(outline, material),
    ...markSlides(contents.flat(), material),
    ...contents.flatMap((each, index) => [...sectionOpening(outline, index), ...each]),
    ...closing,
    ...sourceSlides([...contents.flat(), ...closing], material),
  ]
  return planDeck({ id, value: { ...outline, minutes: usualMinutes(drafts) } }, material)
}

/**
 * A section for every topic with all its facts and, where there is one, a question that rests on them alone.
 */
function wholeOutline(material: Material): Outline {
  const { unit, topics } = material.base
  const words = planWords(material)
  return {
    title: unit.title,
    summary: unit.summary,
    audience: words.everyone,
    minutes: 1,
    objectives: topics.slice(0, 6).map(({ value }) => fill(words.objective, { topic: value.title })),
    sections: topics.map(({ value, facts }) => ({
      title: value.title,
      slides: [{ take: { topic: value.id } }, ...questionsOn(facts, material).slice(0, 1)],
    })),
  }
}

/**
 * First what stands undisputed, then where accounts differ and what rests on that, with a question to each
 * and one to talk about.
 */
function topicOutline(
  { title, summary }: { title: string; summary: string },
  ids: readonly FactId[],
  material: Material,
): Outline {
  const { topicDeck: words, everyone } = planWords(material)
  const facts = deckFacts(ids, material).map(({ fact }) => fact)
  const disputed = withDependents(
    facts.filter((one) => facts.some((other) => other !== one && disagree(one, other))),
    facts,
  )
  const settled = facts.filter((fact) => !disputed.includes(fact))
  const questions = questionsOn(ids, material)
  const onSettled = questionsOn(
    settled.map(({ id }) => id),
    material,
  )[0]
  const onDisputed = questions.find(({ question }) => question !== onSettled?.question)
  const sections: Section[] = []
  if (settled.length > 0) {
    const section = sectionOf(words.settled, title, settled)
    sections.push({ ...section, slides: [...section.slides, ...(onSettled ? [onSettled] : [])] })
  }
  if (disputed.length > 0) {
    const section = sectionOf(words.disputed, title, disputed)
    const { prompt, points, answers } = words.discussion
    sections.push({
      ...section,
      slides: [
        ...section.slides,
        ...(onDisputed ? [onDisputed] : []),
        { discuss: prompt, points: [...points], answers: [...answers], facts: [] },
      ],
    })
  }
  const told = [...settled, ...disputed]
  return {
    title,
    summary,
    audience: everyone,
    minutes: 1,
    objectives: [
      words.objectives.say,
      ...(facts.some(({ quantities }) => quantities.length > 0) ? [words.objectives.figures] : []),
      ...(disputed.length > 0 ? [words.objectives.accounts] : []),
    ],
    sections,
    recap: evenChoice(told, capacity.recap.points).map(({ id }) => id),
  }
}

/**
 * The topic's title stands in the headings of slides with several facts, where "What is said" would say
 * nothing.
 */
function sectionOf(
  named: { title: string; question: string },
  title: string,
  facts: readonly Fact[],
): Section {
  return { ...named, slides: [{ facts: facts.map(({ id }) => id), title }] }
}

/** These facts and all that need them, in the order of the topic. */
function withDependents(start: readonly Fact[], facts: readonly Fact[]): Fact[] {
  const found = new Set(start.map(({ id }) => id))
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const { id, needs } of facts) if (needs.some((need) => found.has(need))) found.add(id)
  }
  return facts.filter(({ id }) => found.has(id))
}

/** Questions that rest on these facts alone. */
function questionsOn(ids: readonly string[], { questions }: Material): { question: QuestionId }[] {
  const known = new Set(ids)
  return [...questions.values()]
    .filter(({ facts }) => facts.length > 0 && facts.every(({ id }) => known.has(id)))
    .map(({ id }) => ({ question: QuestionId.parse(id) }))
}
