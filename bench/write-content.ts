import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syntheticContent, type SyntheticOptions } from './synthetic.ts'

/** Where synthetic content lies: a content root and the folder of its articles. */
export interface WrittenContent {
  root: string
  articles: string
}

/** Writes synthetic content to a folder of its own, in place of what was there. */
export async function writeContent(folder: string, options: SyntheticOptions): Promise<WrittenContent> {
  const { files, articles } = syntheticContent(options)
  const written = { root: join(folder, 'content'), articles: join(folder, 'articles') }
  await rm(folder, { recursive: true, force: true })
  const paths = [
    ...Array.from(files, ([path, text]) => [join(written.root, path), text] as const),
    ...Array.from(articles, ([path, text]) => [join(written.articles, path), text] as const),
  ]
  for (const each of new Set(paths.map(([path]) => dirname(path)))) await mkdir(each, { recursive: true })
  for (const [path, text] of paths) await writeFile(path, text)
  return written
}
