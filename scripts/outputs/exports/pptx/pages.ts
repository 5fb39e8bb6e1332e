// What stands on each slide of a PowerPoint file, as plain data: texts, a table or a chart.

import type { Deck, LayoutSlide, Slide } from '../../../../contract/deck.ts'
import type { Messages } from '../../../../contract/messages/registry.ts'
import type { QuestionView } from '../../../../contract/question-view.ts'
import { barChart } from './bar-chart.ts'
import { checkpointPages } from './checkpoint-pages.ts'
import { mentionShapes, relayShapes } from './diagrams/rows.ts'
import { storyShapes } from './diagrams/story.ts'
import { timelineShapes } from './diagrams/timeline.ts'
import { transferShapes } from './diagrams/transfers.ts'
import { mapDrawing, pictureDrawing, type Drawing } from './drawings.ts'
import { handwrittenPages } from './handwritten.ts'
import { notesOf } from './notes.ts'
import { behind, big, lead, plain, point, small, type Body, type Page } from './page.ts'

/** The slides of a deck; a checkpoint is followed by one with its answer. */
export async function pagesOf(
  deck: Deck,
  questions: ReadonlyMap<string, QuestionView>,
  messages: Messages,
): Promise<Page[]> {
  const pages = await Promise.all(deck.slides.map((slide) => pageOf(slide, questions, messages)))
  return pages.flat()
}

async function pageOf(
  slide: Slide,
  questions: ReadonlyMap<string, QuestionView>,
  messages: Messages,
): Promise<Page[]> {
  const notes = notesOf(slide.notes, messages)
  if (slide.kind === 'handwritten') return handwrittenPages(slide, notes)
  if (slide.layout === 'checkpoint') {
    const question = questions.get(slide.props.question.id)
    return question ? checkpointPages(slide.props.title, question, notes, messages) : []
  }
  const { title } = slide.props
  return [{ title: title || slide.id, master: 'content', notes, ...bodyOf(slide, messages) }]
}

