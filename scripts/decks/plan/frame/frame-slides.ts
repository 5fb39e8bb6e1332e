import type { Outline } from '../../outline-schema.ts'
import { wordReviews } from '../../../facts/reviews/word-reviews.ts'
import { statuses } from '../../../../contract/status.ts'
import { messagesFor } from '../../../../contract/messages/registry.ts'
import { planAgenda } from '../../../../contract/measure/agenda.ts'
import { capacity } from '../../../../contract/capacity.ts'
import { citedFacts } from '../notes/cited-facts.ts'
import { hookSlides } from '../sections/section-slides.ts'
import { evenChoice } from '../even-choice.ts'
import { evenParts } from '../even-parts.ts'
import { factLine } from '../fact-line.ts'
import type { LayoutContent } from '../layouts/names.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import { deckFacts, planWords, slidePicture, type Draft, type Material } from '../material.ts'

// The slides that every deck has around its content. The minutes of its sections are known only when all
// slides are: until then these slides are made without, for their count and pace.

/** Cover, hook, guiding question and agenda; `times` are the minutes of the sections. */
export function openingSlides(outline: Outline, material: Material, times: readonly number[] = []): Draft[] {
  const { title, subtitle, audience, minutes, objectives, sections } = outline
  const cover: LayoutContent = {
    kind: 'layout',
    layout: 'cover',
    props: {
      title,
      ...(subtitle === undefined ? {} : { subtitle }),
      audience,
      minutes,
      unit: material.base.unit.title,
    },
    facts: [],
    questions: [],
  }
  const timed = sections.map((section, index) => ({ title: section.title, minutes: times[index] ?? 0 }))
  const parts = evenParts(timed, capacity.agenda.sections)
  // Objectives have a slide of their own where they and the sections cannot both be read on one.
  const agendaTitle = planWords(material).agenda
  const beside = planAgenda(agendaTitle, objectives, parts[0] ?? []).fits
  const pages = beside
    ? parts.map((part, index) => ({ objectives: index === 0 ? [...objectives] : [], sections: part }))
    : [
        ...evenParts(objectives, capacity.agenda.objectives).map((part) => ({
          objectives: part,
          sections: [],
        })),
        ...parts.map((part) => ({ objectives: [], sections: part })),
      ]
  const agenda = pages.map((page): LayoutContent => ({
    kind: 'layout',
    layout: 'agenda',
    props: { title: agendaTitle, ...page },
    facts: [],
    questions: [],
  }))
  return [
    { content: cover },
    ...hookSlides(outline, material),
    ...guideSlides(outline, material),
    ...agenda.map((content) => ({ content })),
  ]
}

/** The guiding question on a slide of its own; none where the outline has none. */
function guideSlides({ guide }: Outline, material: Material): Draft[] {
  if (guide === undefined) return []
  const props = { title: planWords(material).guide, question: guide }
  return [{ content: { kind: 'layout', layout: 'guide', props, facts: [], questions: [] } }]
}

/** The answer to the question of a section, with facts that its slides tell; those to take home first. */
export function sectionAnswer(
  { sections, recap = [] }: Outline,
  index: number,
  told: readonly Draft[],
  material: Material,
): Draft[] {
  const { title, question, answer } = sections[index] ?? {}
  if (title === undefined || question === undefined || answer === undefined) return []
  const ids = factsTold(told)
  const kept = ids.filter((id) => recap.some((other) => other === id))
  const chosen = [...new Set([...kept, ...evenChoice(ids, capacity.answer.facts)])]
  const facts = deckFacts(chosen.slice(0, capacity.answer.facts), material)
  return [
    {
      content: {
        kind: 'layout',
        layout: 'answer',
        props: {
          title: fill(planWords(material)[/[?!…؟]$/.test(title) ? 'answerAsked' : 'answer'], {
            section: title,
          }),
          question,
          answer,
          facts: facts.map(({ view }) => factLine(view)),
        },
        facts: facts.map(({ view }) => view.id),
        questions: [],
      },
    },
  ]
}

/** Back to the objectives, where a deck ends with a verdict: what the class can do now. */
export function goalSlides({ objectives, verdict }: Outline, material: Material): Draft[] {
  if (verdict === undefined) return []
  return evenParts(objectives, capacity.agenda.objectives).map((part) => ({
    content: {
      kind: 'layout',
      layout: 'agenda',
      props: { title: planWords(material).goals, objectives: part, sections: [] },
      facts: [],
      questions: [],
    },
    say: [messagesFor(material.base.unit.language).notes.back],
    closes: true,
  }))
}

