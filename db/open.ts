import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Client from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

export type Database = BetterSQLite3Database & { $client: Client.Database }

/**
 * Opens (and brings up to date) the one database file, for one writer.
 * Every commit is on the disk before it returns (synchronous=FULL): what was answered is never lost.
 */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const client = new Client(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('busy_timeout = 5000')
  const db = drizzle({ client })
  bringUpToDate(db)
  return db
}

// A migration that rebuilds a table deletes child rows when foreign keys are on, silently.
function bringUpToDate(db: Database): void {
  db.$client.pragma('foreign_keys = OFF')
  migrate(db, { migrationsFolder: new URL('./migrations', import.meta.url).pathname })
  const broken = db.$client.pragma('foreign_key_check') as unknown[]
  if (broken.length) throw new Error(`the migration broke ${broken.length} references`)
  db.$client.pragma('foreign_keys = ON')
}

/** The database itself failed (disk full, locked, unreadable): not the fault of what was asked, and worth another try. */
export function isStorageFailure(error: unknown): boolean {
  const code = error instanceof Client.SqliteError ? error.code : ''
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|CORRUPT|NOMEM|PROTOCOL)/.test(code)
}
