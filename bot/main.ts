// The program: `npm start`. Time, ids, the log and the environment enter here and nowhere else.
import './node-version.ts'
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { InUse } from '../db/lock.ts'
import { NoRedis } from '../jobs/redis-server.ts'
import { handClock } from './clock.ts'
import { type Config, ConfigFault, describeConfig, readConfig } from './config.ts'
import { drillStart } from './drill/drill.ts'
import { startBot } from './program.ts'

try {
  await main(readConfig(process.env))
} catch (error) {
  const plain = inPlainWords(error)
  if (plain === undefined) throw error
  console.error(plain)
  // What had begun already (Redis, the line) would keep the process alive.
  process.exit(2)
}

/** What whoever started the program can mend themselves, in one line each; undefined: a fault of ours. */
function inPlainWords(error: unknown): string | undefined {
  if (error instanceof ConfigFault || error instanceof InUse || error instanceof NoRedis) return error.message
  const { code, port, address, syscall, path } = error as NodeJS.ErrnoException & { port?: number; address?: string }
  if (code === 'EADDRINUSE')
    return `PORT ${port} is taken by another program. Stop that one first, or set another PORT.`
  if (code === 'EADDRNOTAVAIL')
    return `HOST ${address} is no address of this machine. Leave HOST empty, or set 0.0.0.0.`
  if (code === 'EACCES' && syscall === 'listen') return `PORT ${port} is not for this user. Set another PORT, say 8080.`
  if (syscall === 'mkdir') return `DATA_DIR cannot be made: ${path} (${code}). Set another DATA_DIR.`
  if (/^SQLITE_(CANTOPEN|READONLY)/.test(code ?? ''))
    return `DATA_DIR cannot be written (${code}). Give this user the right to, or set another DATA_DIR.`
  return undefined
}

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel })
  const steady = () => performance.now()
  const clock = config.mode === 'drill' ? handClock(drillStart(Date.now()), steady) : { now: () => Date.now() }
  log.info(describeConfig(config), 'starting')
  const bot = await startBot(config, {
    clock,
    log,
    newId: () => randomBytes(3).toString('hex').toUpperCase(),
    print: (lines) => console.log(lines),
    drillClock: (start) => handClock(start, steady),
  })
  console.log(
    config.mode === 'drill'
      ? `\n领哨练兵场 (drill ground, invented people only): ${bot.url}\n按 Ctrl+C 结束\n`
      : `\n领哨已启动 (live): 状态 ${bot.url}/healthz\n`,
  )
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      log.info({ signal }, 'stopping')
      void bot.stop().then(() => process.exit(0))
    })
}
