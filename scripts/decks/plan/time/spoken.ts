import type { LayoutName, Slide } from '../../../../contract/deck.ts'

/** Words a minute that a class can follow. */
const wordsAMinute = 130

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
 * Minutes that a slide takes as its notes tell it: their words at 130 a minute, and what the class needs to
 * think. A list of sources is shown and not read out; nobody knows what is said to hand-written slides: they
 * take what they are given.
 */
export function spokenMinutes(slide: Slide, language: string): number {
  if (slide.kind === 'handwritten') return slide.notes.minutes
  if (slide.layout === 'sources') return aMoment
  const { say, ask } = slide.notes
  const words = [...say, ...(ask === undefined ? [] : [ask])].reduce(
    (sum, text) => sum + countWords(text, language),
    0,
  )
  const quiet =
    slide.layout === 'discussion' && slide.props.points.length === 0 ? aMoment : thinking[slide.layout]
  return words / wordsAMinute + (quiet ?? 0)
}

/** By language: to make one takes as long as to divide some hundred sentences. */
const segmenters = new Map<string, Intl.Segmenter>()

/** The same notes are counted for their section and for their deck, and the same question is asked in many. */
const counted = new Map<string, number>()

function countWords(text: string, language: string): number {
  const key = `${language} ${text}`
  const known = counted.get(key)
  if (known !== undefined) return known
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  counted.set(key, words)
  return words
}
