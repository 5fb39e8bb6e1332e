// The two grounds on which slides of a PowerPoint file stand, and their colours.

import type PptxGenJS from 'pptxgenjs'
import { body } from './room.ts'

export const ink = '1D2226'
export const soft = '555C63'
export const accent = '0D5C63'
const paper = 'FBFAF6'

/** How every text stands in its box. */
export interface Common {
  align: 'left' | 'right'
  margin: number
  rtlMode: boolean
}

/** Adds "content", for most slides, and "opening", for covers and sections. */
export function defineMasters(made: PptxGenJS, common: Common, rtl: boolean): void {
  const slideNumber = { x: 12.2, y: 6.95, w: 0.7, h: 0.3, fontFace: 'Calibri', fontSize: 11, color: soft }
  made.defineSlideMaster({
    title: 'content',
    background: { color: paper },
    objects: [
      { rect: { x: rtl ? 13.15 : 0, y: 0, w: 0.18, h: 7.5, fill: { color: accent } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: body.x,
            y: 0.45,
            w: body.w,
            h: 0.95,
            fontFace: 'Georgia',
            fontSize: 30,
            bold: true,
            color: ink,
            valign: 'middle',
            ...common,
          },
          text: '',
        },
      },
    ],
    slideNumber,
  })
  made.defineSlideMaster({
    title: 'opening',
    background: { color: accent },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 1.2,
            y: 1.6,
            w: 10.9,
            h: 2,
            fontFace: 'Georgia',
            fontSize: 44,
            bold: true,
            color: 'FFFFFF',
            valign: 'bottom',
            ...common,
          },
          text: '',
        },
      },
    ],
    slideNumber: { ...slideNumber, color: 'FFFFFF' },
  })
}
