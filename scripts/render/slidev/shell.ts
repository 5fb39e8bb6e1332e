// Slides are data: the Slidev client with the theme is built once (the shell), and a deck is that shell plus
// its JSON.

import type { WrittenSlide } from './compiled-slides.ts'
import type { DeckData } from '../../../contract/deck-data.ts'
import { openStyle } from './font-faces.ts'
import { hostedPage, oneFilePage, withoutNotes } from './pages.ts'
import type { SharedFile } from './shared-file.ts'
import { openBuiltShell, type BuiltShell, type ShellFolders } from './shell-cache.ts'
import { themeFiles } from './theme-files.ts'

/** Makes decks; nothing in it needs a bundler. */
export interface SlidevShell {
  /** The layouts that a slide may ask for. */
  layouts: readonly string[]
  /** Files that hosted pages share, to be put into one folder. */
  sharedFiles: readonly SharedFile[]
  /** Those of them that a deck with these texts may load: not the fonts that hold no letter of it. */
  filesFor(texts: string): readonly SharedFile[]
  /** Reads an ordinary Slidev file. Throws DeckError on what the shell cannot show. */
  deckData(markdown: string, id: string): Promise<DeckData>
  /**
   * For a web server; `assetsPath` leads from the page to the folder of `sharedFiles` and ends with a slash.
   */
  hostedPage(deck: DeckData, assetsPath: string): string
  /**
   * One file for `file://`, a stick, an attachment; the presenter view is in it, `notes` says whether the
   * speaker notes are. In pieces that follow each other: the largest of them are the same for all decks.
   */
  oneFilePage(deck: DeckData, options: { notes: boolean }): readonly Uint8Array[]
  /**
   * The shell for decks with slides that only Slidev's compiler can make, given as those slides of each deck:
   * one build for all of them, seconds where none is kept. Throws SlidesError.
   */
  withSlides(decks: readonly (readonly WrittenSlide[])[]): Promise<SlidevShell>
  /**
   * The theme's files, complete by themselves, for the folder beside the ordinary Slidev decks; names are
   * relative, with forward slashes.
   */
  themeFiles(): SharedFile[]
}

/** Opens the shell, building it when the theme, the client or a version changed since it was built last. */
export async function openSlidevShell(folders: ShellFolders): Promise<SlidevShell> {
  return shellFrom(await openBuiltShell(folders), folders)
}

function shellFrom(built: BuiltShell, folders: ShellFolders): SlidevShell {
  const { script, style, assets } = built.hosted
  const fontsFor = openStyle(String(style.data))
  let theme: SharedFile[] | undefined
  /** Most decks of a unit have the same fonts. */
  const filesWith = new Map<Uint8Array, readonly SharedFile[]>()
  /** Both the decks and their PDFs ask for it. */
  const compiled = new Map<string, Promise<SlidevShell>>()
  return {
    layouts: built.layouts,
    sharedFiles: [script, style, ...assets],
    filesFor(texts) {
      const picked = fontsFor(texts)
      const known = filesWith.get(picked)
      if (known) return known
      const used = Buffer.from(picked).toString()
      const files = [
        script,
        style,
        ...assets.filter(({ name }) => !/\.woff2?$/.test(name) || used.includes(name)),
      ]
      filesWith.set(picked, files)
      return files
    },
    async deckData(markdown, id) {
      const { readDeck } = await import('./read-deck.ts')
      return readDeck(markdown, { ...built, id })
    },
    hostedPage: (deck, assetsPath) => hostedPage(built, deck, assetsPath),
    oneFilePage: (deck, { notes }) => oneFilePage(built, notes ? deck : withoutNotes(deck)),
    withSlides(decks) {
      const key = JSON.stringify(decks)
      const open = async (): Promise<SlidevShell> => {
        const { openCompiledShell } = await import('./compiled-shell.ts')
        return shellFrom(await openCompiledShell(folders, decks), folders)
      }
      const known = compiled.get(key) ?? open()
      compiled.clear()
      compiled.set(key, known)
      return known
    },
    themeFiles: () => (theme ??= themeFiles(folders.themeFolder, folders.packageRoot)),
  }
}
