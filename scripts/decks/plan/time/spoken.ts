import type { LayoutName, LayoutSlide, Slide } from '../../../../contract/deck.ts'
import { planVoices } from '../../../../contract/measure/voices.ts'
import { wordCounter } from '../../../languages/word-counter.ts'

/** Words a minute that a class can follow. */
const wordsAMinute = 130
/** Words a minute that a class reads for itself. */
const readAMinute = 200

/** Minutes in which a class thinks, votes or talks on a slide, beside what its teacher says. */
const thinking: Partial<Record<LayoutName, number>> = {
  guide: 0.5,
  checkpoint: 1,
  discussion: 2.5,
  disagreement: 0.5,
  arithmetic: 0.5,
}

/** A question on the screen without points to weigh: a moment of quiet, not yet a talk. */
const aMoment = 0.5

/**
 * Minutes that a slide takes: the words of its notes and those that are read on it, and what the class needs to
 * think; the replies to likely answers are part of its talk. A list of sources is shown and not read out; nobody
 * knows what is said to hand-written slides: they take what they are given.
 */
export function spokenMinutes(slide: Slide, language: string): number {
  if (slide.kind === 'handwritten') return slide.notes.minutes
  if (slide.layout === 'sources') return aMoment
  const { say, ask } = slide.notes
  const wordsIn = wordCounter(language)
  const count = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + wordsIn(text), 0)
  const words = count([...say, ...(ask === undefined ? [] : [ask])]) / wordsAMinute
  const quiet =
    slide.layout === 'discussion' && slide.props.points.length === 0 ? aMoment : thinking[slide.layout]
  return words + count(readTogether(slide)) / readAMinute + (quiet ?? 0)
}

/** What stands on a slide to be read there, so that its notes do not repeat it. */
function readTogether(slide: LayoutSlide): string[] {
  switch (slide.layout) {
    case 'guide':
      return [slide.props.question]
    case 'agenda':
      return [...slide.props.objectives, ...slide.props.sections.map(({ title }) => title)]
    case 'section':
      return [slide.props.title, slide.props.question ?? '']
    case 'marks':
      return slide.props.marks.flatMap(({ label, means }) => [label, means])
    case 'primer':
      return slide.props.entries.flatMap(({ name, text }) => [name, text])
    case 'voices':
      return planVoices(slide.props.title, slide.props.voices)
        ? slide.props.voices.map(({ fact }) => fact.statement)
        : []
    case 'disagreement':
      return [...slide.props.sides.map(({ statement }) => statement), slide.props.reading]
    case 'arithmetic':
      return [
        slide.props.question,
        ...slide.props.steps.flatMap(({ say, expression, result }) => [say, expression, result]),
        slide.props.conclusion,
      ]
    case 'checkpoint':
      return [slide.props.question.stem]
    case 'discussion':
      return [slide.props.prompt, ...slide.props.points]
    case 'answer':
      return [slide.props.question, slide.props.answer]
    case 'verdict':
      return slide.props.columns.flatMap(({ items }) => items.flatMap(({ claim, why }) => [claim, why]))
    default:
      return []
  }
}
