// From plain pages to a PowerPoint file. pptxgenjs writes it; what it gets wrong is mended afterwards.

import type PptxGenJS from 'pptxgenjs'
import type { Deck } from '../../../../contract/deck.ts'
import { directionOf } from '../../../../contract/messages/registry.ts'
import { pathsIn, rezip } from '../../../render/zip.ts'
import { runsOf } from '../marked-runs.ts'
import { draw } from './drawings.ts'
import { drawDiagram } from './diagrams/draw-diagram.ts'
import type { Line, Page } from './page.ts'
import { accent, defineMasters, ink, soft, type Common } from './masters.ts'
import { mended } from './mended.ts'
import { body } from './room.ts'
import { linesOf, lookOfRun } from './runs.ts'
import { sizesFor, spaceAfter, tableSizes } from './sizes.ts'

const line = 'DCD7CB'

/** Of the body, for a drawing beside texts, and what is left for them. */
const drawingWidth = 6.9
export const besideDrawing = { ...body, x: body.x + drawingWidth + 0.3, w: body.w - drawingWidth - 0.3 }

/** The bytes of a deck; the same pages give the same ones. */
export async function pptxFile(deck: Deck, pages: readonly Page[]): Promise<Uint8Array> {
  const { default: Pptx } = await import('pptxgenjs')
  // A CommonJS module: bundlers and Node do not agree on where its class is.
  const made = new ((Pptx as never as { default?: typeof PptxGenJS }).default ?? Pptx)()
  const rtl = directionOf(deck.language) === 'rtl'
  made.layout = 'LAYOUT_WIDE'
  made.title = deck.title
  made.author = deck.author
  made.subject = deck.summary
  made.company = deck.unit
  made.rtlMode = rtl
  made.theme = { headFontFace: 'Georgia', bodyFontFace: 'Calibri' }
  const common = { align: rtl ? ('right' as const) : ('left' as const), margin: 0, rtlMode: rtl }
  defineMasters(made, common, rtl)
  for (const page of pages) addPage(made, page, deck, common)
  const bytes = (await made.write({ outputType: 'uint8array' })) as Uint8Array
  // The library numbers charts through all decks of a run.
  const charts = pathsIn(bytes)
    .flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  const numbered = (text: string): string =>
    text.replaceAll(
      /(charts\/chart|chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g,
      (_, name: string, number: string) => `${name}${charts.indexOf(Number(number)) + 1}`,
    )
  return rezip(bytes, (path, text) => numbered(mended(path, text, rtl)), numbered)
}

function addPage(made: PptxGenJS, page: Page, { language, marked = {} }: Deck, common: Common): void {
  const slide = made.addSlide({ masterName: page.master })
  slide.addText(page.title, { placeholder: 'title', lang: language })
  const opening = page.master === 'opening'
  const { chart, table, drawing } = page
  const place = opening
    ? { x: 1.2, y: 3.8, w: drawing ? 6.2 : 10.9, h: 2.4 }
    : chart || table
      ? { ...body, y: 5.35, h: 1.45 }
      : drawing
        ? besideDrawing
        : body
  const looks = runsOf(marked)
  const lines = page.lines.map((each) => ({ ...each, runs: looks(each.text) }))
  const sizeOf = sizesFor(
    lines.map(({ role, runs }) => ({ role, text: runs.map(linesOf).join('') })),
    place,
  )
  const texts = lines.flatMap((each, n) =>
    each.runs.map((run, at) => ({
      text: run.text,
      options: {
        ...lookOf(each, sizeOf(each.role), opening),
        ...lookOfRun(run),
        breakLine: at === each.runs.length - 1 && n < lines.length - 1,
        rtlMode: common.rtlMode,
        lang: language,
      },
    })),
  )
  if (texts.length > 0)
    slide.addText(texts, {
      ...place,
      fontFace: 'Calibri',
      valign: 'top',
      fit: 'shrink',
      paraSpaceAfter: spaceAfter,
      objectName: 'Text',
      ...common,
    })
  if (drawing)
    draw(slide, drawing, opening ? { x: 7.8, y: 3.6, w: 4.8, h: 3.1 } : { ...body, w: drawingWidth })
  if (page.diagram) drawDiagram(slide, page.diagram, { rtl: common.rtlMode, language })
  if (chart)
    slide.addChart(
      made.ChartType.bar,
      [
        {
          name: chart.unit,
          labels: chart.bars.map(({ label }) => label),
          values: chart.bars.map(({ value }) => value),
        },
      ],
      {
        ...body,
        h: texts.length > 0 ? 3.7 : body.h,
        barDir: 'bar',
        chartColors: [accent],
        // Its types name one of the two directions that it writes.
        catAxisOrientation: 'maxMin' as 'minMax',
        catAxisLabelFontSize: 16,
        catAxisLabelFontFace: 'Calibri',
        catAxisLabelColor: ink,
        valAxisLabelFontSize: 14,
        valAxisLabelFontFace: 'Calibri',
        valAxisLabelColor: soft,
        valAxisLabelFormatCode: '#,##0',
        valAxisHidden: false,
        valGridLine: { color: line, size: 0.5 },
        showLegend: false,
        showTitle: false,
        showValAxisTitle: true,
        valAxisTitle: chart.unit,
        valAxisTitleFontSize: 14,
        valAxisTitleFontFace: 'Calibri',
        valAxisTitleColor: soft,
        altText: chart.bars.map(({ label }) => label).join('; '),
      },
    )
  if (table) {
    const { widths, size } = tableSizes([table.head, ...table.rows], {
      w: body.w,
      h: texts.length > 0 ? 3.6 : body.h,
    })
    const cell = (text: string, bold: boolean) => ({
      text: looks(text).map((run) => ({
        text: run.text,
        options: { ...lookOfRun(run), rtlMode: common.rtlMode } as object,
      })),
      options: {
        bold,
        color: ink,
        fontSize: size,
        fontFace: 'Calibri',
        lang: language,
        align: common.align,
        rtlMode: common.rtlMode,
        valign: 'top' as const,
      },
    })
    slide.addTable(
      [
        table.head.map((text) => cell(text, true)),
        ...table.rows.map((row) => row.map((text) => cell(text, false))),
      ],
      {
        x: body.x,
        y: body.y,
        w: body.w,
        colW: widths,
        border: { type: 'solid', pt: 0.5, color: line },
        margin: 0.06,
      },
    )
  }
  slide.addNotes(page.notes.join('\n'))
}

function lookOf({ role }: Line, fontSize: number, opening: boolean): object {
  return {
    fontSize,
    color: opening ? 'FFFFFF' : role === 'big' ? accent : role === 'small' ? soft : ink,
    bold: role === 'big',
    ...(role === 'point' ? { bullet: { indent: 16 } } : {}),
  }
}