const degrees = ['supported', 'plausible', 'weak'] as const

/** What is well supported, plausible and weak; none where the outline does not say. */
export function verdictSlides({ verdict }: Outline, material: Material): Draft[] {
  if (verdict === undefined) return []
  const words = planWords(material)
  const columns = degrees.map((degree) => ({
    degree,
    label: words.degrees[degree],
    items: verdict[degree].map(({ claim, why, facts }) => ({
      claim,
      why,
      facts: deckFacts(facts, material).map(({ view }) => factLine(view)),
    })),
  }))
  const shown = columns.flatMap(({ items }) => items.flatMap(({ facts }) => facts.map(({ id }) => id)))
  return [
    {
      content: {
        kind: 'layout',
        layout: 'verdict',
        props: { title: words.verdict, columns },
        facts: [...new Set(shown)],
        questions: [],
      },
    },
  ]
}

/**
 * How to read the marks: a row for each status of what these slides show; none where it is one and the same.
 */
export function markSlides(drafts: readonly Draft[], material: Material): Draft[] {
  const shown = new Set(
    drafts.flatMap(({ content }) => deckFacts(content.facts, material).map(({ fact }) => fact.status)),
  )
  const words = messagesFor(material.base.unit.language).statuses
  const marks = statuses
    .filter((status) => shown.has(status))
    .map((mark) => ({ mark, label: words[mark].label, means: words[mark].means }))
  if (marks.length < 2) return []
  return [
    {
      content: {
        kind: 'layout',
        layout: 'marks',
        props: { title: planWords(material).marks, marks },
        facts: [],
        questions: [],
      },
    },
  ]
}

/** The slide that opens a section; `index` counts from 0, `minutes` are the section's. */
export function sectionOpening(
  { sections }: Outline,
  index: number,
  minutes = 0,
  { pictures }: Pick<Material, 'pictures'> = {},
): Draft[] {
  const section = sections[index]
  if (!section) return []
  const { title, question } = section
  const shown = slidePicture(section.image, '', pictures)
  const content: LayoutContent = {
    kind: 'layout',
    layout: 'section',
    props: {
      title,
      number: index + 1,
      of: sections.length,
      minutes,
      ...(question === undefined ? {} : { question }),
      ...(shown ? { picture: shown.picture } : {}),
    },
    facts: [],
    questions: [],
    ...(shown ? { pictures: shown.pictures } : {}),
  }
  return [{ content }]
}

/**
 * The recap: the facts that the outline names, else as many of each section as one slide holds, evenly from
 * all that it tells.
 */
export function recapSlides(
  outline: Outline,
  sections: readonly (readonly Draft[])[],
  material: Material,
): Draft[] {
  const told = sections.map(factsTold).filter((ids) => ids.length > 0)
  const each = Math.max(1, Math.floor(capacity.recap.points / told.length))
  const chosen = new Set(told.flatMap((ids) => evenChoice(ids, each)))
  const parts = evenParts(deckFacts(outline.recap ?? [...chosen], material), capacity.recap.points)
  return parts.map((part) => ({
    content: {
      kind: 'layout',
      layout: 'recap',
      props: { title: planWords(material).recap, points: part.map(({ view }) => factLine(view)) },
      facts: part.map(({ view }) => view.id),
      questions: [],
    },
  }))
}

/** The facts that a section tells, in order; where it has discussions alone, those that they start from. */
function factsTold(drafts: readonly Draft[]): string[] {
  const told = drafts.filter(({ content }) => content.kind !== 'layout' || content.layout !== 'discussion')
  const ids = new Set(told.flatMap(({ content }) => content.facts))
  return [...(ids.size > 0 ? ids : new Set(drafts.flatMap(({ content }) => content.facts)))]
}

/** The articles behind all that these slides show, ask or tell, in the order of sources.json. */
export function sourceSlides(drafts: readonly Draft[], material: Material): Draft[] {
  const cited = drafts.flatMap(({ content }) => citedFacts(content, material))
  const used = new Set(cited.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  const shown = material.sources
    .filter(({ id }) => used.has(id))
    .map(({ url: _url, citation: _citation, ...shownOnSlide }) => shownOnSlide)
  const reviewed = wordReviews(cited, material.base.unit.language)
  return evenParts(shown, capacity.sources.sources).map((part, index, parts) => ({
    content: {
      kind: 'layout',
      layout: 'sources',
      props: {
        title: planWords(material).sources,
        sources: part,
        ...(index === parts.length - 1 ? { reviewed } : {}),
      },
      facts: [],
      questions: [],
    },
  }))
}
