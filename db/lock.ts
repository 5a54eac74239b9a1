import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Lock = { release(): void }

/** Somebody else holds the lock. `folder` is the data folder in use. */
export class InUse extends Error {
  override readonly name = 'InUse'
  readonly code = 'folder-in-use'
  readonly folder: string

  constructor(folder: string) {
    super(`${folder} is in use by another running process. Stop that one first, or set another DATA_DIR.`)
    this.folder = folder
  }
}

/**
 * Takes the exclusive lock that `file` stands for and holds it until `release()` or the end of this process, SIGKILL
 * included. In: a path; its folder is made when missing. Throws InUse at once when another holder lives.
 *
 * The kernel keeps the lock for SQLite's open exclusive transaction. Nothing else in this process may open and close
 * `file` (a copy for a backup, say): POSIX drops a file's locks with the first descriptor closed.
 */
export function holdLock(file: string): Lock {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const client = new Database(file, { timeout: 0 })
  try {
    client.pragma('locking_mode = EXCLUSIVE')
    client.exec('BEGIN EXCLUSIVE')
  } catch (fault) {
    client.close()
    throw isBusy(fault) ? new InUse(folder) : fault
  }
  return { release: () => client.close() }
}

function isBusy(fault: unknown): boolean {
  return fault instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(fault.code)
}