function bodyOf(slide: LayoutSlide, { exports: words, slides: onSlides }: Messages): Body {
  switch (slide.layout) {
    case 'cover': {
      const { subtitle, audience, unit } = slide.props
      return {
        master: 'opening',
        lines: [...(subtitle ? [lead(subtitle)] : []), plain(audience), small(unit)],
      }
    }
    case 'agenda':
      return {
        lines: [
          ...slide.props.objectives.map(point),
          ...slide.props.sections.map(({ title }, n) => plain(`${n + 1}. ${title}`)),
        ],
      }
    case 'section':
      return {
        master: 'opening',
        lines: slide.props.question ? [lead(slide.props.question)] : [],
        ...drawn(slide.props.picture && pictureDrawing(slide.props.picture, slide.pictures)),
      }
    case 'statement':
    case 'account':
      return { lines: [lead(slide.props.fact.statement), small(behind(slide.props.fact))] }
    case 'figure': {
      const { fact, quantity, comparison } = slide.props
      return {
        lines: [
          big(quantity.text),
          plain(quantity.label),
          lead(fact.statement),
          ...comparison.map((other) => point(`${other.quantity.label}: ${other.quantity.text}`)),
          ...[fact, ...comparison.map((other) => other.fact)].map((each) => small(behind(each))),
        ],
      }
    }
    case 'bars': {
      const { unit, bars } = slide.props
      return barChart(unit, bars)
    }
    case 'timeline':
      return { lines: [], diagram: timelineShapes(slide.props, onSlides.months) }
    case 'voices':
      return {
        lines: [],
        table: {
          head: [words.name, words.facts, words.articles],
          rows: slide.props.voices.map(({ speaker, role, fact }) => [
            role ? `${speaker}, ${role}` : speaker,
            fact.statement,
            behind(fact),
          ]),
        },
      }
    case 'disagreement': {
      const { about, reading, sides } = slide.props
      return {
        lines: [
          lead(about),
          ...sides.flatMap((side) => [point(side.statement), small(behind(side))]),
          plain(reading),
        ],
      }
    }
    case 'transfers':
      return { lines: [], diagram: transferShapes(slide.props) }
    case 'quotation': {
      const { quote, speaker, role, fact } = slide.props
      return {
        lines: [big(`“${quote}”`), plain(role ? `${speaker}, ${role}` : speaker), small(behind(fact))],
      }
    }
    case 'discussion':
      return {
        lines: [
          lead(slide.props.prompt),
          ...slide.props.points.map(point),
          ...slide.props.facts.map((fact) => small(`${fact.short}. ${behind(fact)}`)),
        ],
      }
    case 'arithmetic': {
      const { question, inputs, steps, conclusion, fact } = slide.props
      return {
        lines: [
          lead(question),
          ...inputs.map(({ label, text, citation }) => point(`${label}: ${text} (${citation})`)),
          ...steps.map(({ say, expression, result }) => plain(`${say}: ${expression} ${result}`)),
          lead(conclusion),
          small(behind(fact)),
        ],
      }
    }
    case 'guide':
      return { lines: [lead(slide.props.question)] }
    case 'primer':
      return {
        lines: [
          small(slide.props.label),
          ...slide.props.entries.map(({ name, text }) => point(`${name}: ${text}`)),
        ],
      }
    case 'answer':
      return { lines: [plain(slide.props.question), lead(slide.props.answer)] }
    case 'verdict':
      return {
        lines: slide.props.columns.flatMap(({ label, items }) => [
          lead(label),
          ...items.map(({ claim, why }) => point(`${claim}: ${why}`)),
        ]),
      }
    case 'recap':
      return { lines: slide.props.points.flatMap((fact) => [point(fact.short), small(behind(fact))]) }
    case 'sources':
      return {
        lines: slide.props.reviewed ? [small(slide.props.reviewed)] : [],
        table: {
          head: [words.articles, words.source.replace(/[:{].*$/u, ''), words.date],
          rows: slide.props.sources.map(({ title, label, publisher, author, date }) => [
            title,
            [label, [author, publisher ?? onSlides.unnamed].filter(Boolean).join(', ')]
              .filter(Boolean)
              .join(' · '),
            date,
          ]),
        },
      }
    case 'map':
      return {
        drawing: mapDrawing(slide),
        lines: slide.props.items.flatMap(({ fact, places, from, to }) => [
          point(
            `${
              from === undefined || to === undefined
                ? places.map((n) => slide.props.map.places[n]!.name).join(', ')
                : `${slide.props.map.places[from]!.name} → ${slide.props.map.places[to]!.name}`
            }: ${fact.short}`,
          ),
          small(behind(fact)),
        ]),
      }
    case 'picture': {
      const { picture, fact } = slide.props
      const drawing = pictureDrawing(picture, slide.pictures)
      return {
        ...drawn(drawing),
        lines: [
          ...(fact ? [lead(fact.short), small(behind(fact))] : []),
          ...(drawing ? [] : [plain(picture.alt)]),
          small(picture.credit),
        ],
      }
    }
    case 'relay':
      return { lines: [], diagram: relayShapes(slide.props, onSlides) }
    case 'mentions':
      return { lines: [], diagram: mentionShapes(slide.props, onSlides) }
    case 'buildup': {
      const { unit, limit, amounts } = slide.props
      const bars = [
        { label: limit.label, quantity: limit.quantity, fact: limit.fact },
        ...amounts.map(({ when, quantity, fact }) => ({ label: when, quantity, fact })),
      ]
      return barChart(unit, bars)
    }
    case 'story':
      return { lines: [], diagram: storyShapes(slide.props, onSlides.months) }
    case 'marks':
      return { lines: slide.props.marks.map(({ label, means }) => point(`${label}: ${means}`)) }
    case 'checkpoint':
      return { lines: [] }
  }
}

function drawn(drawing: Drawing | undefined): { drawing?: Drawing } {
  return drawing ? { drawing } : {}
}
