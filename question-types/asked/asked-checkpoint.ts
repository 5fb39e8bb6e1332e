// What types share whose question is asked in lines, if any, and answered in one: how it stands on a slide.
// No Node here: the slides take it.

import { capacity, type SlideText } from '../../contract/capacity.ts'
import type { CheckpointQuestion } from '../../contract/deck.ts'
import { bodyWidth } from '../../contract/measure/frame.ts'
import { fitSize, textHeight } from '../../contract/measure/text.ts'

/** A line below the stem. */
interface AskedLine {
  /** A letter or a number; empty where there is none. */
  mark: string
  text: string
  /** What the click adds to the line; empty where it adds nothing. */
  solved: string
  /** Whether the click marks it as right. */
  right: boolean
  because: string
}

/** A question in lines on a slide. */
export interface AskedCheckpoint extends CheckpointQuestion {
  lines: AskedLine[]
  /** What there is to choose from, below the lines; none where the lines say it. */
  choices: string[]
  /** In large type once the click has come. */
  answer: string
  /** Below the answer. */
  because: string
}

/** Type sizes in px for stem, lines and reasons. */
interface Sizes {
  stem: number
  line: number
  because: number
}

const largest: readonly Sizes[] = [
  { stem: 44, line: 34, because: 28 },
  { stem: 44, line: 30, because: 26 },
  { stem: 42, line: 28, because: 24 },
  { stem: 38, line: 26, because: 22 },
  { stem: 34, line: 24, because: 20 },
  { stem: 30, line: 24, because: 18 },
  { stem: 26, line: 22, because: 18 },
]

/** In px: the room of a slide whose sources take two lines. */
const usualRoom = 440

/** Height with the gap below; of no text nothing. */
function high(text: string, size: number): number {
  return text === '' ? 0 : textHeight(text, size, bodyWidth - 40, 1.26) + 8
}

/** The largest sizes at which all of it has room; the last ones, and `fits` false, where none are. */
export function sizesOf(question: AskedCheckpoint, height: number): Sizes & { fits: boolean } {
  for (const sizes of largest) {
    const stem = fitSize(question.stem, {
      width: bodyWidth,
      height: 120,
      max: sizes.stem,
      min: 24,
      leading: 1.18,
      face: 'serif',
    })
    const needed =
      textHeight(question.stem, stem, bodyWidth, 1.18, 'serif') +
      question.lines.reduce(
        (sum, { text, solved, because }) =>
          sum + high(text + solved, sizes.line) + high(because, sizes.because) + 4,
        24,
      ) +
      high(question.choices.join('     '), sizes.line) +
      high(question.answer, sizes.line * 1.2) +
      high(question.because, sizes.because)
    if (needed <= height) return { ...sizes, stem, fits: true }
  }
  return { ...largest.at(-1)!, fits: false }
}

/** The texts of the slide that have a limit. */
export function askedTexts({ id, lines, because }: AskedCheckpoint): SlideText[] {
  return [
    ...lines.flatMap(({ text, because: why }, at): SlideText[] => [
      { limit: 'statement', text, of: `line ${at + 1} of question "${id}"` },
      ...(why === ''
        ? []
        : [{ limit: 'because' as const, text: why, of: `the reason of line ${at + 1} of question "${id}"` }]),
    ]),
    ...(because === ''
      ? []
      : [{ limit: 'because' as const, text: because, of: `the reason of question "${id}"` }]),
  ]
}

/** Why a slide has no room for it. */
export function askedOverflow(question: AskedCheckpoint): string | undefined {
  const { lines } = question
  if (lines.length > capacity.checkpoint.lines)
    return `${lines.length} lines, expected at most ${capacity.checkpoint.lines} on a slide`
  return sizesOf(question, usualRoom).fits
    ? undefined
    : 'more text than a slide has room for, expected shorter lines and reasons'
}

/** The answer and its reasons, for the notes. */
export function askedSpoken({ lines, answer, because }: AskedCheckpoint): {
  keys: string[]
  reasons: { of?: string; right: boolean; because: string }[]
} {
  return {
    keys: [answer],
    reasons: [
      ...(because === '' ? [] : [{ right: true, because }]),
      ...lines.flatMap(({ mark, text, solved, right, because: why }) =>
        why === '' ? [] : [{ of: mark || text + solved, right: right || solved !== '', because: why }],
      ),
    ],
  }
}
