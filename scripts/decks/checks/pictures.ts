import { z } from 'zod'
import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ContentFolder } from '../../source/content-folder.ts'
import type { JsonDocument } from '../../source/json-document.ts'
import { pictureReferences } from '../handwritten-pictures.ts'

/**
 * Every picture that hand-written slides refer to lies in slides/: finished decks load nothing from
 * elsewhere.
 */
export function pictureChecks({
  markdown,
  pictures,
  slides,
}: Pick<ContentFolder, 'markdown' | 'pictures' | 'slides'>): Diagnostic[] {
  const inSections = slides.flatMap((document) => sectionPictures(document, pictures))
  const inMarkdown = [...markdown].flatMap(([file, text]) =>
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
  return [...inSections, ...inMarkdown]
}

/** `image` of the sections of an outline, which may still be any JSON. */
function sectionPictures(document: JsonDocument, pictures: ContentFolder['pictures']): Diagnostic[] {
  const read = Sections.safeParse(document.value)
  return (read.data?.sections ?? []).flatMap(({ image }, index) =>
    image === undefined || pictures.has(image.file)
      ? []
      : [
          error(
            document.location(['sections', index, 'image', 'file']),
            'outline/picture',
            `Unexpected picture "${image.file}", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder`,
            `there is no slides/${image.file}`,
          ),
        ],
  )
}

const Sections = z.object({
  sections: z.array(z.object({ image: z.object({ file: z.string() }).optional().catch(undefined) })),
})
