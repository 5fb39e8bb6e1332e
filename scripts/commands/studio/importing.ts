import type { Change, Imported } from '../../../contract/studio.ts'
import { ArticleText } from '../../source/normalise.ts'
import type { ReadUnit } from './studio-unit.ts'

/** An article as files of the unit: its text and the entry of its source; or why it is refused. */
export async function importedArticle(
  name: string,
  data: Uint8Array,
  { base }: ReadUnit,
): Promise<{ changes: Change[]; said: Imported }> {
  const text = new ArticleText(new TextDecoder('utf-8', { fatal: true }).decode(data))
  const title = name.replace(/\.\w+$/, '')
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const id = base.sources.has(slug as never) ? `${slug}-2` : slug
  const file = `${id}.txt`
  return {
    changes: [
      { file: `articles/${file}`, path: [], value: text.text },
      {
        file: 'facts/sources.json',
        path: ['sources', { id }],
        value: { id, file, sha256: text.sha256, title },
      },
    ],
    said: { name, id, words: text.text.split(/\s+/).filter(Boolean).length, dropped: [], notes: [] },
  }
}
