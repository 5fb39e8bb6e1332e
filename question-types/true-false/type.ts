// A claim to call true or false, and the reason for it.

import { messagesFor } from '../../contract/messages/registry.ts'
import { lettered } from '../../contract/seeded-shuffle.ts'
import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { joinSupport, missingFrom } from '../../scripts/facts/evidence/support.ts'
import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import { factSupport } from '../../scripts/facts/fact-text.ts'
import { askedOverflow, askedSpoken, askedTexts, type AskedCheckpoint } from '../asked/asked-checkpoint.ts'
import type { Choice, QuestionType } from '../question-type.ts'
import { TrueFalseQuestion } from './true-false-schema.ts'
import type { TrueFalseView, TrueFalseWords } from './true-false-view.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

const words: Readonly<Record<string, TrueFalseWords>> & { en: TrueFalseWords } = { ar, de, en, uk }

/** Two steps: whether a claim is true, then why. Who guesses the first is found out by the second. */
export const trueFalse: QuestionType<TrueFalseQuestion, TrueFalseView, AskedCheckpoint> = {
  about: 'the claim of the stem is called true or false, then the reason for it is chosen',
  cannot: [
    'the reasons are the same whatever the verdict',
    'a right verdict with a wrong reason is half right',
  ],
  folder: 'true-false',
  example: {
    stem: 'The figure that mayor Ida Lind gave in 2024 is a ceiling.',
    true: false,
    because: 'Her figure is a floor: the bridge reportedly cost more than that.',
    reasons: [
      {
        text: 'She said "more than".',
        correct: true,
        because: 'What is more than a figure has it as its floor.',
      },
      { text: 'She said "up to".', because: "That is how the builders' union bounds its estimate." },
      {
        text: 'She gave an exact price.',
        because: 'She named a figure, but said that the cost lay above it.',
      },
    ],
  },
  schema: TrueFalseQuestion,
  words,
  check: (entry, base) => [...oneReason(entry), ...claimSupported(entry, base)],
  parts: ({ id, true: claims, because, reasons }) => {
    const choices: Choice[] = reasons.map((reason, index) => ({
      text: reason.text,
      right: reason.correct === true,
      because: reason.because,
      path: ['reasons', index],
    }))
    return {
      picks: 'one',
      claims,
      choices,
      shuffled: () =>
        lettered(
          choices.map((_, index) => ({ index })),
          id,
        ).map(({ index }) => choices[index]!),
      keys: choices.filter(({ right }) => right).map(({ text, path }) => ({ text, path: [...path, 'text'] })),
      texts: [
        { what: 'explanation', text: because, path: ['because'] },
        ...reasons.flatMap((reason, index) => [
          { what: 'option', text: reason.text, path: ['reasons', index, 'text'] },
          { what: 'explanation', text: reason.because, path: ['reasons', index, 'because'] },
        ]),
      ],
    }
  },
  view: (question, base) => ({
    claim: question.true,
    because: question.because,
    verdicts: wordsOf(base),
    reasons: question.reasons.map(({ text, correct, because }, index) => ({
      index,
      letter: '',
      text,
      correct: correct === true,
      because,
    })),
  }),
  arrange: (view, seed) => ({ ...view, reasons: lettered(view.reasons, seed) }),
  seen: ({ claim, because, reasons }) => [
    claim,
    because,
    reasons.map((reason) => [reason.text, reason.correct, reason.because]),
  ],
  key: ({ claim, verdicts, reasons }) => `${verdicts[`${claim}`]}, ${rightLetter(reasons)}`,
  describe: ({ stem, claim, because, verdicts, reasons }) => ({
    form: 'verdict',
    prompt: stem,
    feedback: because,
    key: [verdicts[`${claim}`], ...reasons.filter(({ correct }) => correct).map(({ text }) => text)].join(
      '; ',
    ),
    right: claim,
    words: { true: verdicts.true, false: verdicts.false },
    reasons: reasons.map((reason) => ({
      name: String(reason.index),
      text: reason.text,
      right: reason.correct,
      feedback: reason.because,
    })),
  }),
  slide: ({ claim, because, verdicts, reasons }) => ({
    lines: reasons.map((reason) => ({
      mark: reason.letter,
      text: reason.text,
      solved: '',
      right: reason.correct,
      because: reason.because,
    })),
    choices: [],
    answer: `${verdicts[`${claim}`]}, ${rightLetter(reasons)}`,
    because,
  }),
  slideTexts: askedTexts,
  slideOverflow: askedOverflow,
  spoken: askedSpoken,
  letters: () => 0,
  room: ({ reasons }) => reasons.length + 3,
  sheet: ({ verdicts, reasons }) => ({
    verdicts: [verdicts.trueShort, verdicts.falseShort],
    reasons: reasons.map(({ letter, text }) => ({ letter, text })),
  }),
  solution: ({ claim, verdicts, reasons }) => ({
    verdicts: [
      { letter: verdicts.trueShort, right: claim },
      { letter: verdicts.falseShort, right: !claim },
    ],
    reasons: reasons.map(({ letter, correct }) => ({ letter, right: correct })),
  }),
  reasons: ({ claim, because, verdicts, reasons }, versions) => ({
    verdict: verdicts[`${claim}`],
    because,
    reasons: reasons
      .toSorted((a, b) => a.index - b.index)
      .map((reason) => ({
        ...reason,
        letters: versions.map(
          (each) => each.reasons.find(({ index }) => index === reason.index)?.letter ?? '',
        ),
      })),
  }),
}

function wordsOf(base: FactBase): TrueFalseWords {
  return words[messagesFor(base.unit.language).language.tag] ?? words.en
}

function rightLetter(reasons: TrueFalseView['reasons']): string {
  return reasons.find(({ correct }) => correct)?.letter ?? ''
}

function oneReason({ value, place }: Entry<TrueFalseQuestion>): Diagnostic[] {
  const right = value.reasons.filter(({ correct }) => correct).length
  return right === 1
    ? []
    : [
        error(
          place.in('reasons').location,
          'question/key-count',
          `Unexpected ${right === 0 ? 'lack of a right reason' : `${right} right reasons`} in "${value.id}", expected exactly one`,
        ),
      ]
}

/** The figures of a true claim stand in the facts of its question. */
function claimSupported({ value, place }: Entry<TrueFalseQuestion>, base: FactBase): Diagnostic[] {
  if (!value.true) return []
  const facts = value.facts.flatMap((id) => base.facts.get(id)?.value ?? [])
  const support = joinSupport(facts.map((fact) => factSupport(fact, base)))
  return missingFrom(support, value.stem, base).figures.map(({ text }) =>
    error(
      place.in('stem').location,
      'question/key-supported',
      `Unexpected figure "${text}" in the claim of "${value.id}", which is called true, expected one that its facts contain (${value.facts.join(', ')})`,
    ),
  )
}
