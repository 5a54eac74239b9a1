import { Redis, type RedisOptions } from 'ioredis'
import { type Log, ownServer } from './redis-server.ts'

export type OpenRedis = {
  /** external: REDIS_URL · spawned: our own child · adopted: found running on our data folder. */
  kind: 'external' | 'spawned' | 'adopted'
  /** A connection that adds jobs: fails at once while Redis is away, and after 1.5 s when it does not answer. */
  producer(): Redis
  /** A connection for one Worker: waits for Redis for ever. */
  worker(): Redis
  /** Whether Redis answered when it was last asked, a second or two ago: a connection to one that hangs looks whole. */
  up(): boolean
  /** Deletes everything under a prefix of BullMQ's, once its queues and workers are closed; nothing while Redis is away. */
  forget(prefix: string): Promise<void>
  /** Closes every connection given out, then our own server. Close the queues and workers before. */
  stop(): Promise<void>
}

/**
 * Opens Redis: the one at `url`, else our own server on a unix socket in `dir` (a data folder that live and drill never
 * share), which is started again whenever it dies and never outlives this process. An external Redis need not answer
 * yet. Throws when our own server cannot be started.
 */
export async function openRedis(at: { url?: string | undefined; dir: string; log: Log }): Promise<OpenRedis> {
  const { url, log } = at
  const server = url ? undefined : await ownServer(at.dir, log)
  const clients: Redis[] = []
  const open = (options: Options) => {
    const all = { ...patient, ...options }
    const client = url ? new Redis(url, all) : new Redis({ ...all, path: server?.socket ?? '' })
    clients.push(client)
    return client
  }
  const connect = (name: string, options: Options) => watched(open(options), name, log)
  const asking = open({ enableOfflineQueue: false, commandTimeout: ANSWER_MS })
  const watch = answers(asking, log)
  return {
    kind: server?.kind ?? 'external',
    producer: () => connect('producer', { enableOfflineQueue: false, commandTimeout: ANSWER_MS }),
    worker: () => connect('worker', {}),
    up: watch.yes,
    async forget(prefix) {
      if (asking.status !== 'ready') return
      try {
        const found = asking.scanStream({ match: `${prefix}:*`, count: 500 }) as AsyncIterable<string[]>
        for await (const keys of found) if (keys.length) await asking.unlink(keys)
      } catch (fault) {
        log.warn({ fault: String(fault) }, 'Redis could not be cleared')
      }
    },
    async stop() {
      watch.stop()
      for (const client of clients) client.disconnect()
      await server?.stop()
    },
  }
}

/** Resolves when the connection takes commands; a Queue is built after that. Rejects when it was closed for good. */
export async function whenReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve)
    client.once('end', () => reject(new Error('The Redis connection was closed.')))
  })
}

const ASK_MS = 1000
const ANSWER_MS = 1500

/** Asks again and again whether anybody answers. */
function answers(client: Redis, log: Log): { yes(): boolean; stop(): void } {
  let yes = false
  let asking = false
  function became(now: boolean): void {
    asking = false
    if (yes && !now && client.status === 'ready') log.warn({}, 'Redis hangs: connected, but it does not answer')
    yes = now
  }
  function ask(): void {
    if (asking) return
    asking = true
    client.ping().then(
      () => became(true),
      () => became(false),
    )
  }
  client.on('error', () => {})
  client.on('ready', ask)
  client.on('close', () => became(false))
  const timer = setInterval(ask, ASK_MS).unref()
  return { yes: () => yes, stop: () => clearInterval(timer) }
}

/** ioredis types the other reply mapping as a class of its own; BullMQ needs the usual one. */
type Options = Omit<RedisOptions, 'replyMapping'>

const patient: Options = { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 50, 1000) }

/** Says once when a connection is lost and once when it is back, however often it tries in between. */
function watched(client: Redis, connection: string, log: Log): Redis {
  let away = false
  client.on('error', (fault: Error) => {
    if (!away) log.warn({ connection, fault: fault.message }, 'Redis does not answer; trying until it does')
    away = true
  })
  client.on('ready', () => {
    if (away) log.info({ connection }, 'Redis is back')
    away = false
  })
  return client
}
