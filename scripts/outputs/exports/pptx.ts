// Decks for PowerPoint: native texts, tables and charts, the speaker notes with each slide.

import { messagesFor } from '../../../contract/messages/registry.ts'
import { pptxFile } from './pptx/file.ts'
import { pagesOf } from './pptx/pages.ts'
import { held } from '../holding.ts'
import { exportOf } from './export-of.ts'

/** `exports/pptx/<deck>.pptx`. It holds the questions that the decks show. */
export const pptx = exportOf({
  name: 'pptx',
  makes: 'PowerPoint files',
  holds: held({ no: ['hint', 'tags', 'id', 'picture'] }),
  async emit(_, content) {
    const questions = new Map(
      content.banks.flatMap(({ questions: all }) => all.map((each) => [each.id, each])),
    )
    const files = []
    for (const deck of content.decks)
      files.push({
        path: `${deck.id}.pptx`,
        version: deck.title,
        data: await pptxFile(deck, await pagesOf(deck, questions, messagesFor(deck.language))),
      })
    return files
  },
})
