// What `dev` serves is made when somebody asks for it: a save must not wait for pages that nobody looks at.

import type { Content } from '../decks/content.ts'
import type { Output, OutputFile } from '../outputs/output.ts'
import { openDryRender } from '../render/dry-render.ts'
import type { Render } from '../render/render.ts'

/** The output tree of one state of the content. */
export interface Pages {
  /** The file at a path, relative to the output; undefined where a build would make none. Throws what the output throws. */
  file(path: string): Promise<OutputFile['data'] | undefined>
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
    ...content.decks.map((deck) => ({ ...content, decks: [deck], banks: [] })),
    ...content.banks.map((bank) => ({ ...content, decks: [], banks: [bank] })),
  ]
  const parts = all.slice(0, -1).flatMap((output) => pieces.map((piece) => part(output, piece, render)))
  parts.push(...all.slice(-1).map((site) => part(site, content, render)))
  const planned = once(async () => {
    const byPath = new Map<string, Part>()
    for (const each of parts) for (const path of await each.paths()) byPath.set(path, each)
    names = [...byPath.keys()]
    return byPath
  })
  return {
    async file(path) {
      const byPath = await planned()
      const found = byPath.get(path) ?? partOfDecks(path, byPath)
      return (await found?.files())?.get(path)
    },
  }
}

/** Only a real run names the files that decks share, which are the same for all, and those of a deck that Slidev builds. */
function partOfDecks(path: string, byPath: ReadonlyMap<string, Part>): Part | undefined {
  const [folder = '', deck = ''] = path.split('/')
  if (folder !== 'decks' && folder !== 'slidev') return undefined
  return (
    byPath.get(`decks/${deck}/index.html`) ?? [...byPath].find(([name]) => name.startsWith('slidev/'))?.[1]
  )
}

/** One output of one deck, one quiz or the whole. */
interface Part {
  /** Found without rendering anything. */
  paths(): Promise<string[]>
  files(): Promise<Map<string, OutputFile['data']>>
}

function part(output: Output, content: Content, render: Render): Part {
  return {
    async paths() {
      const files = await output.emit(content, namesOnly, () => {})
      return files.map(({ path }) => path)
    },
    files: once(async () => {
      const files = await output.emit(content, render, () => {})
      return new Map(files.map(({ path, data }) => [path, data]))
    }),
  }
}

const namesOnly: Render = { ...openDryRender(), templates: { render: () => '' } }

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
