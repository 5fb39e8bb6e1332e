// Outputs of no use, one of each scope, for tests that add them to the table.

import { warning } from '../../scripts/diagnostics/diagnostic.ts'
import { output } from '../../scripts/outputs/output.ts'

/** What was made, in order: "census of unit", "list of bridge". */
export const emitted: string[] = []

/** `census.txt`: how many there are of what, and how many files the others made. */
export const census = output({
  name: 'census',
  makes: 'counts of everything',
  scope: 'unit',
  options: {
    unit: { kind: 'text', placeholder: 'WORD', does: 'what the counts count in', default: 'pieces' },
  },
  files: {
    counts: {
      links: [
        {
          words: {
            en: { label: 'How much there is', purpose: 'For who counts.' },
            uk: { label: 'Скільки всього', purpose: 'Для тих, хто лічить.' },
          },
          for: 'systems',
          fragment: '#end',
        },
      ],
    },
  },
  async emit({ facts, banks, decks }, { options: { unit } }) {
    emitted.push('census of unit')
    const titles = [...banks, ...decks].map(({ title }) => title)
    const counts = `${facts.length} facts, ${banks.length} quizzes, ${decks.length} decks (${unit})`
    return [{ path: 'census.txt', data: `${counts}\n${titles.join('\n')}\n`, kind: 'counts' }]
  },
})

/** `lists/<deck>.txt` and what all lists share. */
export const lists = output({
  name: 'lists',
  makes: 'lists of slides',
  scope: 'deck',
  atOnce: 2,
  options: {},
  files: {
    list: {
      links: [
        {
          words: { en: { label: 'List of slides', purpose: 'To tick off.' } },
          for: 'teachers',
          download: true,
        },
      ],
    },
  },
  limits: ({ id, slides }) =>
    slides.length > 3
      ? [
          warning(
            { file: `slides/${id}.json`, line: 1, column: 1 },
            'output/list-too-long',
            `Unexpected ${slides.length} slides, expected three, which is all that a list can hold`,
          ),
        ]
      : [],
  async shared() {
    return [{ path: 'lists/shared/ticks.txt', data: '[ ]' }]
  },
  async emit({ id, slides }, { content }) {
    emitted.push(`list of ${id}`)
    const data = `${slides.map((slide) => slide.id).join('\n')}\none of ${content.decks.length}\n`
    return [{ path: `lists/${id}.txt`, data, kind: 'list' }]
  },
})

/** `cards/<quiz>-1.txt` and `-2.txt`, where they are asked for. */
export const cards = output({
  name: 'cards',
  makes: 'flash cards',
  scope: 'bank',
  onDemand: true,
  options: {},
  files: {
    pack: {
      links: [
        {
          words: { en: { label: 'Flash cards', purpose: 'Half of them each.', version: 'Pack {version}' } },
          for: 'learners',
        },
      ],
    },
  },
  async emit({ id, questions }) {
    emitted.push(`cards of ${id}`)
    return ['1', '2'].map((version) => ({
      path: `cards/${id}-${version}.txt`,
      data: questions.map(({ stem }) => stem).join('\n'),
      kind: 'pack' as const,
      version,
    }))
  },
})
