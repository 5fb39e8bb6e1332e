import type { Change, Imported } from '../../../contract/studio.ts'
import { ArticleRefused, readArticle, textFileName } from '../../articles/read-article.ts'
import { newSource } from '../../facts/new-source.ts'
import { sha256 } from '../../source/digest.ts'
import type { ReadUnit } from './studio-unit.ts'

/** An article as files of the unit: its text and the entry of its source; or why it is refused. */
export async function importedArticle(
  name: string,
  data: Uint8Array,
  { base }: Pick<ReadUnit, 'base'>,
): Promise<{ changes: Change[]; said: Imported }> {
  const refused = (reason: string, remedy: string): { changes: Change[]; said: Imported } => ({
    changes: [],
    said: { name, refused: `This is ${reason}. What to do: ${remedy}.` },
  })
  try {
    const article = await readArticle({ name, data }, base.language)
    const sources = [...base.sources.values()].map(({ value }) => value)
    const digest = sha256(article.text)
    const same = sources.find((each) => each.sha256 === digest)
    if (same) return refused(`the text of “${same.title}”, which the unit has already`, 'go on with that one')
    const file = unusedFile(textFileName(name), new Set(sources.map((each) => each.file)))
    const source = newSource(article, file, digest, new Set(sources.map(({ id }) => id)))
    const known = Object.entries({
      title: article.title,
      author: article.author,
      publisher: article.publisher,
      published: article.published,
    }).flatMap(([key, found]) => (found ? `${key}: ${found.value}, from ${found.basis}` : []))
    return {
      changes: [
        { file: `articles/${file}`, path: [], value: article.text },
        { file: 'facts/sources.json', path: ['sources', { id: source.id }], value: source },
      ],
      said: {
        name,
        id: source.id,
        words: article.text.split(/\s+/).filter(Boolean).length,
        dropped: article.dropped,
        notes: [...known, ...article.notes],
      },
    }
  } catch (thrown) {
    if (thrown instanceof ArticleRefused) return refused(thrown.message, thrown.remedy)
    throw thrown
  }
}

/** The name itself, or with the first number that no other text has. */
function unusedFile(file: string, taken: ReadonlySet<string>): string {
  if (!taken.has(file)) return file
  let number = 2
  while (taken.has(file.replace(/\.txt$/, `-${number}.txt`))) number++
  return file.replace(/\.txt$/, `-${number}.txt`)
}
