// `npm run restore -- BACKUP`: gives a backup back into the empty data folder; without a name it lists what there is.
import '../node-version.ts'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backupsIn } from '../../db/manifest.ts'
import { RestoreRefused, restoreBackup } from '../../db/restore.ts'
import { listLine, noneHere, restoredLines } from '../../domain/words/backup.ts'
import { lastOf } from '../backups.ts'
import { ConfigFault, readConfig } from '../config.ts'

try {
  const { dataDir, vaultKey, backup, mode } = readConfig(process.env)
  if (mode === 'drill')
    throw new ConfigFault('WECHATY_PUPPET_SERVICE_TOKEN is not set: the drill ground has no backups.')
  const [name] = process.argv.slice(2)
  const dir = backup?.dir ?? '.'
  if (name === undefined) list(dir)
  else {
    const from = existsSync(join(dir, name)) ? join(dir, name) : resolve(name)
    const { manifest, checks } = restoreBackup({ from, into: dataDir, key: backup?.key, vaultKey })
    console.log(restoredLines(dataDir, lastOf(manifest), checks))
  }
} catch (error) {
  if (!(error instanceof ConfigFault) && !(error instanceof RestoreRefused)) throw error
  console.error(error.message)
  process.exitCode = error instanceof ConfigFault ? 2 : 1
}

function list(dir: string): void {
  const found = existsSync(dir) ? backupsIn(dir) : []
  console.log(found.map(({ folder, manifest }) => listLine(folder, lastOf(manifest))).join('\n') || noneHere(dir))
  process.exitCode = 1
}
