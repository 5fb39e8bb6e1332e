// Ways of words: boxes of a row with arrows between them, a row each.

import type { Layouts } from '../../../../../contract/deck.ts'
import type { Messages } from '../../../../../contract/messages/registry.ts'
import { fill } from '../../../../../contract/messages/wording.ts'
import type { Mark } from '../../../../../contract/status.ts'
import { body, sizeIn } from '../room.ts'
import { behind, textIn, type Shape } from './shapes.ts'

interface Row {
  short: string
  /** From left to right: a name, nobody, or nothing. */
  boxes: readonly (string | undefined)[]
  mark: Mark
  end: string
}

/** Which way words came: who said it, who passed it on, the text that has it. */
export function relayShapes({ rows }: Layouts['relay'], { relay: words }: Messages['slides']): Shape[] {
  const three = rows.some(({ relays }) => relays)
  return rowShapes(
    [words.source, ...(three ? [words.relays] : []), words.text],
    rows.map(({ source, relays, text, lost, fact }) => ({
      short: fact.short,
      boxes: [source, ...(three ? [relays ?? ''] : []), text],
      mark: fact.status,
      end: [
        ...(lost.length > 0
          ? [fill(words.lost, { what: lost.map((each) => words.losses[each]).join('; ') })]
          : []),
        behind(fact, lost.length > 0 ? 6 : body.w),
      ]
        .toReversed()
        .join(' · '),
    })),
    words.nobody,
  )
}

/** Who speaks of whom. */
export function mentionShapes(
  { speakers, about, links }: Layouts['mentions'],
  { mentions: words }: Messages['slides'],
): Shape[] {
  return rowShapes(
    [words.speaker, words.about],
    links.map(({ from, to, fact }) => ({
      short: fact.short,
      boxes: [speakers[from], to.map((name) => about[name]).join(', ')],
      mark: fact.status,
      end: behind(fact, body.w),
    })),
    '…',
  )
}

function rowShapes(heads: readonly string[], rows: readonly Row[], nobody: string): Shape[] {
  const gap = 0.75
  const w = (body.w - gap * (heads.length - 1)) / heads.length
  const top = 0.4
  const step = Math.min(1.5, (body.h - top) / rows.length)
  const xOf = (column: number): number => column * (w + gap)
  return [
    ...heads.map((head, column) => textIn(head, 'soft', { x: xOf(column), y: 0, w, h: 0.3 })),
    ...rows.flatMap(({ short, boxes, mark, end }, index): Shape[] => {
      const y = top + index * step
      const middle = y + step * 0.5
      const there = boxes.flatMap((name, column) => (name === '' ? [] : [column]))
      const line = { x: 0, y, w: body.w, h: step * 0.3 }
      return [
        textIn(short, 'strong', line, { size: sizeIn(short, line, [20, 18, 16]) }),
        ...there.slice(1).map((column, n): Shape => ({
          kind: 'line',
          from: [xOf(there[n]!) + w + 0.04, middle],
          to: [xOf(column) - 0.04, middle],
          mark,
          head: true,
          alt: `${boxes[there[n]!] ?? nobody} → ${boxes[column] ?? nobody}`,
        })),
        ...there.map((column) => {
          const name = boxes[column] ?? nobody
          const place = { x: xOf(column), y: y + step * 0.31, w, h: step * 0.38 }
          return textIn(name, boxes[column] === undefined ? 'nobody' : 'box', place, {
            size: sizeIn(name, { w: w - 0.2, h: place.h }, [18, 16]),
            align: 'center',
          })
        }),
        textIn(end, 'soft', { x: 0, y: y + step * 0.72, w: body.w, h: step * 0.24 }),
      ]
    }),
  ]
}
