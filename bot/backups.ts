import type { Manifest } from '../db/manifest.ts'
import type { LastBackup } from '../domain/words/backup.ts'

/** A backup's list as it is told. */
export function lastOf({ takenAt, cases, files, bytes, key, sound }: Manifest): LastBackup {
  return { at: takenAt, cases, files: Object.keys(files).length, bytes, encrypted: key !== undefined, sound }
}
