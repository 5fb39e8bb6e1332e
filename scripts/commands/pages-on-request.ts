// What `dev` serves is made when somebody asks for it: a save must not wait for pages that nobody looks at.

import type { Content } from '../decks/content.ts'
import { inOnePiece, type Output } from '../outputs/output.ts'
import { openDryRender } from '../render/dry-render.ts'
import { once } from '../render/once.ts'
import type { Render } from '../render/render.ts'
import { slidesToCompile } from '../render/slidev/compiled-slides.ts'

/** What is served at a path. */
export type Page = string | Uint8Array

/** The output tree of one state of the content. */
export interface Pages {
  /** The file at a path, relative to the output; undefined where a build would make none. Throws what the output throws. */
  file(path: string): Promise<Page | undefined>
}

/** Makes one deck or one quiz at a time, each at most once. `outputs` are what a build would run, the site last. */
export function pagesOnRequest(
  outputs: (made: () => readonly string[]) => readonly Output[],
  content: Content,
  render: Render,
): Pages {
  let names: readonly string[] = []
  const all = outputs(() => names)
  const pieces = [
    ...content.decks.map((deck) => ({ id: deck.id, piece: { ...content, decks: [deck], banks: [] } })),
    ...content.banks.map((bank) => ({ id: bank.id, piece: { ...content, decks: [], banks: [bank] } })),
  ]
  const forPieces = withSlidesOfAll(content, render)
  const parts = all
    .slice(0, -1)
    .flatMap((output) => pieces.map(({ id, piece }) => ({ id, ...part(output, piece, forPieces) })))
  const site = all.slice(-1).map((output) => part(output, content, render))
  return {
    async file(path) {
      const likely = parts.filter(({ id }) => path.includes(id))
      const found = (await firstWith(path, likely)) ?? (await firstWith(path, parts))
      if (found) return (await found.files()).get(path)
      const index = await firstWith(path, site)
      if (index) {
        names = (await Promise.all(parts.map((each) => each.paths()))).flat()
        return (await index.files()).get(path)
      }
      return (await (await partOfDecks(path, parts))?.files())?.get(path)
    },
  }
}

async function firstWith(path: string, parts: readonly Part[]): Promise<Part | undefined> {
  for (const each of parts) if ((await each.paths()).includes(path)) return each
  return undefined
}

/** The same shell for a deck as in a build: one deck made by itself would ask for a shell with its own slides only. */
function withSlidesOfAll(content: Content, render: Render): Render {
  const decks = content.decks.map(slidesToCompile).filter((slides) => slides.length > 0)
  if (decks.length === 0) return render
  return {
    ...render,
    async slidev() {
      const shell = await render.slidev()
      return { ...shell, withSlides: () => shell.withSlides(decks) }
    },
  }
}

/** Only a real run names the files that decks share; which of them a deck needs depends on its shell. */
async function partOfDecks(
  path: string,
  parts: readonly (Part & { id: string })[],
): Promise<Part | undefined> {
  if (!/^(?:decks|slidev)\//.test(path)) return undefined
  for (const each of parts) {
    const ofDecks = (await each.paths()).some((name) => name.startsWith('slidev/'))
    // A deck that cannot be made is no reason to keep from another what it needs.
    const made = ofDecks ? await each.files().catch(() => undefined) : undefined
    if (made?.has(path)) return each
  }
  return undefined
}

/** One output of one deck, one quiz or the whole. */
interface Part {
  /** Found without rendering anything. */
  paths(): Promise<string[]>
  files(): Promise<Map<string, Page>>
}

function part(output: Output, content: Content, render: Render): Part {
  return {
    paths: once(async () => {
      const files = await output.emit(content, namesOnly, () => {})
      return files.map(({ path }) => path)
    }),
    files: once(async () => {
      const files = await output.emit(content, render, () => {})
      return new Map(files.map(({ path, data }) => [path, inOnePiece(data)]))
    }),
  }
}

const namesOnly: Render = { ...openDryRender(), templates: { render: () => '' } }
