import { withPublicPictures } from '../../handwritten-pictures.ts'
import type { Outline, OutlineSlide, Section } from '../../outline-schema.ts'
import { checkpointSlide, questionPicture } from './checkpoint.ts'
import { primerSlides } from './primer.ts'
import { discussionSlides } from './discussion.ts'
import { groupFacts } from './group.ts'
import { chooseLayout, layouts } from '../layouts/index.ts'
import { matchingFacts, type Take } from './matching-facts.ts'
import {
  deckFacts,
  planWords,
  slidePicture,
  type DeckFact,
  type Draft,
  type Material,
  type SlideContent,
} from '../material.ts'
import { paceOf } from '../time/pace.ts'
import { share } from '../time/share.ts'

/**
 * The slides of every section in the author's order, what is taken in its place. A fact is taken once, and
 * only where no slide lists it.
 */
export function sectionSlides(outline: Outline, material: Material): Draft[][] {
  const shown = new Set<string>(listedFacts(outline))
  return outline.sections.map((section) =>
    section.slides.flatMap((slide) => {
      if (!('take' in slide)) return drafts(slide, listedSlides(slide, section, material))
      const taken = takenFacts(slide.take, shown, material)
      for (const { fact } of taken) shown.add(fact.id)
      return groupedSlides(taken, section, material).map((content) => ({ content }))
    }),
  )
}

/** The slides before the objectives, made as those of a section. */
export function hookSlides(outline: Outline, material: Material): Draft[] {
  if (outline.hook === undefined) return []
  const section: Section = { title: outline.title, slides: outline.hook }
  return outline.hook.flatMap((slide) =>
    'take' in slide ? [] : drafts(slide, listedSlides(slide, section, material)),
  )
}

/**
 * Facts that slides of the outline list by their ids; those that a discussion only starts from are not among
 * them.
 */
function listedFacts({ sections }: Outline): string[] {
  return sections.flatMap(({ slides }) =>
    slides.flatMap((slide) => ('facts' in slide && !('discuss' in slide) ? slide.facts : [])),
  )
}

type Listed = Exclude<OutlineSlide, { take: unknown }>

function listedSlides(slide: Listed, section: Section, material: Material): SlideContent[] {
  if ('question' in slide) {
    const question = material.questions.get(slide.question)
    if (!question) return []
    const title = slide.title ?? planWords(material).checkpoint
    const shown = slidePicture(
      material.questionImages?.get(slide.question),
      'questions/',
      material.textPictures,
    )
    // Beside its options a picture would be too small: it has the slide before.
    return [...(shown ? [questionPicture(title, shown)] : []), checkpointSlide(question, title)]
  }
  if ('discuss' in slide)
    return discussionSlides(
      slide.discuss,
      slide.points,
      deckFacts(slide.facts, material),
      slide.title ?? planWords(material).discussion,
    )
  if ('background' in slide) return primerSlides(slide.background, slide.title, material)
  if ('markdown' in slide) {
    const markdown = material.markdown.get(slide.markdown)
    if (markdown === undefined) return []
    const shown = withPublicPictures(markdown, slide.markdown, material.pictures ?? new Map())
    return [
      {
        kind: 'handwritten',
        file: slide.markdown,
        markdown: shown.markdown,
        ...(shown.pictures.length > 0 ? { pictures: shown.pictures } : {}),
        facts: [],
        questions: [],
      },
    ]
  }
  const facts = deckFacts(slide.facts, material)
  const members = facts.map(({ fact }) => fact)
  const asked = layouts.find(({ name }) => name === slide.layout)
  const layout = asked?.fits(members) ? asked : chooseLayout(members)
  return layout
    ? layout.toSlides(facts, { material, title: slide.title, section: section.title })
    : groupedSlides(facts, section, material, slide.title)
}

function groupedSlides(
  facts: readonly DeckFact[],
  section: Section,
  material: Material,
  title?: string,
): SlideContent[] {
  const groups = groupFacts(facts)
  // A heading for many slides would only be counted up on them: it stands for the section's in theirs.
  const heading =
    groups.length === 1 ? { title, section: section.title } : { section: title ?? section.title }
  return groups.flatMap(({ layout, facts: members }) => layout.toSlides(members, { material, ...heading }))
}

function takenFacts(take: Take, shown: ReadonlySet<string>, material: Material): DeckFact[] {
  return deckFacts(matchingFacts(take, material.base), material)
    .filter(({ fact }) => !shown.has(fact.id))
    .slice(0, take.most)
}

/**
 * What the author says stands on the first slide; the time that the author gives is for all of them together.
 */
function drafts({ say, minutes }: Listed, contents: readonly SlideContent[]): Draft[] {
  const halves = share(
    Math.round((minutes ?? 0) * 2),
    contents.map((content) => ({ weight: paceOf(content) })),
  )
  return contents.map((content, index) => ({
    content,
    ...(say && index === 0 ? { say } : {}),
    ...(minutes === undefined ? {} : { minutes: (halves[index] ?? 0) / 2 }),
  }))
}
