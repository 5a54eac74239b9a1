import { join } from 'node:path'
import { holdLock } from '../db/lock.ts'
import { openStore, type Store } from '../db/unit.ts'
import type { SettableClock } from '../jobs/clock.ts'
import type { Jobs, MovableJobs } from '../jobs/open.ts'
import { type OpenRedis, openRedis } from '../jobs/redis.ts'
import { openWeb } from '../web/server.ts'
import { issueAdminCode } from './admin-code.ts'
import type { Config, Gateway } from './config.ts'
import { openDrill } from './drill/drill.ts'
import { openScenes } from './drill/scenes.ts'
import { openEngine, type World } from './engine.ts'
import type { Line } from './line/line.ts'

export type { World } from './engine.ts'

/** The running program. */
export interface Bot {
  /** Where the pages are. */
  url: string
  store: Store
  jobs: Jobs
  line: Line
  /** Resolves when a message, by its gateway id, was taken in: done, refused or passed over. */
  handled(message: string): Promise<void>
  /** Resolves when nothing is being fetched from the gateway any more. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts everything in its order: lock, database, Redis, speech and clocks, the line, the pages. In: settings, and the
 * world. Rejects when the folder is in use or the port is taken; a gateway or a Redis that is away is waited for.
 */
export async function startBot(config: Config, world: World): Promise<Bot> {
  const { clock, log, newId, print } = world
  const now = () => clock.now()
  const lock = holdLock(join(config.dataDir, 'lock.db'))
  const store = openStore(join(config.dataDir, 'lingshao.db'), config.vaultKey)
  const redis = await openRedis({ url: config.redisUrl, dir: config.dataDir, log })
  const drill =
    config.mode === 'drill' ? await openDrill(config, { store, clock: clock as SettableClock, newId }) : undefined
  const gateway = config.mode === 'live' ? config.gateway : (drill?.gateway as Gateway)

  const engine = openEngine({ config, world, store, redis, gateway })
  const { jobs, line } = engine

  const startedAt = now()
  await engine.start()
  drill?.begin()
  const scenes = config.mode === 'drill' ? openScenes(config, world) : undefined
  const web = await openWeb({
    host: config.host,
    port: config.port,
    log,
    health: () => ({ ...healthOf({ line, redis, startedAt, now: now() }), ...backupHealth(config, store) }),
    login: () => loginOf(config, line),
    ...(drill && { ground: drill.openGround(jobs as MovableJobs) }),
    ...(scenes && { scenes }),
  })
  if (config.mode === 'live' && !store.books.people.admins().length) print(issueAdminCode(store, now()))

  return {
    url: web.url,
    store,
    jobs,
    line,
    handled: engine.handled,
    settled: engine.settled,
    async stop() {
      await web.close()
      await scenes?.close()
      await engine.stop()
      await drill?.close()
      await redis.stop()
      store.close()
      lock.release()
    },
  }
}

function healthOf({ line, redis, startedAt, now }: { line: Line; redis: OpenRedis; startedAt: number; now: number }) {
  const { up, loggedIn, deaf, heardAt } = line.health()
  return {
    ok: up && loggedIn && !deaf,
    up: now - startedAt,
    gateway: up,
    loggedIn,
    deaf,
    heardAt: heardAt ?? null,
    redis: redis.up(),
  }
}

// When the last backup that holds was taken.
function backupHealth({ backup }: Config, { books }: Store) {
  return backup ? { backupAt: books.backups.last()?.at ?? null } : {}
}

function loginOf(config: Config, line: Line) {
  if (config.mode === 'drill') return { state: 'none' } as const
  const { qr, loggedIn } = line.health()
  if (qr !== undefined) return { state: 'waiting', qr } as const
  return { state: loggedIn ? 'in' : 'out' } as const
}
