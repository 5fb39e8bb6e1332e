import type { FactBase } from '../facts/fact-base.ts'
import type { FactId } from '../facts/ids.ts'
import type { ShownText, ShownTexts } from '../facts/shown-texts.ts'
import type { Place } from '../source/json-document.ts'
import type { Banks } from './banks.ts'
import { questionsOf, type ReadQuestion } from './checks/check.ts'

/**
 * What people see of quizzes, but for answers to choose from: distractors are made up, and keys have rules of
 * their own.
 */
export function* questionTexts(banks: Banks, base: FactBase): Iterable<ShownTexts> {
  for (const bank of banks.banks) {
    const questions = questionsOf(bank, base)
    const { title, summary, minutes, objectives, notInFacts } = bank.value
    const facts = questions.flatMap(factsOf)
    const text = (kind: string, words: string, at: Place): ShownText => ({
      kind,
      text: words,
      at,
      of: `quiz "${bank.id}"`,
      facts,
      // How much it asks and how long it takes is the quiz's own to say.
      given: [questions.length, minutes ?? ''].join('\n'),
    })
    yield {
      texts: [
        text('title', title, bank.place.in('title')),
        text('summary', summary, bank.place.in('summary')),
        ...objectives.map((each, index) =>
          text('objective', each.text, bank.place.in('objectives', index, 'text')),
        ),
      ],
      excuses: notInFacts ?? [],
      excuseAt: (index) => bank.place.in('notInFacts', index).location,
    }
    for (const question of questions) yield textsOf(question)
  }
}

function textsOf(read: ReadQuestion): ShownTexts {
  const { value, place, parts } = read
  const { id, stem, hint, image, notInFacts } = value
  const about = { of: `question "${id}"`, facts: factsOf(read), background: value.background ?? [] }
  const given = [stem, ...parts.choices.map(({ text }) => text)].join('\n')
  return {
    texts: [
      {
        kind: 'stem',
        text: stem,
        at: place.in('stem'),
        ...about,
        // What is false has to say something that no fact has; the rules of verdicts judge it.
        ...(parts.claims === false ? { madeUp: true as const } : {}),
      },
      ...(image === undefined
        ? []
        : [
            {
              kind: 'alternative text',
              text: image.alt,
              at: place.in('image', 'alt'),
              ...about,
              given: stem,
            },
          ]),
      ...(hint === undefined
        ? []
        : [
            {
              kind: 'hint',
              text: hint,
              at: place.in('hint'),
              ...about,
              given: stem,
              anyName: true as const,
            },
          ]),
      ...parts.texts
        .filter(({ what }) => what !== 'option')
        .map(({ what, text, path }) => ({
          kind: what,
          text,
          at: place.in(...path),
          ...about,
          given,
          anyName: true as const,
        })),
    ],
    excuses: notInFacts ?? [],
    excuseAt: (index) => place.in('notInFacts', index).location,
  }
}

/** The facts of which the texts of a question may speak: its own, and those of which its distractors are true. */
export function factsOf({ value, parts }: Pick<ReadQuestion, 'value' | 'parts'>): FactId[] {
  return [
    ...value.facts,
    ...parts.choices.flatMap(({ trueOf, quantity }) => [trueOf ?? [], quantity?.fact ?? []].flat()),
    ...parts.keys.flatMap(({ fact }) => fact ?? []),
  ]
}
