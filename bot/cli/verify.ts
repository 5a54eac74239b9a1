// `npm run verify`: looks at everything the data folder holds, also while the program runs, or at a backup
// (`-- BACKUP`); exit code 1 when something does not hold.
import '../node-version.ts'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkData, DATABASE } from '../../db/check.ts'
import { readManifest } from '../../db/manifest.ts'
import { checkBackup, RestoreRefused } from '../../db/restore.ts'
import { checkLine, sound } from '../../domain/words/checks.ts'
import { type Config, ConfigFault, readConfig } from '../config.ts'

try {
  const config = readConfig(process.env)
  const folder = resolve(process.argv[2] ?? config.dataDir)
  const checks = look(folder, config)
  console.log([folder, ...checks.map(checkLine)].join('\n'))
  if (!sound(checks)) process.exitCode = 1
} catch (error) {
  if (!(error instanceof ConfigFault) && !(error instanceof RestoreRefused)) throw error
  console.error(error.message)
  process.exitCode = error instanceof ConfigFault ? 2 : 1
}

function look(folder: string, { dataDir, vaultKey, backup }: Config) {
  if (readManifest(folder)) {
    const aside = `${dataDir}.look`
    return checkBackup({ from: folder, key: backup?.key, vaultKey }, aside).checks
  }
  if (existsSync(join(folder, DATABASE))) return checkData({ folder, vaultKey })
  throw new ConfigFault(`DATA_DIR ${folder} holds no ${DATABASE}.`)
}
