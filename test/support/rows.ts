import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Opens a world's database beside the program, to look and not to touch. */
function looking<T>(dataDir: string, look: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(dataDir, 'lingshao.db'), { readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** How many rows each table has. */
export function countRows(dataDir: string): Record<string, number> {
  return looking(dataDir, (db) => {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    return Object.fromEntries(
      tables.map((table) => [table, db.prepare(`select count(*) from "${table}"`).pluck().get() as number]),
    )
  })
}

/** All rows of a table, as they stand there. */
export function rowsOf(dataDir: string, table: string): Record<string, unknown>[] {
  return looking(dataDir, (db) => db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[])
}
