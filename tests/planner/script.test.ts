// The speaker notes of our own decks as a script: they go on from what stands on the slide, and know what a class
// is likely to answer.

import { beforeAll, expect, test } from 'vitest'
import type { Deck, LayoutSlide } from '../../contract/deck.ts'
import { planVerdict } from '../../contract/measure/verdict.ts'
import { planVoices } from '../../contract/measure/voices.ts'
import type { SlideText } from '../../contract/capacity.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { slideTexts } from '../../scripts/decks/checks/slide-texts.ts'
import { packageRoot } from '../theme/real-decks.ts'

let decks: readonly Deck[]
beforeAll(async () => {
  decks = (await loadContent(packageRoot)).content!.decks
})

/** Texts that a class reads on the slide. Reasons of a checkpoint are its teacher's before the click. */
const read: ReadonlySet<SlideText['limit']> = new Set<SlideText['limit']>([
  'statement',
  'about',
  'reading',
  'stem',
  'prompt',
  'point',
  'sectionQuestion',
  'objective',
  'gloss',
  'answer',
  'claim',
  'why',
  'say',
  'conclusion',
])

function readOn(slide: LayoutSlide): string[] {
  const hidden =
    (slide.layout === 'verdict' && !planVerdict(slide.props.title, slide.props.columns).reasons) ||
    (slide.layout === 'voices' && !planVoices(slide.props.title, slide.props.voices))
  const voices = slide.layout === 'voices' ? slide.props.voices.map(({ fact }) => fact.statement) : []
  return hidden
    ? []
    : [
        ...slideTexts(slide.layout, slide.props).flatMap(({ limit, text }) => (read.has(limit) ? text : [])),
        ...voices,
      ].map((text) => text.replace(/[.!?…]+$/, ''))
}

test('notes repeat nothing that their slide shows', () => {
  let held = 0
  const repeated = decks.flatMap(({ id, slides }) =>
    slides.flatMap((slide, index) => {
      if (slide.kind !== 'layout') return []
      const { say, ask = '', answers = [] } = slide.notes
      const spoken = [...say, ask, ...answers.map(({ reply }) => reply)]
      const texts = readOn(slide)
      held += texts.length
      return texts
        .filter((text) => spoken.some((each) => each.includes(text)))
        .map((text) => `${id} ${index + 1} ${slide.layout}: ${text}`)
    }),
  )
  expect(repeated).toEqual([])
  expect(held).toBeGreaterThan(500)
})

test('notes of a discussion have likely answers, each with what to say to it', () => {
  const discussions = decks.flatMap(({ id, slides }) =>
    slides.flatMap((slide) =>
      slide.kind === 'layout' && slide.layout === 'discussion'
        ? [{ id, prompt: slide.props.prompt, answers: slide.notes.answers?.length ?? 0 }]
        : [],
    ),
  )
  // A prompt that goes on to another slide has them on its first.
  const first = discussions.filter(
    ({ prompt }, index) => discussions.findIndex((other) => other.prompt === prompt) === index,
  )
  expect(first.filter(({ answers }) => answers < 2)).toEqual([])
  expect(first.length).toBeGreaterThan(25)
})
