// Things to put into order: dates, steps, sizes.

import { messagesFor } from '../../contract/messages/registry.ts'
import { error, type Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { knownQuantity } from '../../scripts/facts/checks/known-facts.ts'
import { knownId } from '../../scripts/facts/checks/known-id.ts'
import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import { findQuantity } from '../../scripts/facts/quantity-text.ts'
import { askedOverflow, askedSpoken, askedTexts, type AskedCheckpoint } from '../asked/asked-checkpoint.ts'
import { fieldsRoom } from '../asked/fields-room.ts'
import type { QuestionType } from '../question-type.ts'
import { OrderQuestion } from './order-schema.ts'
import { arrangeOrder, type OrderItem, type OrderView, type OrderWords } from './order-view.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

const words: Readonly<Record<string, OrderWords>> & { en: OrderWords } = { ar, de, en, uk }

/** Things are put into order; how much of it is right counts by the pairs that stand the right way round. */
export const order: QuestionType<OrderQuestion, OrderView, AskedCheckpoint> = {
  about: 'three to eight things are put into order, by dragging or with the keyboard',
  cannot: ['two things cannot share a place', 'an order that is nearly right is half right'],
  folder: 'order',
  example: {
    stem: 'Order what is said of the cost of the bridge from 2024, from the smallest figure to the largest.',
    facts: ['mayor-cost', 'union-cost'],
    items: [
      {
        text: 'the gap between the two figures',
        because: 'It is 15 million crowns, the ceiling less the floor.',
      },
      {
        text: "the floor in the mayor's words",
        because: 'She said that it reportedly cost more than 40 million crowns.',
        quantity: { fact: 'mayor-cost', quantity: 'cost' },
      },
      {
        text: "the ceiling of the builders' union",
        because: 'The union puts it at up to 55 million crowns.',
        quantity: { fact: 'union-cost', quantity: 'cost' },
      },
    ],
  },
  schema: OrderQuestion,
  words,
  check: (entry, base) => [
    ...itemsDiffer(entry),
    ...knownReferences(entry, base),
    ...orderHolds(entry, base),
  ],
  parts: ({ items }) => ({
    picks: 'none',
    choices: [],
    shuffled: () => [],
    keys: items.map(({ text, fact, quantity }, index) => ({
      text,
      path: ['items', index, 'text'],
      ...(fact || quantity ? { fact: fact ?? quantity!.fact } : {}),
    })),
    texts: items.flatMap(({ text, because }, index) => [
      { what: 'item', text, path: ['items', index, 'text'] },
      { what: 'explanation', text: because, path: ['items', index, 'because'] },
    ]),
  }),
  view({ id, items }, base) {
    const shown = items.map(({ text, because }, index) => ({ index, letter: '', text, because }))
    return { ...arranged(shown, id), write: wordsFor(base.unit.language).write }
  },
  arrange: (view, seed) => ({ ...view, ...arranged(view.items, seed) }),
  seen: ({ solved }) => solved.map(({ text, because }) => [text, because]),
  key: ({ solved }) => letters(solved),
  describe: ({ stem, solved }) => ({
    form: 'order',
    prompt: stem,
    feedback: '',
    key: solved.map(({ text }) => text).join('; '),
    items: solved.map(({ index, text, because }) => ({ name: String(index), text, feedback: because })),
  }),
  slide: ({ items, solved }) => ({
    lines: items.map(({ letter, text, because }) => ({
      mark: letter,
      text,
      solved: '',
      right: false,
      because,
    })),
    choices: [],
    answer: letters(solved),
    because: '',
  }),
  slideTexts: askedTexts,
  slideOverflow: askedOverflow,
  spoken: (slide) => {
    const { keys, reasons } = askedSpoken(slide)
    return { keys, reasons: reasons.map((each) => ({ ...each, right: true })) }
  },
  letters: () => 0,
  room: ({ items }) => fieldsRoom(items.length),
  sheet: ({ items, write }) => ({ items: items.map(({ letter, text }) => ({ letter, text })), write }),
  solution: ({ solved }) => ({ letters: solved.map(({ letter }) => letter) }),
  reasons: ({ solved }, versions) => ({
    items: solved.map(({ index, text, because }) => ({
      text,
      because,
      letters: versions.map((each) => each.items.find((item) => item.index === index)?.letter ?? ''),
    })),
  }),
}

function wordsFor(language: string): OrderWords {
  return words[messagesFor(language).language.tag] ?? words.en
}

function arranged(items: readonly OrderItem[], seed: string): Pick<OrderView, 'items' | 'solved'> {
  const shown = arrangeOrder(items, seed)
  return { items: shown, solved: shown.toSorted((a, b) => a.index - b.index) }
}

function letters(items: readonly OrderItem[]): string {
  return items.map(({ letter }) => letter).join(', ')
}

function itemsDiffer({ value, place }: Entry<OrderQuestion>): Diagnostic[] {
  return value.items.flatMap(({ text }, index) =>
    value.items.findIndex((other) => other.text === text) < index
      ? error(
          place.in('items', index, 'text').location,
          'question/options-differ',
          `Unexpected second item "${text}" in "${value.id}", expected items that differ`,
        )
      : [],
  )
}

function knownReferences({ value, place }: Entry<OrderQuestion>, base: FactBase): Diagnostic[] {
  return value.items.flatMap(({ fact, quantity }, index) => [
    ...(quantity ? knownQuantity(quantity, base, place.in('items', index, 'quantity'), 'question') : []),
    ...(fact === undefined
      ? []
      : knownId(
          fact,
          base.facts,
          place.in('items', index, 'fact'),
          'question/known-fact',
          'fact',
          'the fact base',
        )),
  ])
}

/**
 * Items that name where their place comes from stand in that order: dates among themselves, values of one
 * unit among themselves. Of a span counts its beginning, of a range its middle; what is the same leaves the
 * order open.
 */
function orderHolds({ value, place }: Entry<OrderQuestion>, base: FactBase): Diagnostic[] {
  const reasons = value.items.map(({ fact, quantity }) => {
    const found = quantity && findQuantity(quantity, base)
    if (found) {
      const at = found.value ?? ((found.low ?? 0) + (found.high ?? 0)) / 2
      return { by: found.unit, at, text: String(at) }
    }
    const from = fact === undefined ? undefined : base.facts.get(fact)?.value.when?.from
    return from === undefined ? undefined : { by: 'date', at: from, text: from }
  })
  return reasons.flatMap((own, index) => {
    const before = reasons.slice(0, index).findLast((each) => each && each.by === own?.by)
    if (!own || !before) return []
    const rises = own.by === 'date' ? isLater(own.text, before.text) : Number(own.at) > Number(before.at)
    const falls = own.by === 'date' ? isLater(before.text, own.text) : Number(own.at) < Number(before.at)
    if (value.descending ? falls : rises) return []
    return [
      error(
        place.in('items', index).location,
        'question/order-holds',
        `Unexpected ${own.text} after ${before.text} in "${value.id}", expected ${value.descending ? 'something earlier or smaller' : 'something later or larger'}`,
        rises || falls
          ? 'put the items into the right order; they are shuffled when they are shown'
          : 'what is alike has no order of its own; leave one of the two out',
      ),
    ]
  })
}

/** Whether one ISO date of reduced precision is surely later than another: 2024-06 is not later than 2024. */
function isLater(one: string, other: string): boolean {
  const shared = Math.min(one.length, other.length)
  return one.slice(0, shared) > other.slice(0, shared)
}
