// All exports, in the order in which they are linked. A new one is a file beside this, a line here and its
// name in contract/export-names.ts.

import { canvas } from './canvas.ts'
import { commonCartridge } from './common-cartridge.ts'
import { liascript, quarto, commonmark } from './markdown.ts'
import { kahoot, wayground } from './game-sheets.ts'
import { googleForms } from './google-forms.ts'
import { anki, ankiText } from './anki.ts'
import { h5p } from './h5p.ts'
import { olx } from './olx.ts'
import { cmi5, scorm12, scorm2004 } from './quiz-packages.ts'
import { epub } from './epub.ts'
import { docx } from './docx.ts'
import { pptx } from './pptx.ts'
import type { Export } from './export-of.ts'
import { gift } from './gift.ts'
import { moodle } from './moodle.ts'
import { qti21, qti22, qti3 } from './qti.ts'

export const exports: readonly Export[] = [
  moodle,
  gift,
  qti21,
  qti22,
  qti3,
  canvas,
  commonCartridge,
  liascript,
  kahoot,
  wayground,
  googleForms,
  quarto,
  commonmark,
  anki,
  ankiText,
  h5p,
  olx,
  scorm12,
  scorm2004,
  cmi5,
  pptx,
  epub,
  docx,
]
