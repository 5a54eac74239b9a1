// `npm run backup`: takes a backup, also while the program runs; exit code 1 when none was taken or it did not hold.
import '../node-version.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BackupFault, takeBackup } from '../../db/backup.ts'
import { DATABASE } from '../../db/check.ts'
import { notTaken, takenLines } from '../../domain/words/backup.ts'
import { lastOf } from '../backups.ts'
import { ConfigFault, readConfig } from '../config.ts'

try {
  const { dataDir, vaultKey, backup } = readConfig(process.env)
  if (!existsSync(join(dataDir, DATABASE))) throw new ConfigFault(`DATA_DIR ${dataDir} holds no ${DATABASE}.`)
  if (!backup) throw new ConfigFault('BACKUP_DIR is off, or this is the drill ground: nothing is backed up here.')
  try {
    const taken = takeBackup({ dataDir, place: backup, key: backup.key, vaultKey, now: Date.now() })
    console.log(takenLines(taken.folder, lastOf(taken.manifest), taken.faults))
    if (taken.faults.length) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    console.error(notTaken(error.code, backup.dir))
    process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof ConfigFault)) throw error
  console.error(error.message)
  process.exitCode = 2
}
