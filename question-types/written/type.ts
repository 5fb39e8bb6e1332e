// Words to write: a short answer, or the gaps of a text.

import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import type { Entry } from '../../scripts/facts/fact-base.ts'
import type { Place } from '../../scripts/source/json-document.ts'
import { askedOverflow, askedSpoken, askedTexts, type AskedCheckpoint } from '../asked/asked-checkpoint.ts'
import type { QuestionParts, QuestionType } from '../question-type.ts'
import { foldAnswer } from './fold-answer.ts'
import { ClozeQuestion, ShortAnswerQuestion } from './written-schema.ts'
import type { Gap, WrittenView, WrittenWords } from './written-view.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

const words: Readonly<Record<string, WrittenWords>> = { ar, de, en, uk }

/** What both kinds do alike. */
const shared = {
  folder: 'written',
  words,
  arrange: (view: WrittenView) => view,
  seen: ({ pieces, gaps }: WrittenView) => [pieces, gaps.map(seenOf)],
  key: ({ gaps }: WrittenView) => keyOf(gaps),
  slideTexts: askedTexts,
  slideOverflow: askedOverflow,
  spoken: askedSpoken,
  letters: () => 0,
  reasons: ({ kind, pieces, gaps }: WrittenView) => ({
    text:
      kind === 'cloze'
        ? filled(
            pieces,
            gaps.map(({ accepted }) => accepted[0]!),
          )
        : '',
    gaps: gaps.map(({ accepted: [best, ...others], because, mistakes }) => ({
      best,
      others,
      because,
      mistakes: mistakes.map((mistake) => ({ text: mistake.texts.join(', '), because: mistake.because })),
    })),
  }),
}

/** A word or a few are written. */
export const shortAnswer: QuestionType<ShortAnswerQuestion, WrittenView, AskedCheckpoint> = {
  ...shared,
  about: 'a word or a few are written; a spelling variant is told from a wrong answer',
  cannot: ['only the wordings that the author lists are right', 'long answers cannot be graded'],
  example: {
    stem: 'Who said in 2024 that the bridge had reportedly cost more than 40 million crowns?',
    accepted: ['Ida Lind', 'Lind', 'Mayor Ida Lind', 'the mayor'],
    because: 'The floor is in the words of the mayor.',
    mistakes: [
      { texts: ["the builders' union", "builders' union"], because: 'The union gave a ceiling of its own.' },
    ],
  },
  schema: ShortAnswerQuestion,
  check: ({ value, place }) => mistakesAreWrong(value, place),
  parts: (question) => partsOfGaps([{ ...question, path: [], asked: question.stem }]),
  view: ({ accepted, because, mistakes }) => ({
    kind: 'short-answer',
    pieces: ['', ''],
    gaps: [{ accepted, because, mistakes }],
  }),
  describe: ({ stem, gaps: [gap] }) => ({
    form: 'text',
    prompt: stem,
    feedback: gap!.because,
    key: gap!.accepted[0]!,
    accepted: gap!.accepted,
    mistakes: gap!.mistakes.map(({ texts, because }) => ({ texts, feedback: because })),
  }),
  slide: ({ gaps: [gap] }) => ({ lines: [], choices: [], answer: gap!.accepted[0]!, because: gap!.because }),
  room: () => 6,
  sheet: () => ({ pieces: [] }),
  solution: ({ gaps }) => ({ text: keyOf(gaps) }),
}

/** Gaps of a text are filled in. */
export const cloze: QuestionType<ClozeQuestion, WrittenView, AskedCheckpoint> = {
  ...shared,
  about: 'up to six gaps in a text are filled in; each counts',
  cannot: [
    'only the wordings that the author lists are right',
    'a gap cannot depend on what stands in another',
  ],
  example: {
    stem: 'Fill in what mayor Ida Lind said of the bridge in 2024.',
    text: 'The bridge reportedly cost {bound} 40 million {unit}.',
    gaps: [
      {
        id: 'bound',
        accepted: ['more than', 'over', 'above'],
        because: 'Her figure is a floor.',
        mistakes: [{ texts: ['up to', 'at most'], because: 'That is how the union bounds its figure.' }],
      },
      { id: 'unit', accepted: ['crowns'], because: 'Both figures are in crowns.' },
    ],
  },
  schema: ClozeQuestion,
  check: (entry) => [
    ...gapsInText(entry),
    ...entry.value.gaps.flatMap((gap, index) => mistakesAreWrong(gap, entry.place.in('gaps', index))),
  ],
  parts({ stem, text, gaps }) {
    const around = piecesOf(text)
    const { texts, ...parts } = partsOfGaps(
      gaps.map((gap, index) => ({
        ...gap,
        path: ['gaps', index],
        asked: `${stem} ${around.join(' ')}`,
        filled: (answer) =>
          filled(
            around,
            gaps.map(({ accepted: [best] }, at) => (at === index ? answer : best!)),
          ),
      })),
    )
    const pieces = around.filter((piece) => piece.trim() !== '')
    return {
      ...parts,
      texts: [...pieces.map((piece) => ({ what: 'text', text: piece, path: ['text'] })), ...texts],
    }
  },
  view: ({ text, gaps }) => ({
    kind: 'cloze',
    pieces: piecesOf(text),
    gaps: gaps.map(({ accepted, because, mistakes }) => ({ accepted, because, mistakes })),
  }),
  describe: ({ stem, pieces, gaps }) => ({
    form: 'cloze',
    prompt: stem,
    feedback: '',
    key: keyOf(gaps),
    text: pieces.flatMap((piece, at) => {
      const gap = gaps[at]
      return gap ? [piece, { name: String(at), accepted: gap.accepted, feedback: gap.because }] : [piece]
    }),
  }),
  slide: ({ pieces, gaps }) => ({
    lines: [
      {
        mark: '',
        text: filled(
          pieces,
          gaps.map((_, at) => `____ (${at + 1})`),
        ),
        solved: '',
        right: false,
        because: '',
      },
    ],
    choices: [],
    answer: keyOf(gaps),
    because: gaps.map(({ because }) => because).join(' '),
  }),
  room: () => 6,
  sheet: ({ pieces }) => ({ pieces }),
  solution: ({ gaps }) => ({ text: keyOf(gaps) }),
}

