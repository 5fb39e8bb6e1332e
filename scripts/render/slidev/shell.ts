// Slides are data: the Slidev client with the theme is built once (the shell), and a deck is that shell plus its JSON.

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { DeckData } from './deck-data.ts'
import { hostedPage, oneFilePage, withoutNotes } from './pages.ts'
import { filesOf, openBuiltShell, type SharedFile, type ShellFolders } from './shell-cache.ts'

/** Makes decks; nothing in it needs a bundler. */
export interface SlidevShell {
  /** The layouts that a slide may ask for. */
  layouts: readonly string[]
  /** Files that hosted pages share, to be put into one folder. */
  sharedFiles: readonly SharedFile[]
  /** Reads an ordinary Slidev file. Throws DeckError on what the shell cannot show. */
  deckData(markdown: string, id: string): Promise<DeckData>
  /** For a web server; `assetsPath` leads from the page to the folder of `sharedFiles` and ends with a slash. */
  hostedPage(deck: DeckData, assetsPath: string): string
  /**
   * One file for `file://`, a stick, an attachment; the presenter view is in it, `notes` says whether the speaker notes are. In pieces that
   * follow each other: the largest of them are the same for all decks.
   */
  oneFilePage(deck: DeckData, options: { notes: boolean }): readonly Uint8Array[]
  /** Files of a deck built by Slidev itself, with its pictures, for what `deckData` refuses; hosted only. Seconds where none are kept. */
  buildOrdinary(markdown: string, pictures?: readonly SharedFile[]): Promise<SharedFile[]>
  /** The theme's files, for the folder beside the ordinary Slidev decks; names are relative, with forward slashes. */
  themeFiles(): Promise<SharedFile[]>
}

/** Opens the shell, building it when the theme, the client or a version changed since it was built last. */
export async function openSlidevShell(folders: ShellFolders): Promise<SlidevShell> {
  const shell = await openBuiltShell(folders)
  const { script, style, assets } = shell.hosted
  return {
    layouts: shell.layouts,
    sharedFiles: [script, style, ...assets],
    async deckData(markdown, id) {
      const { readDeck } = await import('./read-deck.ts')
      return readDeck(markdown, { id, layouts: shell.layouts, themeMeta: shell.themeMeta })
    },
    hostedPage: (deck, assetsPath) => hostedPage(shell, deck, assetsPath),
    oneFilePage: (deck, { notes }) => oneFilePage(shell, notes ? deck : withoutNotes(deck)),
    async buildOrdinary(markdown, pictures = []) {
      const { buildOrdinary } = await import('./ordinary-build.ts')
      return buildOrdinary(folders, markdown, pictures)
    },
    async themeFiles() {
      return filesOf(folders.themeFolder).map((file) => ({
        name: relative(folders.themeFolder, file).replaceAll('\\', '/'),
        data: readFileSync(file),
      }))
    },
  }
}
