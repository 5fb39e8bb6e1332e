// All outputs, in the order in which they are made and linked. A new one is a file beside this and a line
// here.

import { classPage } from './class-page.ts'
import { deckPdfs } from './deck-pdfs.ts'
import { decks } from './decks.ts'
import { exportsGuide } from './exports/guide.ts'
import { exports } from './exports/table.ts'
import { learn } from './learn.ts'
import type { Output } from './output.ts'
import { quizzes } from './quizzes.ts'
import { readingPack } from './reading-pack.ts'
import { site } from './site.ts'
import { worksheets } from './worksheets.ts'

export const outputs: readonly Output[] = [
  quizzes,
  decks,
  worksheets,
  deckPdfs,
  ...exports,
  exportsGuide,
  readingPack,
  learn,
  classPage,
  site,
]