function keyOf(gaps: readonly Gap[]): string {
  return gaps.map(({ accepted }) => accepted[0]).join('; ')
}

function seenOf({ accepted, because, mistakes }: Gap): unknown {
  return [accepted, because, mistakes.map((mistake) => [mistake.texts, mistake.because])]
}

function filled(pieces: readonly string[], gaps: readonly string[]): string {
  return pieces.map((piece, at) => piece + (gaps[at] ?? '')).join('')
}

const gapMark = /\{([a-z][a-z0-9-]*)\}/

function piecesOf(text: string): string[] {
  return text.split(gapMark).filter((_, at) => at % 2 === 0)
}

interface AskedGap extends Gap {
  path: (string | number)[]
  asked: string
  filled?: (answer: string) => string
}

function partsOfGaps(gaps: readonly AskedGap[]): QuestionParts {
  return {
    picks: 'none',
    choices: [],
    written: gaps.map(({ accepted, because, mistakes, path, asked, filled: fill }) => ({
      asked,
      ...(fill ? { filled: fill } : {}),
      choices: [
        { text: accepted[0]!, right: true, because, path: [...path, 'accepted', 0] },
        ...mistakes.flatMap((mistake, at) =>
          mistake.texts.map((text, index) => ({
            text,
            right: false,
            because: mistake.because,
            path: [...path, 'mistakes', at, 'texts', index],
          })),
        ),
      ],
    })),
    shuffled: () => [],
    keys: gaps.map(({ accepted, path }) => ({ text: accepted[0]!, path: [...path, 'accepted', 0] })),
    texts: gaps.flatMap(({ accepted, because, mistakes, path }) => [
      ...accepted.map((text, at) => ({ what: 'answer', text, path: [...path, 'accepted', at] })),
      ...mistakes.flatMap((mistake, at) => [
        ...mistake.texts.map((text, index) => ({
          what: 'wrong answer',
          text,
          path: [...path, 'mistakes', at, 'texts', index],
        })),
        { what: 'explanation', text: mistake.because, path: [...path, 'mistakes', at, 'because'] },
      ]),
      { what: 'explanation', text: because, path: [...path, 'because'] },
    ]),
  }
}

/** What is explained as a mistake must not count as right. */
function mistakesAreWrong(gap: Gap, place: Place): Diagnostic[] {
  const right = new Set(gap.accepted.map(foldAnswer))
  return gap.mistakes.flatMap(({ texts }, at) =>
    texts.flatMap((text, index) =>
      right.has(foldAnswer(text))
        ? error(
            place.in('mistakes', at, 'texts', index).location,
            'question/mistake-wrong',
            `Unexpected "${text}" among the mistakes, expected an answer that does not count as right`,
          )
        : [],
    ),
  )
}

/** Every gap stands in the text once, in the order of `gaps`, and nothing else in braces does. */
function gapsInText({ value, place }: Entry<ClozeQuestion>): Diagnostic[] {
  const inText = value.text.split(gapMark).filter((_, at) => at % 2 === 1)
  const ids = value.gaps.map(({ id }) => id)
  return inText.join(' ') === ids.join(' ')
    ? []
    : [
        error(
          place.in('text').location,
          'question/gaps-in-text',
          `Unexpected gaps in the text of "${value.id}" (${inText.map((id) => `{${id}}`).join(' ') || 'none'}), expected those of "gaps" in their order, each once (${ids.map((id) => `{${id}}`).join(' ')})`,
        ),
      ]
}
