// `npm run reindex`: builds the index of like cases anew from the cases, when it was lost or damaged.
import '../node-version.ts'
import { join } from 'node:path'
import { openStore } from '../../db/unit.ts'
import { tidyLikeCases } from '../../jobs/like-cases.ts'
import { ConfigFault, readConfig } from '../config.ts'

try {
  const config = readConfig(process.env)
  const store = openStore(join(config.dataDir, 'lingshao.db'), config.vaultKey)
  store.unit((tx) => tx.alike.clear())
  tidyLikeCases(store, Date.now())
  console.log(`${store.books.alike.count()} cases indexed`)
  store.close()
} catch (error) {
  if (!(error instanceof ConfigFault)) throw error
  console.error(error.message)
  process.exitCode = 2
}
