// Ways of words, transfers and timelines of PowerPoint slides as shapes that can be edited, in inches of the box
// below a heading. What the status of a line or a dot is stands in words beside it.

import { scaleUtc } from 'd3-scale'
import type { FactLine, Layouts } from '../../../../contract/deck.ts'
import { fitSaid } from '../../../../contract/measure/footer.ts'
import { withoutLead } from '../../../../contract/measure/short-form.ts'
import { dateExtent, spread, timeTicks } from '../../../../contract/measure/time-axis.ts'
import type { Messages } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { Mark } from '../../../../contract/status.ts'
import { body, sizeIn } from './room.ts'

interface Place {
  x: number
  y: number
  w: number
  h: number
}

interface TextShape extends Place {
  kind: 'text'
  text: string
  /** Points. */
  size: number
  /** `nobody`: a box for somebody who is not named. */
  look: 'strong' | 'plain' | 'soft' | 'box' | 'nobody'
  align?: 'center' | 'end'
}

interface LineShape {
  kind: 'line'
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  /** An arrow or a span of this status; without, a line of the drawing itself. */
  mark?: Mark
  head?: true
  /** From whom to whom an arrow leads, in words. */
  alt?: string
}

interface DotShape {
  kind: 'dot'
  at: readonly [x: number, y: number]
  mark: Mark
}

export type Shape = TextShape | LineShape | DotShape

/** Points of what is small, and letters of it in an inch. */
const small = 14
/** px at 24 px type that a line of this many inches holds, for texts that are cut to it. */
const pxOf = (inches: number): number => (inches * 72 * 24) / small

function textIn(
  words: string,
  look: TextShape['look'],
  place: Place,
  more: { size?: number; align?: TextShape['align'] } = {},
): TextShape {
  return { kind: 'text', text: words, look, ...place, size: small, ...more }
}

const behind = ({ statusLabel, said }: FactLine, width: number, lines = 1): string =>
  fitSaid(`${statusLabel}: ${said}`, pxOf(width) * 0.86, lines)

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

/** Who gives what to whom, an arrow a row below the names. */
export function transferShapes({ actors, transfers }: Layouts['transfers']): Shape[] {
  const side = 3.2
  const drawn = body.w - side - 0.25
  const w = Math.min(2.9, drawn / actors.length - 0.2)
  const gap = (drawn - w) / Math.max(1, actors.length - 1)
  const xOf = (id: string): number => w / 2 + actors.findIndex((actor) => actor.id === id) * gap
  const nameOf = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? id
  const top = 0.65
  const step = Math.min(1.15, (body.h - top) / transfers.length)
  const foot = top + transfers.length * step
  return [
    ...actors.map(({ id }): Shape => ({ kind: 'line', from: [xOf(id), 0.55], to: [xOf(id), foot] })),
    ...actors.map(({ id, name }) =>
      textIn(
        name,
        'box',
        { x: xOf(id) - w / 2, y: 0, w, h: 0.55 },
        {
          size: sizeIn(name, { w: w - 0.2, h: 0.55 }, [20, 18, 16]),
          align: 'center',
        },
      ),
    ),
    ...transfers.flatMap(({ from, to, what, fact }, index): Shape[] => {
      const [tail, tip] = [xOf(from), xOf(to)]
      const y = top + index * step
      const h = step - 0.2
      const size = sizeIn(what, { w: drawn, h: 0.36 }, [18, 16])
      const wide = Math.min(drawn, Math.max(1, (what.length * size * 0.52) / 72 + 0.1))
      const x = Math.min(drawn - wide, Math.max(0, (tail + tip) / 2 - wide / 2))
      const aside = { x: drawn + 0.25, y, w: side, h: step - 0.04 }
      return [
        textIn(
          what,
          'plain',
          { x, y: y + Math.max(0, h - 0.36), w: wide, h: Math.min(h, 0.36) },
          {
            size,
            align: 'center',
          },
        ),
        {
          kind: 'line',
          from: [tail, y + step - 0.1],
          to: [tip, y + step - 0.1],
          mark: fact.status,
          head: true,
          alt: `${nameOf(from)} → ${nameOf(to)}: ${what}`,
        },
        textIn(behind(fact, side, Math.max(1, Math.floor(aside.h / 0.24))), 'soft', aside),
      ]
    }),
  ]
}

/** Events along an axis of time from above, each with its date, what happened and who says so. */
export function timelineShapes({ events }: Layouts['timeline'], months: readonly string[]): Shape[] {
  const axis = 1.5
  const label = 2.5
  const dated = 2.3
  const w = body.w - label - dated
  const ordered = events
    .map((event) => ({
      ...event,
      start: dateExtent(event.from),
      end: event.to === undefined ? undefined : dateExtent(event.to)[1],
    }))
    .toSorted((one, other) => one.start[0] - other.start[0])
  const moments = ordered.flatMap(({ start, end }) => [start[0], end ?? start[1]])
  const y = scaleUtc([Math.min(...moments), Math.max(...moments)], [0.15, body.h - 0.25])
  const step = Math.min(1, body.h / events.length)
  const tops = spread(
    ordered.map(({ start }) => y(start[0]) - 0.15),
    step,
    body.h,
  )
  return [
    { kind: 'line', from: [axis, 0], to: [axis, body.h] },
    ...timeTicks(y, months).map(({ at, text: tick }) =>
      textIn(tick, 'soft', { x: 0, y: at - 0.13, w: axis - 0.2, h: 0.26 }, { align: 'end' }),
    ),
    ...ordered.flatMap(({ start, end, when, vague, from, to, fact }, index): Shape[] => {
      const top = tops[index]!
      // What names no day stands in the middle of all that it may mean.
      const loose = vague ?? (from === to && from.length < 10)
      const at = y(loose ? (start[0] + (end ?? start[1])) / 2 : start[0])
      const until = end === undefined ? body.h - 0.05 : y(end)
      const short = withoutLead(fact.short, when)
      const date = { x: label, y: top, w: dated - 0.15, h: Math.min(0.6, step) }
      const line = { x: label + dated, y: top, w, h: 0.36 }
      return [
        { kind: 'line', from: [axis + 0.12, at], to: [label - 0.1, top + 0.17] },
        ...(!loose && until - at > 0.15
          ? [
              {
                kind: 'line' as const,
                from: [axis, at] as const,
                to: [axis, until] as const,
                mark: fact.status,
              },
            ]
          : []),
        { kind: 'dot', at: [axis, at], mark: fact.status },
        textIn(when, 'strong', date, { size: sizeIn(when, date, [18, 16]) }),
        textIn(short, 'plain', line, { size: sizeIn(short, line, [20, 18, 16]) }),
        textIn(behind(fact, w), 'soft', { ...line, y: top + 0.36, h: 0.27 }),
      ]
    }),
  ]
}
