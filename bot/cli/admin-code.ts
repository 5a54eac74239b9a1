// `npm run admin-code`: a one-time code with which somebody becomes an administrator (「绑定管理员 CODE」 in private).
import '../node-version.ts'
import { join } from 'node:path'
import { openStore } from '../../db/unit.ts'
import { issueAdminCode } from '../admin-code.ts'
import { ConfigFault, readConfig } from '../config.ts'

try {
  const config = readConfig(process.env)
  const store = openStore(join(config.dataDir, 'lingshao.db'), config.vaultKey)
  console.log(issueAdminCode(store, Date.now()))
  store.close()
} catch (error) {
  if (!(error instanceof ConfigFault)) throw error
  console.error(error.message)
  process.exitCode = 2
}
