import type { ExportName } from '../../../contract/export-names.ts'
import type { MadeFile } from '../../../scripts/outputs/parts.ts'
import { inOnePiece } from '../../../scripts/outputs/output.ts'
import type { ReadQuestion } from '../read-question.ts'
import { readQti12 } from './qti12.ts'
import { readLiaScript, readMarkdown } from './paper.ts'
import { readGameSheet, readForms } from './sheets.ts'
import { readAnki, readAnkiText } from './anki.ts'
import { readH5p } from './h5p.ts'
import { readOlx } from './olx.ts'
import { readEpub } from './epub.ts'
import { readDocx } from './docx.ts'
import { readGift } from './gift.ts'
import { readMoodle } from './moodle.ts'
import { readQti } from './qti.ts'

/** What an independent reader finds in the files of an export, in any order. */
type Reader = (files: readonly MadeFile[]) => Promise<ReadQuestion[]> | ReadQuestion[]

const bytes = ({ data }: MadeFile): Uint8Array => data as Uint8Array
const text = ({ data }: MadeFile): string => Buffer.from(inOnePiece(data)).toString()

/** Quiz packages carry the quiz page, byte by byte: tests/exports/players.test.ts. */
export const readers: Readonly<Partial<Record<ExportName, Reader>>> = {
  moodle: (files) => files.flatMap((file) => readMoodle(text(file))),
  qti21: (files) => files.flatMap((file) => readQti(bytes(file), 2)),
  qti22: (files) => files.flatMap((file) => readQti(bytes(file), 2)),
  qti3: (files) => files.flatMap((file) => readQti(bytes(file), 3)),
  gift: (files) => files.flatMap((file) => readGift(text(file))),
  canvas: (files) => files.flatMap((file) => readQti12(bytes(file))),
  'common-cartridge': (files) => files.flatMap((file) => readQti12(bytes(file))),
  liascript: (files) => Promise.all(files.map((file) => readLiaScript(text(file)))).then((all) => all.flat()),
  kahoot: (files) => Promise.all(files.map((file) => readGameSheet(bytes(file)))).then((all) => all.flat()),
  wayground: (files) =>
    Promise.all(files.map((file) => readGameSheet(bytes(file)))).then((all) => all.flat()),
  'google-forms': (files) => files.flatMap((file) => readForms(text(file))),
  quarto: (files) => Promise.all(files.map((file) => readMarkdown(text(file)))).then((all) => all.flat()),
  commonmark: (files) => Promise.all(files.map((file) => readMarkdown(text(file)))).then((all) => all.flat()),
  anki: (files) => Promise.all(files.map((file) => readAnki(bytes(file)))).then((all) => all.flat()),
  'anki-text': (files) => files.flatMap((file) => readAnkiText(text(file))),
  h5p: (files) => files.flatMap((file) => readH5p(bytes(file))),
  olx: (files) => files.flatMap((file) => readOlx(bytes(file))),
  epub: (files) => Promise.all(files.map((file) => readEpub(bytes(file)))).then((all) => all.flat()),
  docx: (files) => readDocx(files),
}
