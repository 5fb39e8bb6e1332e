import initSqlJs from 'sql.js'
import { unzipSync } from 'fflate'
import type { ReadQuestion } from '../read-question.ts'
import { shown } from './markup.ts'

function readCard(fields: readonly string[], tags: string): ReadQuestion {
  const [id = '', ...rest] = fields.map(shown)
  return {
    id,
    stem: rest[0]!,
    hint: rest[2]!,
    tags: tags.trim().split(' '),
    texts: [...rest.slice(0, 2), ...rest.slice(3)],
  }
}

/** The collection in a package, by SQLite's own reading. */
export async function readAnki(data: Uint8Array): Promise<ReadQuestion[]> {
  const { Database } = await initSqlJs()
  const files = unzipSync(data)
  const database = new Database(files['collection.anki2'])
  const [integrity] = database.exec('PRAGMA integrity_check')
  if (integrity!.values[0]![0] !== 'ok') throw new Error('damaged')
  const [notes] = database.exec(
    'SELECT flds, tags FROM notes JOIN cards ON cards.nid = notes.id ORDER BY due',
  )
  database.close()
  return notes!.values.map(([fields, tags]) => readCard(String(fields).split('\u001f'), String(tags)))
}

/** Notes as text: lines of columns in quotation marks, parted by tabs (RFC 4180 with tabs). */
export function readAnkiText(text: string): ReadQuestion[] {
  const lines = text.trimEnd().split('\n')
  const head = lines.filter((line) => line.startsWith('#'))
  const columns = head
    .find((line) => line.startsWith('#columns:'))!
    .slice('#columns:'.length)
    .split('\t')
  return lines.slice(head.length).map((line) => {
    const cells = [...line.matchAll(/(?:^|\t)"((?:[^"]|"")*)"/g)].map(([, cell = '']) =>
      cell.replaceAll('""', '"'),
    )
    if (cells.length !== columns.length) throw new Error(`${cells.length} columns: ${line}`)
    return readCard(cells.slice(0, 7), cells[7]!)
  })
}
