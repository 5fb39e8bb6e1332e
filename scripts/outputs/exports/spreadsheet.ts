// A sheet as XLSX (ECMA-376, SpreadsheetML). Texts are inline strings: none can become a formula.

import type { Templates } from '../../render/templates.ts'
import { zip } from '../../render/zip.ts'

/** A cell; nothing where it stays empty. */
type Cell = string | number

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Rows from the first on; an empty one stays empty. `firstWidth` is that of column A, in characters. */
export function spreadsheet(
  rows: readonly (readonly Cell[])[],
  firstWidth: number,
  templates: Templates,
): Uint8Array {
  const sheet = templates.render('exports/sheet/sheet.xml.njk', {
    widths: { first: firstWidth, rest: 30 },
    rows: rows.map((cells, row) => ({
      number: row + 1,
      cells: cells.flatMap((value, column) =>
        value === ''
          ? []
          : {
              place: `${String.fromCharCode(65 + column)}${row + 1}`,
              ...(typeof value === 'number' ? { number: value, text: '' } : { number: 0, text: value }),
            },
      ),
    })),
  })
  return zip([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
  ])
}
