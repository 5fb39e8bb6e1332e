// Rendering for `check`: the templates are real, the engines behind them stand-ins. So a broken template is
// found in milliseconds, without a bundler, a compiler or a browser.

import { join } from 'node:path'
import { templatesFolder } from './open-render.ts'
import type { Render } from './render.ts'
import { layoutNames } from './slidev/layout-names.ts'
import type { SlidevShell } from './slidev/shell.ts'
import { oncePerDecks, openShells } from './slidev/shells.ts'
import { slidevFilters } from './slidev-markdown.ts'
import { openTemplates } from './templates.ts'

/**
 * A Render whose decks and PDFs are empty; what is rendered from templates/quiz, site and slidev is what a
 * build renders.
 */
export function openDryRender(): Render {
  const nothing = new Uint8Array()
  const slidev: SlidevShell = {
    layouts: layoutNames(join(templatesFolder, 'slidev/theme')),
    sharedFiles: [],
    filesFor: () => [],
    deckData: async (_markdown, id) => ({ id, title: '', language: 'en', configs: {}, slides: [] }),
    hostedPage: () => '',
    oneFilePage: () => [],
    withSlides: async () => slidev,
    themeFiles: () => [],
  }
  return {
    templates: openTemplates(templatesFolder, slidevFilters),
    slidev: async () => slidev,
    shells: oncePerDecks(async (decks) => openShells(slidev, decks)),
    quizPlayer: async () => ({ forTypes: () => ({ js: '', css: '' }), worker: '' }),
    typst: async () => ({ compile: async () => nothing }),
    printer: async () => ({
      printSlides: async () => nothing,
      print: async () => ({ slides: nothing, handout: nothing, handoutLines: nothing }),
      close: async () => {},
    }),
  }
}
