import { mkdirSync, readFileSync } from 'node:fs'
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

/** Opens a database file to look at it: nothing is written, and no migration runs. Throws when there is none. */
export function readDatabase(file: string): Database {
  const client = new Client(file, { readonly: true, fileMustExist: true })
  client.pragma('busy_timeout = 5000')
  return drizzle({ client })
}

/** How a database file stands to the migrations of this program. */
export function ageOf(db: Database): 'same' | 'older' | 'newer' | 'foreign' {
  const last = lastMigration(db)
  if (last === undefined) return 'foreign'
  if (last === OURS) return 'same'
  return last > OURS ? 'newer' : 'older'
}

/** The last migration a database file has seen, as drizzle names it; undefined when it is none of ours. */
export function lastMigration(db: Database): number | undefined {
  const known = db.$client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return undefined
  return Number(db.$client.prepare('select max(created_at) from __drizzle_migrations').pluck().get())
}

/** The last migration of this program. */
export const OURS = journal().at(-1)?.when ?? 0

function journal(): { when: number }[] {
  const file = new URL('./migrations/meta/_journal.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number }[] }).entries
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
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL)/.test(code)
}
