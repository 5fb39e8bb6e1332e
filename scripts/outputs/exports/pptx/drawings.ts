// What a slide of PowerPoint draws: a map in shapes that can be edited, an author's picture as its file.

import type PptxGenJS from 'pptxgenjs'
import { nameBoxes } from '../../../../contract/measure/map-names.ts'
import type { LayoutSlide, MapView, SlidePicture } from '../../../../contract/deck.ts'
import type { Mark } from '../../../../contract/status.ts'
import { typeOfPicture } from '../../../render/set-marks.ts'
import { strokesOf } from './diagrams/draw-diagram.ts'

/** In inches. */
export interface Place {
  x: number
  y: number
  w: number
  h: number
}

/** A drawing and what it shows in words. */
export type Drawing =
  | { kind: 'map'; map: MapView; arrows: { from: number; to: number; mark: Mark }[]; alt: string }
  | { kind: 'picture'; name: string; data: Uint8Array; size: { w: number; h: number }; alt: string }

/** Kinds of pictures that every reader of these files shows; of others the words stand there alone. */
const shownEverywhere = /\.(?:png|jpe?g|gif)$/i

/** The drawing of a map slide. */
export function mapDrawing({ props }: Extract<LayoutSlide, { layout: 'map' }>): Drawing {
  const { map, items, title } = props
  return {
    kind: 'map',
    map,
    arrows: items.flatMap(({ fact, from, to }) =>
      from === undefined || to === undefined ? [] : [{ from, to, mark: fact.status }],
    ),
    alt: `${title}: ${map.places.map(({ name }) => name).join(', ')}`,
  }
}

/** An author's picture; undefined where its kind is not shown everywhere or its size is not found. */
export function pictureDrawing(
  { src, alt }: SlidePicture,
  pictures: LayoutSlide['pictures'] = [],
): Drawing | undefined {
  const file = pictures.find(({ name }) => src.endsWith(`/${name}`))
  if (!file || !shownEverywhere.test(file.name)) return undefined
  const size = sizeOf(file.data)
  return size && size.w > 0 && size.h > 0 ? { kind: 'picture', ...file, size, alt } : undefined
}

/**
 * Width and height in px, from the head of a PNG (IHDR), a GIF (logical screen) or a JPEG (the first frame
 * header, SOF0 to SOF15).
 */
function sizeOf(data: Uint8Array): { w: number; h: number } | undefined {
  const bytes = Buffer.from(data)
  // What is shorter has none of the three heads.
  if (bytes.length < 24) return undefined
  const head = bytes.toString('latin1', 0, 4)
  if (head === '\u0089PNG') return { w: bytes.readUInt32BE(16), h: bytes.readUInt32BE(20) }
  if (head === 'GIF8') return { w: bytes.readUInt16LE(6), h: bytes.readUInt16LE(8) }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { w: bytes.readUInt16BE(at + 7), h: bytes.readUInt16BE(at + 5) }
  }
  return undefined
}

/** The largest place of these proportions within another, in its middle. */
function within(place: Place, { w, h }: { w: number; h: number }): Place {
  const scale = Math.min(place.w / w, place.h / h)
  return {
    x: place.x + (place.w - w * scale) / 2,
    y: place.y + (place.h - h * scale) / 2,
    w: w * scale,
    h: h * scale,
  }
}

const colours = { sea: 'EDF1F0', land: 'FFFFFF', border: '8D8570', accent: '0D5C63', ink: '1D2226' }

