import { withPublicPictures } from '../../handwritten-pictures.ts'
import type { Outline, OutlineSlide, Section } from '../../outline-schema.ts'
import { checkpointSlide, questionPicture } from './checkpoint.ts'
import { primerSlides } from './primer.ts'
import { discussionSlides } from './discussion.ts'
import { groupFacts } from './group.ts'
import type { FactLayout, LayoutContext } from '../layouts/fact-layout.ts'
import { chooseLayout, layouts, layoutWays } from '../layouts/index.ts'
import { withRhythm, type Ways } from './rhythm.ts'
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
  return outline.sections.map((section) => {
    const stretches = section.slides.flatMap((slide): Stretch[] => {
      if (!('take' in slide))
        return [
          { ways: listedSlides(slide, section, material), draft: (contents) => drafts(slide, contents) },
        ]
      const taken = takenFacts(slide.take, shown, material)
      for (const { fact } of taken) shown.add(fact.id)
      return groupedWays(taken, section, material).map((ways) => ({
        ways,
        draft: (contents) => contents.map((content) => ({ content })),
      }))
    })
    const contents = withRhythm(stretches.map(({ ways }) => ways))
    return stretches.flatMap(({ draft }, index) => draft(contents[index] ?? []))
  })
}

/** Slides that stand or give way together, and what the author says of them. */
interface Stretch {
  ways: Ways
  draft(contents: readonly SlideContent[]): Draft[]
}

/** The slides before the objectives, made as those of a section. */
export function hookSlides(outline: Outline, material: Material): Draft[] {
  if (outline.hook === undefined) return []
  const section: Section = { title: outline.title, slides: outline.hook }
  return outline.hook.flatMap((slide) =>
    'take' in slide ? [] : drafts(slide, listedSlides(slide, section, material)[0]),
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

function listedSlides(slide: Listed, section: Section, material: Material): Ways {
  if (!('facts' in slide) || 'discuss' in slide) return [givenSlides(slide, section, material)]
  const facts = deckFacts(slide.facts, material)
  const members = facts.map(({ fact }) => fact)
  const context = { material, title: slide.title, section: section.title }
  const asked = layouts.find(({ name }) => name === slide.layout)
  if (asked?.fits(members)) return [asked.toSlides(facts, context)]
  const layout = chooseLayout(members)
  return layout
    ? waysOf(layout, facts, context)
    : [withRhythm(groupedWays(facts, section, material, slide.title)).flat()]
}

/** As the layout that was chosen shows the facts, and as others would, where they can show all of them. */
function waysOf(layout: FactLayout, facts: readonly DeckFact[], context: LayoutContext): Ways {
  const [chosen, ...others] = layoutWays(
    layout,
    facts.map(({ fact }) => fact),
  ).map((each) => each.toSlides(facts, context))
  const shows = (way: readonly SlideContent[]): boolean =>
    facts.every(({ view }) => way.some((content) => content.facts.includes(view.id)))
  return [chosen ?? [], ...others.filter(shows)]
}

function givenSlides(
  slide: Exclude<Listed, { facts: unknown; layout?: unknown }> | Extract<Listed, { discuss: unknown }>,
  section: Section,
  material: Material,
): SlideContent[] {
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
  return []
}

/** The ways of every group of facts that share slides. */
function groupedWays(
  facts: readonly DeckFact[],
  section: Section,
  material: Material,
  title?: string,
): Ways[] {
  const groups = groupFacts(facts)
  // A heading for many slides would only be counted up on them: it stands for the section's in theirs.
  const heading =
    groups.length === 1 ? { title, section: section.title } : { section: title ?? section.title }
  return groups.map(({ layout, facts: members }) => waysOf(layout, members, { material, ...heading }))
}

function takenFacts(take: Take, shown: ReadonlySet<string>, material: Material): DeckFact[] {
  return deckFacts(matchingFacts(take, material.base), material)
    .filter(({ fact }) => !shown.has(fact.id))
    .slice(0, take.most)
}

/**
 * What the author says stands on the first slide, with the answers that a class is likely to give; the time
 * that the author gives is for all of them together.
 */
function drafts(slide: Listed, contents: readonly SlideContent[]): Draft[] {
  const { say, minutes } = slide
  const answers = 'discuss' in slide ? slide.answers : undefined
  const halves = share(
    Math.round((minutes ?? 0) * 2),
    contents.map((content) => ({ weight: paceOf(content) })),
  )
  return contents.map((content, index) => ({
    content,
    ...(say && index === 0 ? { say } : {}),
    ...(answers && index === 0 ? { answers } : {}),
    ...(minutes === undefined ? {} : { minutes: (halves[index] ?? 0) / 2 }),
  }))
}
