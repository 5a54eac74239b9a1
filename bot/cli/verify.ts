// `npm run verify`: looks at everything the data folder holds, also while the program runs; exit code 1 when something does not hold.
import '../node-version.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkData, DATABASE } from '../../db/check.ts'
import { checkLine, sound } from '../../domain/words/checks.ts'
import { ConfigFault, readConfig } from '../config.ts'

try {
  const config = readConfig(process.env)
  const folder = process.argv[2] ?? config.dataDir
  if (!existsSync(join(folder, DATABASE))) throw new ConfigFault(`DATA_DIR ${folder} holds no ${DATABASE}.`)
  const checks = checkData({ folder, vaultKey: config.vaultKey })
  console.log([folder, ...checks.map(checkLine)].join('\n'))
  if (!sound(checks)) process.exitCode = 1
} catch (error) {
  if (!(error instanceof ConfigFault)) throw error
  console.error(error.message)
  process.exitCode = 2
}
