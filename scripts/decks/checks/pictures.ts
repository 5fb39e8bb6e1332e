import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ContentFolder } from '../../source/content-folder.ts'
import { pictureReferences } from '../handwritten-pictures.ts'

/**
 * Every picture that hand-written slides refer to lies in slides/: finished decks load nothing from
 * elsewhere.
 */
export function pictureChecks({
  markdown,
  pictures,
}: Pick<ContentFolder, 'markdown' | 'pictures'>): Diagnostic[] {
  return [...markdown].flatMap(([file, text]) =>
    pictureReferences(text, file)
      .filter(({ path }) => path === undefined || !pictures.has(path))
      .map(({ written, at, path }) => {
        const before = text.slice(0, at).split(/\r\n?|\n/)
        return error(
          { file: `slides/${file}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
          'outline/picture',
          `Unexpected picture "${written}", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder`,
          path === undefined ? 'put the picture beside the slides' : `there is no slides/${path}`,
        )
      }),
  )
}