/** Draws onto a slide; the alternative text stands with the first shape (see `mended`). */
export function draw(slide: PptxGenJS.Slide, drawing: Drawing, room: Place): void {
  if (drawing.kind === 'picture') {
    const data = `${typeOfPicture(drawing.name)};base64,${Buffer.from(drawing.data).toString('base64')}`
    slide.addImage({ data, ...within(room, drawing.size), altText: drawing.alt, objectName: 'Picture' })
    return
  }
  const { map, arrows, alt } = drawing
  const place = within(room, { w: map.width, h: map.height })
  const scale = place.w / map.width
  const across = (x: number): number => Math.min(map.width, Math.max(0, x)) * scale
  const down = (y: number): number => Math.min(map.height, Math.max(0, y)) * scale
  const shape = (path: string, look: object): void => {
    const points = pointsOf(path).map((point) =>
      'close' in point ? point : { ...point, x: across(point.x), y: down(point.y) },
    )
    if (points.length > 0)
      slide.addShape('custGeom' as PptxGenJS.ShapeType, { ...place, points, objectName: 'Map', ...look })
  }
  slide.addShape('rect' as PptxGenJS.ShapeType, {
    ...place,
    fill: { color: colours.sea },
    objectName: `Map: ${alt}`,
  })
  shape(map.land, { fill: { color: colours.land }, line: { color: colours.border, width: 0.5 } })
  shape(map.borders, { line: { color: colours.border, width: 0.75 } })
  shape(map.disputed, { line: { color: colours.border, width: 1, dashType: 'sysDot' } })
  for (const { from, to, mark } of arrows) {
    const [a, b] = [map.places[from]!, map.places[to]!]
    const stroke = (look: object): void =>
      void slide.addShape('line' as PptxGenJS.ShapeType, {
        x: place.x + across(Math.min(a.x, b.x)),
        y: place.y + down(Math.min(a.y, b.y)),
        w: across(Math.abs(b.x - a.x)),
        h: down(Math.abs(b.y - a.y)),
        flipH: b.x < a.x,
        flipV: b.y < a.y,
        line: look,
        objectName: 'Arrow',
      })
    const [edge, core] = strokesOf(mark, colours.accent, colours.land)
    stroke({ ...edge, endArrowType: 'triangle' })
    if (core) stroke(core)
  }
  const type = (nameSize / 72 / scale) * widerLetters
  const ways = arrows.map(({ from, to }) => straight(map.places[from]!, map.places[to]!))
  const names = nameBoxes({ ...map, ways, type })
  for (const [index, { name, x, y }] of map.places.entries()) {
    slide.addShape('ellipse' as PptxGenJS.ShapeType, {
      x: place.x + across(x) - dot / 2,
      y: place.y + down(y) - dot / 2,
      w: dot,
      h: dot,
      fill: { color: colours.accent },
      line: { color: 'FFFFFF', width: 1 },
      objectName: 'Place',
    })
    const box = names[index]!
    slide.addText(name, {
      x: place.x + box.x * scale,
      y: place.y + box.y * scale - nameHeight * 0.8,
      w: box.width * scale,
      h: nameHeight,
      align: box.x > x ? 'left' : box.x + box.width < x ? 'right' : 'center',
      margin: 0,
      wrap: false,
      fontFace: 'Calibri',
      fontSize: nameSize,
      bold: true,
      color: colours.ink,
      objectName: 'Name',
    })
  }
}

/** Diameter of a place, and height of its name, in inches; its type in points. */
const dot = 0.16
const nameHeight = 0.26
const nameSize = 14
/** Other readers set wider letters than PowerPoint's. */
const widerLetters = 1.15

/** Points on the way from one place to another. */
function straight(a: { x: number; y: number }, b: { x: number; y: number }): { x: number; y: number }[] {
  return Array.from({ length: 41 }, (_, step) => ({
    x: a.x + ((b.x - a.x) * step) / 40,
    y: a.y + ((b.y - a.y) * step) / 40,
  }))
}

type Point = { x: number; y: number; moveTo?: boolean } | { close: true }

/** The points of a path as `drawMap` writes it: absolute starts, relative lines in whole px, `z`. */
function pointsOf(path: string): Point[] {
  return (path.match(/M[^M]*/g) ?? []).flatMap((line) => {
    const [start = '', steps = ''] = line.slice(1).split('l')
    let [x = 0, y = 0] = numbersIn(start)
    const points: Point[] = [{ x, y, moveTo: true }]
    const numbers = numbersIn(steps)
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at]!
      y += numbers[at + 1]!
      points.push({ x, y })
    }
    return line.endsWith('z') ? [...points, { close: true }] : points
  })
}

function numbersIn(text: string): number[] {
  return (text.match(/-?\d+/g) ?? []).map(Number)
}
