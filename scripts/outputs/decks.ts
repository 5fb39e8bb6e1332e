// Decks: the ordinary Slidev file with its theme, the hosted page, and the one file for a stick.

import type { Deck } from '../decks/deck.ts'
import { warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { needsOwnBuild } from '../render/slidev/own-build.ts'
import type { Render } from '../render/render.ts'
import type { Output, OutputFile } from './output.ts'

export interface DeckOptions {
  /** Also `decks/<deck>-student.html`, without speaker notes. */
  studentCopies: boolean
}

/** The decks of the content. */
export function decks({ studentCopies }: DeckOptions): Output {
  return {
    name: 'decks',
    limits: (content) => content.decks.flatMap(limitsOf),
    async emit(content, render, progress) {
      if (content.decks.length === 0) return []
      progress('slide shell')
      const shell = await render.slidev()
      const files: OutputFile[] = [
        ...shell.sharedFiles.map(({ name, data }) => ({ path: `decks/assets/${name}`, data })),
        ...(await shell.themeFiles()).map(({ name, data }) => ({ path: `slidev/theme/${name}`, data })),
      ]
      for (const deck of content.decks) {
        progress(deck.title)
        files.push(...(await filesOf(deck, render, studentCopies)))
      }
      return files
    },
  }
}

async function filesOf(deck: Deck, render: Render, studentCopies: boolean): Promise<OutputFile[]> {
  const shell = await render.slidev()
  const markdown = deckMarkdown(deck, render.templates)
  const data = await shell.deckData(markdown, deck.id)
  return [
    { path: `slidev/${deck.id}.md`, data: markdown },
    { path: `decks/${deck.id}/index.html`, data: shell.hostedPage(data, '../assets/') },
    { path: `decks/${deck.id}.html`, data: shell.oneFilePage(data, { notes: true }) },
    ...(studentCopies
      ? [{ path: `decks/${deck.id}-student.html`, data: shell.oneFilePage(data, { notes: false }) }]
      : []),
  ]
}

/** Hand-written slides that only Slidev's own compiler can show. */
function limitsOf(deck: Deck): Diagnostic[] {
  return deck.slides.flatMap((slide) => {
    const reason = slide.kind === 'handwritten' ? needsOwnBuild(slide.markdown) : undefined
    if (slide.kind !== 'handwritten' || !reason) return []
    return [
      warning(
        { file: `slides/${slide.file}`, line: 1, column: 1 },
        'output/slide-needs-slidev',
        `Unexpected ${reason} in a hand-written slide, expected Markdown, HTML and Slidev's click directives`,
        `the built deck says where it is left out; npx slidev slidev/${deck.id}.md in the output folder shows it`,
      ),
    ]
  })
}
