import type { ExportName } from '../../../contract/export-names.ts'
import type { MadeFile } from '../../../scripts/outputs/parts.ts'
import { inOnePiece } from '../../../scripts/outputs/output.ts'
import type { ReadQuestion } from '../read-question.ts'
import { readGift } from './gift.ts'
import { readMoodle } from './moodle.ts'

/** What an independent reader finds in the files of an export, in any order. */
type Reader = (files: readonly MadeFile[]) => Promise<ReadQuestion[]> | ReadQuestion[]

const text = ({ data }: MadeFile): string => Buffer.from(inOnePiece(data)).toString()

export const readers: Readonly<Record<ExportName, Reader>> = {
  moodle: (files) => files.flatMap((file) => readMoodle(text(file))),
  gift: (files) => files.flatMap((file) => readGift(text(file))),
}
