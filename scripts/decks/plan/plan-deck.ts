import type { Deck, Slide } from '../../../contract/deck.ts'
import type { Outline } from '../outline-schema.ts'
import { storySlides } from './frame/story.ts'
import {
  goalSlides,
  markSlides,
  openingSlides,
  recapSlides,
  sectionAnswer,
  sectionOpening,
  sourceSlides,
  verdictSlides,
} from './frame/frame-slides.ts'
import { planWords, type Draft, type Material } from './material.ts'
import { notesOf } from './notes/notes.ts'
import { sectionSlides } from './sections/section-slides.ts'
import { slideName } from './frame/slide-name.ts'
import { shareTime } from './time/time.ts'
import { freeName, uniqueTitles } from './frame/titles.ts'
import { fill } from '../../../contract/messages/wording.ts'

/**
 * Makes a deck of an outline: cover, agenda, how to read the marks, the sections with their slides, the whole
 * story, verdict, recap, back to the objectives, sources. Pure: the same outline and material give the same deck on every machine and every day. Every fact
 * that is listed or taken stands on a slide; among taken facts none comes before one it needs, and among
 * those that could come next the author's order wins. No slide holds more than its layout can show, titles
 * are unique, and the slides' minutes are halves whose sum is the deck's.
 */
export function planDeck({ id, value: outline }: { id: string; value: Outline }, material: Material): Deck {
  const contents = sectionSlides(outline, material)
  const recap = recapSlides(outline, contents, material)
  const verdict = [...storySlides(outline, contents, material), ...verdictSlides(outline, material)]
  const told = [...openingSlides(outline, material), ...contents.flat(), ...verdict, ...recap]
  const closing = [...verdict, ...recap, ...goalSlides(outline, material), ...sourceSlides(told, material)]
  const sections = (minutes: readonly number[] = []): Draft[][] =>
    contents.map((drafts, index) => [
      ...sectionOpening(outline, index, minutes[index], material),
      ...drafts,
      ...sectionAnswer(outline, index, drafts, material),
    ])
  const marks = markSlides(contents.flat(), material)
  const opening = (minutes?: readonly number[]): Draft[] => [
    ...openingSlides(outline, material, minutes),
    ...marks,
  ]
  const times = shareTime(outline, opening(), sections(), closing)
  const drafts = uniqueTitles(
    [...opening(times.sections), ...sections(times.sections).flat(), ...closing],
    (title, n, of) => fill(planWords(material).numbered, { title, n, of }),
  )
  const names = new Set<string>()
  return {
    id,
    title: outline.title,
    ...(outline.subtitle === undefined ? {} : { subtitle: outline.subtitle }),
    summary: outline.summary,
    audience: outline.audience,
    minutes: outline.minutes,
    language: material.base.unit.language,
    unit: material.base.unit.title,
    author: material.base.unit.author ?? '',
    objectives: [...outline.objectives],
    ...(material.base.unit.look === undefined || material.base.unit.look === 'paper'
      ? {}
      : { look: material.base.unit.look }),
    ...(outline.reveal === false ? { reveal: false } : {}),
    slides: drafts.map((draft, index): Slide => ({
      ...draft.content,
      id: freeName(slideName(draft.content), names, (name, count) => `${name}-${count}`),
      notes: notesOf(
        draft,
        { before: drafts[index - 1], after: drafts[index + 1] },
        (times.halves[index] ?? 0) / 2,
        outline,
        material,
      ),
    })),
  }
}
