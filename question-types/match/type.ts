// Pairs to find: who said what, which term means what.

import { messagesFor } from '../../contract/messages/registry.ts'
import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { knownId } from '../../scripts/facts/checks/known-id.ts'
import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import { askedOverflow, askedSpoken, askedTexts, type AskedCheckpoint } from '../asked/asked-checkpoint.ts'
import { fieldsRoom } from '../asked/fields-room.ts'
import type { QuestionType } from '../question-type.ts'
import { MatchQuestion } from './match-schema.ts'
import { arrangePairs, partnerOf, wordPair, type MatchView, type MatchWords } from './match-view.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

const words: Readonly<Record<string, MatchWords>> & { en: MatchWords } = { ar, de, en, uk }

/** To each thing on the left its partner on the right is chosen. */
export const match: QuestionType<MatchQuestion, MatchView, AskedCheckpoint> = {
  about: 'to each of two to eight things its partner is chosen: who said what, which term means what',
  cannot: ['a thing has one partner', 'partners are chosen from a list, lines are not drawn'],
  folder: 'match',
  example: {
    stem: 'Who gave which kind of figure for the bridge in 2024?',
    facts: ['mayor-cost', 'union-cost'],
    pairs: [
      {
        left: 'a floor of 40 million crowns',
        right: 'Mayor Ida Lind',
        because: 'She said that the bridge reportedly cost more than that.',
        fact: 'mayor-cost',
      },
      {
        left: 'a ceiling of 55 million crowns',
        right: "the builders' union",
        because: 'The union puts the cost at up to that.',
        fact: 'union-cost',
      },
    ],
    spare: [{ text: 'both of them', because: 'A floor and a ceiling are not the same, and each gave one.' }],
  },
  schema: MatchQuestion,
  words,
  check: (entry, base) => [...pairsDiffer(entry), ...knownReferences(entry, base)],
  parts: ({ pairs, spare }) => ({
    picks: 'none',
    choices: [],
    pairs: pairs.map(({ left, right, fact }, index) => ({
      left,
      right,
      path: ['pairs', index],
      ...(fact ? { fact } : {}),
    })),
    shuffled: () => [],
    keys: pairs.map(({ left, right, fact }, index) => ({
      text: `${left} – ${right}`,
      path: ['pairs', index, 'left'],
      ...(fact ? { fact } : {}),
    })),
    texts: [
      ...pairs.flatMap(({ left, right, because }, index) => [
        { what: 'left side', text: left, path: ['pairs', index, 'left'] },
        { what: 'right side', text: right, path: ['pairs', index, 'right'] },
        { what: 'explanation', text: because, path: ['pairs', index, 'because'] },
      ]),
      ...spare.flatMap(({ text, because }, index) => [
        { what: 'right side', text, path: ['spare', index, 'text'] },
        { what: 'explanation', text: because, path: ['spare', index, 'because'] },
      ]),
    ],
  }),
  view({ pairs, spare }, base) {
    const rights = [...new Set(pairs.map(({ right }) => right))]
    return {
      pairs: pairs.map(({ left, right, because }, index) => ({
        index,
        left,
        right: rights.indexOf(right),
        because,
      })),
      partners: [...rights.map((text) => ({ text, because: '' })), ...spare].map((each, index) => ({
        ...each,
        index,
        letter: '',
      })),
      write: wordsFor(base.unit.language).write,
    }
  },
  arrange: arrangePairs,
  seen: ({ pairs, partners }) => [
    pairs.map(({ left, right, because }) => [left, right, because]),
    partners.map(({ text, because }) => [text, because]),
  ],
  key: (view) => solvedLetters(view).join(', '),
  describe: (view) => ({
    form: 'match',
    prompt: view.stem,
    feedback: '',
    key: view.pairs.map((pair) => wordPair(view, pair)).join('; '),
    pairs: view.pairs.map((pair) => ({
      name: String(pair.index),
      left: pair.left,
      right: partnerOf(view, pair).text,
      feedback: pair.because,
    })),
    spare: view.partners
      .filter(({ because }) => because !== '')
      .map(({ text, because }) => ({ text, feedback: because })),
  }),
  slide: (view) => ({
    lines: view.pairs.map((pair, place) => ({
      mark: String(place + 1),
      text: pair.left,
      solved: ` – ${partnerOf(view, pair).text}`,
      right: false,
      because: pair.because,
    })),
    choices: view.partners.map(({ letter, text }) => `${letter} ${text}`),
    answer: solvedLetters(view).join(', '),
    because: '',
  }),
  slideTexts: askedTexts,
  slideOverflow: askedOverflow,
  spoken: askedSpoken,
  letters: () => 0,
  room: ({ pairs }) => fieldsRoom(pairs.length),
  sheet: ({ pairs, partners, write }) => ({
    lefts: pairs.map(({ left }) => left),
    partners: partners.map(({ letter, text }) => ({ letter, text })),
    write,
  }),
  solution: (view) => ({ letters: view.pairs.map((pair) => partnerOf(view, pair).letter) }),
  reasons: (view, versions) => ({
    pairs: view.pairs
      .toSorted((a, b) => a.index - b.index)
      .map((pair) => ({
        text: wordPair(view, pair),
        because: pair.because,
        letters: versions.map((each) => {
          const place = each.pairs.findIndex(({ index }) => index === pair.index)
          return place < 0 ? '' : `${place + 1} ${partnerOf(each, each.pairs[place]!).letter}`
        }),
      })),
    spare: view.partners
      .filter(({ because }) => because !== '')
      .map(({ text, because, index }) => ({
        text,
        because,
        letters: versions.map((each) => each.partners.find((other) => other.index === index)?.letter ?? ''),
      })),
  }),
}

function wordsFor(language: string): MatchWords {
  return words[messagesFor(language).language.tag] ?? words.en
}

/** "1 B" for each pair as it is shown. */
function solvedLetters(view: MatchView): string[] {
  return view.pairs.map((pair, place) => `${place + 1} ${partnerOf(view, pair).letter}`)
}

/** Each left once, two partners at least, and what is spare belongs to none. */
function pairsDiffer({ value, place }: Entry<MatchQuestion>): Diagnostic[] {
  const { id, pairs, spare } = value
  const rights = new Set(pairs.map(({ right }) => right))
  const doubled = pairs.flatMap(({ left }, index) =>
    pairs.findIndex((other) => other.left === left) < index
      ? error(
          place.in('pairs', index, 'left').location,
          'question/options-differ',
          `Unexpected second left side "${left}" in "${id}", expected each once`,
        )
      : [],
  )
  const alike =
    rights.size < 2
      ? [
          error(
            place.in('pairs').location,
            'question/options-differ',
            `Unexpected single right side in "${id}", expected at least two to choose from`,
          ),
        ]
      : []
  const notSpare = spare.flatMap(({ text }, index) =>
    rights.has(text) || spare.findIndex((other) => other.text === text) < index
      ? error(
          place.in('spare', index, 'text').location,
          'question/options-differ',
          `Unexpected "${text}" among what is spare in "${id}", expected something else than every right side`,
        )
      : [],
  )
  return [...doubled, ...alike, ...notSpare]
}

function knownReferences({ value, place }: Entry<MatchQuestion>, base: FactBase): Diagnostic[] {
  return value.pairs.flatMap(({ fact }, index) =>
    fact === undefined
      ? []
      : knownId(
          fact,
          base.facts,
          place.in('pairs', index, 'fact'),
          'question/known-fact',
          'fact',
          'the fact base',
        ),
  )
}
