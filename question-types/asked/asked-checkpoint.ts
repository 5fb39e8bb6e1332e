// What types share whose question is asked in lines, if any, and answered in one: how it stands on a slide.
// No Node here: the slides take it.

import { capacity, type SlideText } from '../../contract/capacity.ts'
import type { CheckpointQuestion } from '../../contract/deck.ts'
import { bodyWidth, checkpointHeight } from '../../contract/measure/frame.ts'
import { textHeight } from '../../contract/measure/text.ts'

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

/** Which reasons stand on the slide; the others are in the notes. */
type Reasons = (typeof fewerReasons)[number]

/** How an asked question is set. */
export interface AskedPlan extends Sizes {
  reasons: Reasons
  /** Whether there is room for it. */
  fits: boolean
}

const fewerReasons = ['all', 'of what is right', 'of the answer', 'none'] as const

/** Nothing that a class reads is smaller than 24 px: where there is no room, reasons go, not type. */
const steps: readonly Sizes[] = [
  { stem: 36, line: 28, because: 24 },
  { stem: 30, line: 24, because: 24 },
]

/** Height with the gap below; of no text nothing. */
function high(text: string, size: number): number {
  return text === '' ? 0 : textHeight(text, size, bodyWidth - 40, 1.26) + 8
}

/** Whether the reason of a line stands on the slide. */
export function showsReason({ right, because }: AskedLine, reasons: Reasons): boolean {
  return because !== '' && (reasons === 'all' || (reasons === 'of what is right' && right))
}

/** The largest type at which all of it has room, with as many reasons as can be read. */
export function planAsked(question: AskedCheckpoint, height = checkpointHeight): AskedPlan {
  for (const reasons of fewerReasons)
    for (const sizes of steps)
      if (neededHeight(question, sizes, reasons) <= height) return { ...sizes, reasons, fits: true }
  return { ...steps.at(-1)!, reasons: 'none', fits: false }
}

function neededHeight(question: AskedCheckpoint, sizes: Sizes, reasons: Reasons): number {
  return (
    textHeight(question.stem, sizes.stem, bodyWidth, 1.18, 'serif') +
    question.lines.reduce(
      (sum, line) =>
        sum +
        high(`${line.mark} ${line.text}${line.solved}`, sizes.line) +
        (showsReason(line, reasons) ? high(line.because, sizes.because) : 0) +
        4,
      24,
    ) +
    high(question.choices.join('     '), sizes.line) +
    high(question.answer, sizes.line * 1.2) +
    (reasons === 'none' ? 0 : high(question.because, sizes.because))
  )
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
  return planAsked(question).fits
    ? undefined
    : 'more text than a slide has room for, expected a shorter stem or shorter lines'
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
