// SQLite databases as bytes, for formats that are one. The engine is loaded when the first is made.

import type { SqlJsStatic } from 'sql.js'
import { once } from './once.ts'

/** A value of a column. */
type Value = string | number

/** Rows of a table, in the order of its columns. */
export interface Rows {
  table: string
  rows: readonly (readonly Value[])[]
}

const engine = once(async (): Promise<SqlJsStatic> => {
  // The form that has its WebAssembly in it: nothing has to be found beside it.
  const { default: open } = await import('sql.js/dist/sql-wasm-inline.js')
  return open()
})

/** A database of this schema with these rows. The same rows give the same bytes. */
export async function sqlite(schema: string, tables: readonly Rows[]): Promise<Uint8Array> {
  const { Database } = await engine()
  const database = new Database()
  try {
    database.run(schema)
    database.run('BEGIN')
    for (const { table, rows } of tables) {
      if (rows.length === 0) continue
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]!.map(() => '?').join(',')})`)
      for (const row of rows) insert.run([...row])
      insert.free()
    }
    database.run('COMMIT')
    return database.export()
  } finally {
    database.close()
  }
}
