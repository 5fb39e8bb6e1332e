// Draws the shapes of a diagram onto a slide; from right to left they stand as in a mirror.

import type PptxGenJS from 'pptxgenjs'
import { markLooks, type Mark } from '../../../../../contract/status.ts'
import type { Shape } from './shapes.ts'
import { body } from '../room.ts'

const colours = { ink: '1D2226', soft: '555C63', accent: '0D5C63', line: '8D8570', sheet: 'FFFFFF' }

/** How a mark is drawn as a line, and the bright core of one that is hollow. */
export function strokesOf(mark: Mark, accent: string, ground: string): object[] {
  const { line } = markLooks[mark]
  const [first] = line.dashes ?? []
  const dashType = first === undefined ? 'solid' : first < 1 ? 'sysDot' : first < 10 ? 'sysDash' : 'dash'
  // Points of a slide are a little larger than its px.
  const width = line.width * 0.7
  return [{ color: accent, width, dashType }, ...(line.hollow ? [{ color: ground, width: width / 2 }] : [])]
}

const dot = 0.2

const named = (kind: string): PptxGenJS.ShapeType => kind as PptxGenJS.ShapeType

/** Draws into the box below the heading. */
export function drawDiagram(
  slide: PptxGenJS.Slide,
  shapes: readonly Shape[],
  { rtl, language }: { rtl: boolean; language: string },
): void {
  const across = (x: number, w = 0): number => body.x + (rtl ? body.w - x - w : x)
  for (const shape of shapes) {
    if (shape.kind === 'line') {
      const [x1, x2] = [across(shape.from[0]), across(shape.to[0])]
      const [y1, y2] = [body.y + shape.from[1], body.y + shape.to[1]]
      const strokes = shape.mark
        ? strokesOf(shape.mark, colours.accent, colours.sheet)
        : [{ color: colours.line, width: 1 }]
      for (const [n, look] of strokes.entries())
        slide.addShape(named('line'), {
          x: Math.min(x1, x2),
          y: Math.min(y1, y2),
          w: Math.abs(x2 - x1),
          h: Math.abs(y2 - y1),
          flipH: x2 < x1,
          flipV: y2 < y1,
          line: { ...look, ...(shape.head && n === 0 ? { endArrowType: 'triangle' } : {}) },
          objectName: shape.head && n === 0 ? `Arrow: ${shape.alt ?? ''}` : 'Line',
        })
    } else if (shape.kind === 'dot') {
      const { fill, dashes } = markLooks[shape.mark]
      slide.addShape(named('ellipse'), {
        x: across(shape.at[0] - dot / 2, dot),
        y: body.y + shape.at[1] - dot / 2,
        w: dot,
        h: dot,
        fill: {
          color: fill === 'none' ? colours.sheet : colours.accent,
          ...(fill === 'hatched' ? { transparency: 50 } : {}),
        },
        line: { color: colours.accent, width: 1.75, dashType: dashes ? 'sysDash' : 'solid' },
        objectName: 'Moment',
      })
    } else {
      const { x, y, w, h, text, size, look, align } = shape
      const boxed = look === 'box' || look === 'nobody'
      const [near, far] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const)
      slide.addText(text, {
        x: across(x, w),
        y: body.y + y,
        w,
        h,
        fontFace: 'Calibri',
        fontSize: size,
        bold: look === 'strong' || look === 'box',
        italic: look === 'nobody',
        color: look === 'soft' || look === 'nobody' ? colours.soft : colours.ink,
        align: align === 'center' ? 'center' : align === 'end' ? far : near,
        valign: boxed ? 'middle' : 'top',
        margin: boxed ? 0.05 : 0,
        ...(boxed
          ? {
              fill: { color: colours.sheet },
              line: {
                color: look === 'nobody' ? colours.line : colours.accent,
                width: 1.5,
                dashType: look === 'nobody' ? ('dash' as const) : ('solid' as const),
              },
            }
          : {}),
        lang: language,
        rtlMode: rtl,
        objectName: boxed ? 'Name' : 'Text',
      })
    }
  }
}
