// The page grid in px on the canvas of 1280 x 720: what the heading and the footer leave for a layout.

import { lineCount, textHeight } from './text.ts'

export const canvas = { width: 1280, height: 720 }
const padding = { side: 72, top: 50, bottom: 22 }
const gap = 24

/** Width that every layout may fill. */
export const bodyWidth = canvas.width - 2 * padding.side

/** Least height of the line with attribution, status and source, its rule included. */
export const footerHeight = 74

const headingLeading = 1.14

/** Type size of a heading: what fits one line is large; 90 letters fit two lines of the smaller. */
export function headingSize(heading: string): number {
  return lineCount(heading, 46, bodyWidth, 'serif') === 1 ? 46 : 36
}

/** Height that is left between the heading and a footer of this height; 0: no footer. */
export function bodyHeight(heading: string, footer: number = footerHeight): number {
  const head = textHeight(heading, headingSize(heading), bodyWidth, headingLeading, 'serif')
  return canvas.height - padding.top - padding.bottom - head - gap - (footer > 0 ? footer + 14 : 12)
}

/** Height on a checkpoint for its question: less the heading line, 40 px, and the gap above the answer. */
export const checkpointHeight = canvas.height - padding.top - padding.bottom - 40 - gap - footerHeight
