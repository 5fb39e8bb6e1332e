import type { Layouts } from '../../../../../contract/deck.ts'
import { body, sizeIn } from '../room.ts'
import { behind, textIn, type Shape } from './shapes.ts'

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
