// A deck for Anki (.apkg: a ZIP of a SQLite collection, schema 11), and the same notes as text.

import { createHash } from 'node:crypto'
import { messagesFor, directionOf } from '../../../contract/messages/registry.ts'
import type { Content } from '../../decks/content.ts'
import { held } from '../holding.ts'
import { sqlite } from '../../render/sqlite.ts'
import { zip } from '../../render/zip.ts'
import { sha256 } from '../../source/digest.ts'
import { cardFields, cardOf } from './cards.ts'
import { exportOf, type ExportedBank } from './export-of.ts'

const asCards = held({ own: ['hint', 'tags', 'id'] })

/** `exports/anki/unit.apkg`: a deck with one below it for each quiz. */
export const anki = exportOf({
  name: 'anki',
  markup: true,
  makes: 'Anki decks',
  holds: asCards,
  async emit(banks, content, { render: { templates } }) {
    const collection = await sqlite(
      templates.render('exports/anki/schema.sql.njk', {}),
      rowsOf(banks, content, {
        front: templates.render('exports/anki/front.njk', {}),
        back: templates.render('exports/anki/back.njk', {}),
        css: templates.render('exports/anki/card.njk', { direction: directionOf(content.unit.language) }),
      }),
    )
    return [
      {
        path: 'unit.apkg',
        data: zip([
          ['collection.anki2', collection],
          ['media', '{}'],
        ]),
      },
    ]
  },
})

/** `exports/anki-text/unit.txt`, with the columns that Anki 2.1.54 and later understands. */
export const ankiText = exportOf({
  name: 'anki-text',
  markup: true,
  makes: 'notes for Anki as text',
  holds: asCards,
  async emit(banks, { unit }) {
    const { exports: words } = messagesFor(unit.language)
    const head = [
      '#separator:tab',
      '#html:true',
      `#columns:${[...cardFields, 'Tags', 'Deck'].join('\t')}`,
      `#tags column:${cardFields.length + 1}`,
      `#deck column:${cardFields.length + 2}`,
    ]
    const lines = banks.flatMap((bank) =>
      bank.questions.map((question) =>
        [...cardOf(question, words), question.tags.join(' '), deckName(unit.title, bank.title)]
          .map(column)
          .join('\t'),
      ),
    )
    return [{ path: 'unit.txt', data: `${[...head, ...lines].join('\n')}\n` }]
  },
})

/**
 * Quotation marks would be taken for the bounds of a column; a mark at the beginning for a comment or a
 * formula.
 */
function column(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Two colons part a deck from one above it. */
function deckName(...titles: string[]): string {
  return titles.map((title) => title.replaceAll('::', ':\u200b:')).join('::')
}

/** A number of 13 digits that looks like a time in milliseconds, which is what ids are in Anki. */
function idOf(...names: string[]): number {
  return 1_000_000_000_000 + (Number.parseInt(sha256(names.join('\n')).slice(0, 12), 16) % 500_000_000_000)
}

/** The first 32 bits of the SHA-1 of a field, as Anki keeps them. */
function checksum(field: string): number {
  return createHash('sha1').update(field).digest().readUInt32BE(0)
}

/**
 * Seconds that are made of what stands in a note: another text, another time. No clock is asked, so a
 * corrected note may look older; Anki takes it over where notes are updated always.
 */
function changed(text: string): number {
  return 1_000_000_000 + (Number.parseInt(sha256(text).slice(0, 8), 16) % 500_000_000)
}

function rowsOf(
  banks: readonly ExportedBank[],
  { unit }: Content,
  look: { front: string; back: string; css: string },
) {
  const { exports: words } = messagesFor(unit.language)
  const model = idOf('factdeck', 'note type', unit.language)
  const conf = 1
  const deckOf = (name: string) => ({
    id: idOf('deck', name),
    name,
    mod: 0,
    usn: 0,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf,
    extendNew: 0,
    extendRev: 0,
  })
  const decks = [
    { ...deckOf('Default'), id: 1 },
    { ...deckOf(deckName(unit.title)), desc: unit.summary },
    ...banks.map((bank) => ({ ...deckOf(deckName(unit.title, bank.title)), desc: bank.summary })),
  ]
  const models = {
    [model]: {
      id: model,
      name: `factdeck (${unit.language})`,
      type: 0,
      mod: 0,
      usn: 0,
      sortf: 1,
      did: 1,
      tmpls: [{ name: 'Card', ord: 0, qfmt: look.front, afmt: look.back, did: null, bqfmt: '', bafmt: '' }],
      flds: cardFields.map((name, ord) => ({
        name,
        ord,
        sticky: false,
        rtl: directionOf(unit.language) === 'rtl',
        font: 'Arial',
        size: 20,
        media: [],
      })),
      css: look.css,
      latexPre: '',
      latexPost: '',
      req: [[0, 'any', [1]]],
      tags: [],
      vers: [],
    },
  }
  const taken = new Set<number>()
  const free = (id: number): number => {
    let next = id
    while (taken.has(next)) next += 1
    taken.add(next)
    return next
  }
  const notes = banks.flatMap((bank, place) =>
    bank.questions.map((question) => {
      const fields = cardOf(question, words)
      const text = fields.join('\u001f')
      return {
        id: free(idOf('note', question.uid)),
        card: free(idOf('card', question.uid)),
        guid: sha256(`factdeck ${question.uid}`).slice(0, 20),
        deck: decks[place + 2]!.id,
        mod: changed(text + question.tags.join(' ')),
        tags: ` ${question.tags.join(' ')} `,
        text,
        sorted: fields[1]!,
      }
    }),
  )
  return [
    {
      table: 'col',
      rows: [
        [
          1,
          1_000_000_000,
          0,
          0,
          11,
          0,
          0,
          0,
          JSON.stringify({
            nextPos: notes.length + 1,
            estTimes: true,
            activeDecks: [1],
            sortType: 'noteFld',
            timeLim: 0,
            sortBackwards: false,
            addToCur: true,
            curDeck: 1,
            newBury: true,
            newSpread: 0,
            dueCounts: true,
            curModel: String(model),
            collapseTime: 1200,
          }),
          JSON.stringify(models),
          JSON.stringify(Object.fromEntries(decks.map((deck) => [deck.id, deck]))),
          JSON.stringify({
            1: {
              id: 1,
              name: 'Default',
              mod: 0,
              usn: 0,
              maxTaken: 60,
              autoplay: true,
              timer: 0,
              replayq: true,
              dyn: false,
              new: {
                bury: true,
                delays: [1, 10],
                initialFactor: 2500,
                ints: [1, 4, 7],
                order: 1,
                perDay: 20,
                separate: true,
              },
              rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
              lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
            },
          }),
          '{}',
        ],
      ],
    },
    {
      table: 'notes',
      rows: notes.map(({ id, guid, mod, tags, text, sorted }) => [
        id,
        guid,
        model,
        mod,
        -1,
        tags,
        text,
        sorted,
        // Anki looks for duplicates by the first field.
        checksum(text.split('\u001f')[0]!),
        0,
        '',
      ]),
    },
    {
      table: 'cards',
      rows: notes.map(({ id, card, deck, mod }, place) => [
        card,
        id,
        deck,
        0,
        mod,
        -1,
        0,
        0,
        place + 1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        '',
      ]),
    },
  ]
}
