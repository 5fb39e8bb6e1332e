// The icon of an installed page as PNG, which phones ask for: a card with a tick, drawn point by point, since no
// browser may be at hand.

import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'

type Colour = readonly [red: number, green: number, blue: number]
const ground: Colour = [13, 92, 99]
const card: Colour = [251, 250, 246]
const tick: Colour = [29, 97, 64]

/** `size` by `size` points; the same as the SVG of scripts/outputs/learn.ts, in whose 512 units it is drawn. */
export function iconPng(size: number): Uint8Array {
  const rows = new Uint8Array(size * (size * 3 + 1))
  const unit = 512 / size
  const plain = new Uint8Array(size * 3).map((_, at) => ground[at % 3]!)
  const set = (at: number, [red, green, blue]: Colour): void => {
    rows[at] = red
    rows[at + 1] = green
    rows[at + 2] = blue
  }
  for (let y = 0; y < size; y++) {
    // Every row begins with a zero: no filter (PNG, third edition, 9).
    const row = y * (size * 3 + 1) + 1
    rows.set(plain, row)
    for (let x = 0; x < size; x++) {
      const [at, down] = [(x + 0.5) * unit, (y + 0.5) * unit]
      // Most points lie on the ground, and most others on the card alone.
      const edge = fromCard(at, down)
      if (edge > unit) continue
      const line = fromTick(at, down) - 20
      set(
        row + x * 3,
        edge < -unit && line > unit
          ? card
          : mixed(mixed(ground, card, covered(edge, unit)), tick, covered(line, unit)),
      )
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // Eight bits a channel, colours without transparency.
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** How much of a point lies inside, by the distance of its middle from the edge. */
const covered = (distance: number, unit: number): number => Math.min(1, Math.max(0, 0.5 - distance / unit))

function mixed(below: Colour, above: Colour, share: number): Colour {
  const channel = (at: 0 | 1 | 2): number => Math.round(below[at] + (above[at] - below[at]) * share)
  return [channel(0), channel(1), channel(2)]
}

/** From the edge of a card of 280 by 232 with round corners; negative inside. */
function fromCard(x: number, y: number): number {
  const [across, down] = [Math.abs(x - 256) - 112, Math.abs(y - 256) - 88]
  return length(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - 28
}

/** From the line of the tick. */
function fromTick(x: number, y: number): number {
  return Math.min(fromLine(x, y, 178, 256, 232, 310), fromLine(x, y, 232, 310, 336, 202))
}

function fromLine(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [across, down] = [x2 - x1, y2 - y1]
  const along = Math.min(1, Math.max(0, ((x - x1) * across + (y - y1) * down) / (across ** 2 + down ** 2)))
  return length(x - x1 - along * across, y - y1 - along * down)
}

/** `Math.hypot` guards against numbers that do not occur here, which takes longer than all else. */
function length(across: number, down: number): number {
  return Math.sqrt(across * across + down * down)
}
