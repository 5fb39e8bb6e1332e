import type { ChoiceCheckpoint } from '../question-types/choice/choice-view.ts'
import type { Deck, FactLine, LayoutSlide } from '../contract/deck.ts'

/**
 * The text of a deck as Marp Markdown: every slide with its heading, what it shows, and its notes. Charts
 * become lists of their figures.
 */
export function marpMarkdown(deck: Deck): string {
  const slides = deck.slides.flatMap((slide) => {
    if (slide.kind !== 'layout') return []
    const { say, sources, minutes } = slide.notes
    const notes = [...say, ...sources.map((source) => `- ${source}`), `${minutes} min`].join('\n\n')
    return [`# ${slide.props.title}\n\n${bodyOf(slide).join('\n\n')}\n\n<!--\n${notes}\n-->`]
  })
  return `---\nmarp: true\ntitle: ${JSON.stringify(deck.title)}\npaginate: true\n---\n\n${slides.join('\n\n---\n\n')}\n`
}

function bodyOf(slide: LayoutSlide): string[] {
  switch (slide.layout) {
    case 'cover': {
      const { subtitle = '', audience, minutes, unit } = slide.props
      return [subtitle, `${unit} · ${audience} · ${minutes} min`]
    }
    case 'agenda':
      return [
        list(slide.props.objectives),
        list(slide.props.sections.map(({ title, minutes }) => `${title} (${minutes} min)`)),
      ]
    case 'marks':
      return [list(slide.props.marks.map(({ label, means }) => `**${label}** ${means}`))]
    case 'section':
      return [
        `${slide.props.number} of ${slide.props.of}, ${slide.props.minutes} min`,
        slide.props.question ?? '',
      ]
    case 'statement':
      return [line(slide.props.fact)]
    case 'figure':
      return [
        `## ${slide.props.quantity.text}`,
        line(slide.props.fact),
        list(slide.props.comparison.map(({ fact, quantity }) => `${quantity.text}: ${line(fact)}`)),
      ]
    case 'bars':
      return [
        list(
          slide.props.bars.map(({ label, quantity, fact }) => `${label}: ${quantity.text}. ${foot(fact)}`),
        ),
      ]
    case 'timeline':
      return [list(slide.props.events.map(({ when, fact }) => `**${when}** ${line(fact)}`))]
    case 'voices':
      return [
        list(
          slide.props.voices.map(({ speaker, role = '', fact }) => `**${speaker}**, ${role}: ${line(fact)}`),
        ),
      ]
    case 'quotation':
      return [
        `> ${slide.props.quote}`,
        `${slide.props.speaker}, ${slide.props.role ?? ''}`,
        line(slide.props.fact),
      ]
    case 'checkpoint': {
      const { stem, options, said } = slide.props.question as ChoiceCheckpoint
      return [
        stem,
        list(
          options.map(
            ({ letter, text, correct, because }) => `${letter} ${text}${correct ? ' ✓' : ''}: ${because}`,
          ),
        ),
        said,
      ]
    }
    case 'discussion':
      return [slide.props.prompt, list(slide.props.points), list(slide.props.facts.map(line))]
    case 'recap':
      return [list(slide.props.points.map(line))]
    case 'sources':
      return [
        list(
          slide.props.sources.map(
            ({ title, publisher = '', date, note = '' }) => `${title}, ${publisher}, ${date} ${note}`,
          ),
        ),
      ]
    default:
      throw new Error(`Unexpected layout ${slide.layout}, expected one that synthetic decks have`)
  }
}

function line(fact: FactLine): string {
  return `${fact.statement} ${foot(fact)}`
}

function foot({ statusLabel, said }: FactLine): string {
  return `*${statusLabel} · ${said}*`
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
