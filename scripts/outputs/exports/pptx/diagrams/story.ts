// The whole story: a lane for every section, numbered marks in order of time, and below what each of them is.

import { scaleUtc } from 'd3-scale'
import type { Layouts } from '../../../../../contract/deck.ts'
import { withoutLead } from '../../../../../contract/measure/short-form.ts'
import {
  clearTicks,
  dateExtent,
  lanes as rowsApart,
  timeTicks,
} from '../../../../../contract/measure/time-axis.ts'
import { body, sizeIn } from '../room.ts'
import { cutTo, textIn, type Shape } from './shapes.ts'

const names = 3.1
/** Of an event in the list; few of them take more. */
const rowHeight = { least: 0.58, most: 0.9 }
/** Above the first lane, for the numbers of its marks. */
const head = 0.06
const axis = 0.34
/** Between spans of one section that run at the same time. */
const beside = 0.15
/** From a mark to the next of its lane, with its number between them. */
const apart = 0.42

type Events = Layouts['story']['events']

/** The lanes above, the events in two columns below. */
export function storyShapes({ lanes, events }: Layouts['story'], months: readonly string[]): Shape[] {
  const rows = Math.ceil(events.length / 2)
  const step = Math.min(0.7, (body.h - head - rows * rowHeight.least - axis - 0.1) / lanes.length)
  const foot = head + step * lanes.length
  const x = scaleUtc(
    extentOf(events).map((moment) => new Date(moment)),
    [names + 0.25, body.w - 0.7 - (crowdOf(events) - 1) * apart],
  )
  const ticks = clearTicks(
    timeTicks(x, months).map(({ at, text }) => ({ at: at * 72, text })),
    [names * 72, body.w * 72],
    (text) => text.length * 8,
  )
  return [
    ...lanes.flatMap((name, lane): Shape[] => {
      const place = { x: 0, y: head + lane * step, w: names - 0.15, h: step }
      return [
        { kind: 'line', from: [names, middleOf(lane, step)], to: [body.w, middleOf(lane, step)] },
        textIn(name, 'strong', place, { size: sizeIn(name, place, [18, 16]) }),
      ]
    }),
    { kind: 'line', from: [names, foot], to: [body.w, foot] },
    ...ticks.flatMap(({ at, text }): Shape[] => [
      { kind: 'line', from: [at / 72, foot], to: [at / 72, foot + 0.07] },
      textIn(text, 'soft', { x: at / 72 - 0.75, y: foot + 0.08, w: 1.5, h: 0.26 }, { align: 'center' }),
    ]),
    ...marksOf(events, x, step),
    ...listOf(events, foot + axis + 0.1, rows),
  ]
}

function middleOf(lane: number, step: number): number {
  return head + step * (lane + 0.5)
}

function extentOf(events: Events): [number, number] {
  const moments = events.flatMap(({ from, to }) => [
    dateExtent(from)[0],
    to === undefined ? dateExtent(from)[0] : dateExtent(to)[1],
  ])
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  return [first, last === first ? first + 864e5 : last]
}

/** What several events of a section have in common that stand at one moment, in the look of one status. */
function momentOf({ lane, from, to, fact }: Events[number]): string {
  return [lane, from, to, fact.status].join(' ')
}

/** How many marks may stand beside each other at the last moment. */
function crowdOf(events: Events): number {
  const last = Math.max(...events.map(({ from }) => dateExtent(from)[0]))
  return new Set(events.filter(({ from }) => dateExtent(from)[0] === last).map(momentOf)).size
}

function marksOf(events: Events, x: (date: number) => number, step: number): Shape[] {
  const lastOf = new Map<number, number>()
  const moments = events.map(momentOf)
  const placed = events.flatMap(({ lane, from, to, fact }, index) => {
    // One mark for all that stand at its moment.
    if (moments.indexOf(moments[index]!) < index) return []
    const numbers = moments.flatMap((moment, at) => (moment === moments[index] ? [at + 1] : []))
    const start = x(dateExtent(from)[0])
    const end = to === undefined ? body.w - 0.05 : x(dateExtent(to)[1])
    // What names no day stands in the middle of all that it may mean.
    const vague = from === to && from.length < 10
    const at = Math.max(vague ? (start + end) / 2 : start, (lastOf.get(lane) ?? -1) + apart)
    lastOf.set(lane, at)
    const until = !vague && end - at > 0.3 && from !== to ? end : at
    return [{ n: numbers.join(', '), lane, at, until, fact }]
  })
  return placed.flatMap(({ n, lane, at, until, fact }): Shape[] => {
    const own = placed.filter((each) => each.lane === lane)
    const rowOf = rowsApart(own.map((each) => [each.at, Math.max(each.until, each.at + 0.3)]))
    const row = rowOf[own.findIndex((each) => each.n === n)]!
    const y = middleOf(lane, step) + (row - Math.max(...rowOf) / 2) * beside
    const w = n.length * 0.12 + 0.18
    const above = {
      x: Math.min(at + 0.12, body.w - w),
      y: Math.max(0, y - (row > 0 ? 0 : 0.32)),
      w,
      h: 0.25,
    }
    return [
      ...(until > at
        ? [{ kind: 'line' as const, from: [at, y] as const, to: [until, y] as const, mark: fact.status }]
        : []),
      { kind: 'dot', at: [at, y], mark: fact.status },
      textIn(n, 'strong', above),
    ]
  })
}

function listOf(events: Events, top: number, rows: number): Shape[] {
  const high = Math.min(rowHeight.most, (body.h - top) / rows)
  const column = body.w / 2
  const w = column - 0.5
  const words = events.map(({ when, fact }) => cutTo(w, withoutLead(fact.short, when)))
  // One size for all. Other readers set wider letters than PowerPoint's.
  const size = Math.min(...words.map((short) => sizeIn(short, { w: w * 0.8, h: high - 0.26 }, [24, 18, 16])))
  return events.flatMap(({ when, fact }, index): Shape[] => {
    const x = Math.floor(index / rows) * column
    const y = top + (index % rows) * high
    const line = { x: x + 0.4, y: y + 0.25, w, h: high - 0.26 }
    return [
      textIn(String(index + 1), 'strong', { x, y, w: 0.35, h: 0.26 }),
      textIn(`${when} · ${fact.statusLabel}`, 'soft', { ...line, y, h: 0.26 }),
      textIn(words[index]!, 'plain', line, { size }),
    ]
  })
}
