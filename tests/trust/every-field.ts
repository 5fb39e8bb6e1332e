// Content in which every field that takes a text holds one that the test chooses.

import type { ContentFiles, Json } from './content-folder.ts'

function evidence(source = 'gazette'): Json[] {
  return [{ source, start: 0, end: 20, sha256: 'a'.repeat(64) }]
}

/** Names of the fields of `everyField`, each with the most characters that its schema takes. */
export const fields: Readonly<Record<string, number>> = {}

/**
 * A unit with every layout of slides. `text` gives the text of a field by its name; it must be at most `room`
 * characters. The fact `pure` and its question hold `pure` alone in all their fields.
 */
export function everyField(text: (name: string, room: number) => string): ContentFiles {
  const t = (name: string, room = 1000): string => {
    ;(fields as Record<string, number>)[name] = room
    return text(name, room)
  }
  const fact = (id: string, more: Json = {}): Json => ({
    id,
    statement: t(`${id}Statement`, 240),
    short: t(`${id}Short`, 60),
    saidBy: ['quill'],
    status: 'reported',
    tags: ['carts'],
    evidence: evidence(),
    ...more,
  })
  const quantity = (id: string, value: number): Json => ({
    id: 'carts',
    label: t('quantityLabel'),
    value,
    unit: t('quantityUnit'),
    bound: id === 'figure' ? 'upTo' : 'exact',
  })
  const disagreement = (other: string): Json[] => [
    { fact: other, about: t('disagreementAbout'), reading: t('disagreementReading') },
  ]
  return {
    'facts/unit.json': { title: t('unitTitle'), summary: t('unitSummary'), author: t('unitAuthor') },
    'facts/sources.json': {
      sources: [
        {
          id: 'gazette',
          file: t('sourceFile'),
          sha256: 'b'.repeat(64),
          title: t('sourceTitle'),
          publisher: t('sourcePublisher'),
          author: t('sourceAuthor'),
          published: { date: '2019-05-05', basis: 'inferred', why: t('sourceWhy') },
          relays: [{ actor: 'quill', what: t('sourceRelays') }],
          note: t('sourceNote'),
        },
        {
          id: 'nameless',
          file: 'nameless.txt',
          sha256: 'c'.repeat(64),
          title: t('namelessTitle'),
          published: { date: '2020', basis: 'printed' },
        },
      ],
    },
    'facts/actors.json': {
      actors: [
        {
          id: 'quill',
          name: t('actorName'),
          kind: 'person',
          aliases: [{ text: t('actorAlias'), note: t('actorAliasNote') }],
          roles: [{ role: t('actorRole'), source: 'gazette' }],
          note: t('actorNote'),
        },
        { id: 'fleet', name: t('otherName'), kind: 'organisation' },
      ],
    },
    'facts/carts.json': {
      topic: { id: 'carts', title: t('topicTitle'), summary: t('topicSummary') },
      facts: [
        fact('plain', {
          via: ['fleet'],
          actors: ['quill', 'fleet'],
          places: [t('factPlace')],
          when: { from: '2019', to: '2019', precision: 'year', resolved: t('whenResolved') },
          notInEvidence: [{ text: t('missingText'), why: t('missingWhy') }],
          note: t('factNote'),
          tags: ['carts', 'plain'],
        }),
        fact('nameless', { saidBy: [], evidence: evidence('nameless') }),
        fact('figure', { quantities: [{ ...quantity('figure', 12), display: t('quantityDisplay') }] }),
        fact('bridge', { quantities: [quantity('bridge', 30)] }),
        fact('ferry', { quantities: [quantity('ferry', 40)] }),
        fact('early', { when: { from: '2017', to: '2017', precision: 'year' } }),
        fact('late', { when: { from: '2018-02', to: '2018-03', precision: 'month' } }),
        fact('one', { disagreesWith: disagreement('other') }),
        fact('other', { disagreesWith: disagreement('one'), saidBy: ['fleet'] }),
        fact('gift', { transfer: { from: 'quill', to: 'fleet', what: t('transferWhat', 60) } }),
        fact('words', { quote: { text: t('quoteText', 60), by: 'quill' } }),
        fact('sum', {
          quantities: [{ ...quantity('sum', 6), id: 'sum' }],
          arithmetic: {
            question: t('sumQuestion'),
            inputs: { carts: { fact: 'sum', quantity: 'sum' } },
            steps: [{ say: t('sumSay'), compute: 'carts * 2', equals: 12, unit: t('sumUnit') }],
            conclusion: t('sumConclusion'),
          },
        }),
        { ...fact('bare', { saidBy: ['fleet'] }), status: 'opinion', note: t('pureNote') },
      ],
    },
    'questions/carts.json': {
      title: t('quizTitle'),
      summary: t('quizSummary'),
      deck: 'carts',
      objectives: [{ id: 'count', text: t('quizObjective') }],
      questions: [
        {
          id: 'how-many',
          stem: t('stem'),
          facts: ['plain'],
          options: [
            { text: t('plainStatement', 240), correct: true, because: t('keyBecause') },
            { text: t('distractor'), because: t('distractorBecause'), trueOf: 'bridge' },
            { quantity: { fact: 'ferry', quantity: 'carts' }, because: t('otherBecause') },
          ],
          level: 'recall',
          objective: 'count',
          hint: t('hint'),
        },
      ],
    },
    'slides/carts.json': {
      title: t('deckTitle', 70),
      subtitle: t('deckSubtitle', 140),
      summary: t('deckSummary'),
      audience: t('deckAudience'),
      minutes: 60,
      objectives: [t('deckObjective', 140)],
      sections: [
        {
          title: t('sectionTitle', 70),
          question: t('sectionQuestion'),
          slides: [
            { facts: ['plain'], layout: 'statement', title: t('slideTitle', 90), say: [t('slideSay')] },
            { facts: ['nameless'] },
            { facts: ['figure'], layout: 'figure' },
            { facts: ['bridge', 'ferry'], layout: 'bars' },
            { facts: ['early', 'late'], layout: 'timeline' },
            { facts: ['bare', 'gift'], layout: 'voices' },
            { facts: ['one', 'other'], layout: 'disagreement' },
            { facts: ['gift'], layout: 'transfers' },
            { facts: ['words'], layout: 'quotation' },
            { facts: ['sum'], layout: 'arithmetic' },
            { question: 'how-many' },
            {
              discuss: t('discussPrompt'),
              points: [t('discussPoint')],
              answers: [{ answer: t('likelyAnswer', 110), reply: t('reply') }],
              facts: ['plain'],
            },
          ],
        },
      ],
      recap: ['plain'],
    },
  }
}
