import { scaleUtc } from 'd3-scale'
import type { Layouts } from '../../../../../contract/deck.ts'
import { withoutLead } from '../../../../../contract/measure/short-form.ts'
import { dateExtent, spread, timeTicks } from '../../../../../contract/measure/time-axis.ts'
import { body, sizeIn } from '../room.ts'
import { behind, textIn, type Shape } from './shapes.ts'

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
