// Decks for PowerPoint: native texts, tables and charts, the speaker notes with each slide.

import { messagesFor } from '../../../contract/messages/registry.ts'
import { pptxFile } from './pptx/file.ts'
import { pagesOf } from './pptx/pages.ts'
import { exportOf } from './export-of.ts'

/** `exports/pptx/<deck>.pptx`. It holds the questions that the decks show. */
export const pptx = exportOf({
  name: 'pptx',
  makes: 'PowerPoint files',
  holds: {
    reasons: 'words',
    hint: 'no',
    facts: 'words',
    status: 'words',
    sources: 'words',
    tags: 'no',
    id: 'no',
    choice: 'words',
    choices: 'words',
    verdict: 'words',
    number: 'words',
    order: 'words',
    match: 'words',
    text: 'words',
    cloze: 'words',
  },
  async emit(_, content) {
    const questions = new Map(
      content.banks.flatMap(({ questions: all }) => all.map((each) => [each.id, each])),
    )
    const files = []
    for (const deck of content.decks)
      files.push({
        path: `${deck.id}.pptx`,
        version: deck.title,
        data: await pptxFile(deck, pagesOf(deck, questions, messagesFor(deck.language))),
      })
    return files
  },
})
