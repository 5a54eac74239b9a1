import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { holdLock, InUse, type Lock } from '../db/lock.ts'

export type Log = Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>

export type OwnServer = { socket: string; kind: 'spawned' | 'adopted'; stop(): Promise<void> }

/**
 * Our own redis-server (or valkey-server) for the data folder `dir`: adopted when one already runs there (an orphan, or
 * another role's), else spawned. Whenever it is gone it is brought back. Throws when it cannot be started the first time.
 */
export async function ownServer(dir: string, log: Log): Promise<OwnServer> {
  const place = placeFor(dir)
  const leaving = new AbortController()
  let server = await bringUp(place, leaving.signal)
  log.info({ kind: server.kind, socket: place.socket }, 'Redis runs in the data folder')
  const { kind } = server
  const kept = keep()

  async function keep(): Promise<void> {
    for (;;) {
      await server.gone
      if (leaving.signal.aborted) return
      log.warn({ socket: place.socket }, 'Redis is gone; starting it again')
      const next = await bringUpUntil(place, leaving.signal, log)
      if (!next) return
      server = next
      if (leaving.signal.aborted) await server.stop()
    }
  }

  return {
    socket: place.socket,
    kind,
    async stop() {
      leaving.abort()
      await server.stop()
      await kept
    },
  }
}

/** `folder` keeps the append-only file; `socket` fits the kernel's limit for socket paths. */
type Place = { folder: string; socket: string }

type Running = { kind: 'spawned' | 'adopted'; gone: Promise<void>; stop(): Promise<void> }

const longestSocketPath = 100

function placeFor(dir: string): Place {
  mkdirSync(join(dir, 'redis'), { recursive: true, mode: 0o700 })
  const folder = realpathSync(join(dir, 'redis'))
  const near = join(folder, 's')
  return { folder, socket: Buffer.byteLength(near) <= longestSocketPath ? near : join(privateFolder(folder), 's') }
}

/** A short folder of our own under the system's temporary one, always the same for the same data folder. */
function privateFolder(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `lingshao-${name}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const found = lstatSync(short)
  if (!found.isDirectory() || found.uid !== userInfo().uid) throw new Error(`${short} belongs to somebody else.`)
  chmodSync(short, 0o700)
  return short
}

async function bringUpUntil(place: Place, leaving: AbortSignal, log: Log): Promise<Running | undefined> {
  for (let wait = 100; !leaving.aborted; wait = Math.min(wait * 2, 5000)) {
    try {
      return await bringUp(place, leaving)
    } catch (fault) {
      if (leaving.aborted) break
      log.error({ fault: String(fault) }, 'Redis cannot be started; trying again')
      await pause(wait, undefined, { signal: leaving }).catch(() => {})
    }
  }
  return undefined
}

/** Adopts or spawns. Of several processes on one folder only the holder of the lock spawns; the rest adopt its server. */
async function bringUp(place: Place, leaving: AbortSignal): Promise<Running> {
  for (let tries = 0; tries < 1200 && !leaving.aborted; tries++) {
    const found = await look(place.socket)
    if (found === 'ready') return adopt(place)
    const lock = found === 'nobody' && tryLock(join(place.folder, 'owner.lock'))
    if (lock) return start(place, lock)
    await pause(50)
  }
  throw new Error(`Somebody listens on ${place.socket} and does not answer.`)
}

function tryLock(file: string): Lock | undefined {
  try {
    return holdLock(file)
  } catch (fault) {
    if (fault instanceof InUse) return undefined
    throw fault
  }
}

async function start(place: Place, lock: Lock): Promise<Running> {
  rmSync(place.socket, { force: true })
  const child = spawnGuarded(place)
  const gone = once(child, 'exit').then(() => lock.release())
  while (child.exitCode === null && child.signalCode === null) {
    if ((await look(place.socket)) === 'ready') return { kind: 'spawned', gone, stop: () => stopChild(child, gone) }
    await Promise.race([gone, pause(10)])
  }
  if (child.exitCode === 127) throw new NoRedis(missing)
  throw new NoRedis(`redis-server stopped at once (${child.exitCode ?? child.signalCode}): ${lastWords(place)}`)
}

/** Our own server cannot run here; the message says what to do. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis'
}

const missing =
  'Neither redis-server nor valkey-server is on the PATH. `npm start` and `npm test` install one; or set REDIS_URL.'

/**
 * The shell holds our pipe: when we die, even by SIGKILL, its watcher reads the end of it and ends Redis. When Redis
 * dies, the shell ends and we hear it. Redis gets none of our environment: the vault's key is in it.
 */
const guard = `
bin=$(command -v redis-server || command -v valkey-server) || exit 127
env -i "$bin" "$@" </dev/null & redis=$!
exec 3<&0
{ read -r _ <&3; kill $redis; } 2>/dev/null & watcher=$!
trap 'kill $redis' TERM
wait $redis; code=$?
kill $watcher 2>/dev/null
exit $code`

function spawnGuarded({ folder, socket }: Place): ChildProcess {
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
    logfile: join(folder, 'redis.log'),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn('/bin/sh', ['-c', guard, 'sh', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  // Writing to a shell that is gone is no news: its exit is.
  child.stdin?.on('error', () => {})
  return child
}

async function stopChild(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.stdin?.end()
  const force = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 10_000)
  await gone
  clearTimeout(force)
}

/** A server that somebody else started: watched through a connection, and ended by whoever leaves it last. */
function adopt(place: Place): Running {
  const watch = connect(place.socket)
  watch.on('error', () => {})
  const gone = once(watch, 'close').then(() => undefined)
  return {
    kind: 'adopted',
    gone,
    async stop() {
      watch.destroy()
      await gone
      await endWhenAlone(place.socket)
    },
  }
}

async function endWhenAlone(path: string): Promise<void> {
  const client = new Redis({ path, lazyConnect: true, retryStrategy: null, commandTimeout: 1500 })
  client.on('error', () => {})
  try {
    await client.connect()
    for (let tries = 0; tries < 20; tries++) {
      const others =
        String(await client.client('LIST'))
          .trim()
          .split('\n').length - 1
      if (others === 0) return await endServer(client)
      await pause(25)
    }
  } catch {
    // It was gone before us, which is what we wanted.
  } finally {
    client.disconnect()
  }
}

async function endServer(client: Redis): Promise<void> {
  const closed = once(client, 'end')
  client.call('SHUTDOWN').catch(() => {})
  await closed
}

/** Who is at the socket: `nobody`, a server that is `ready`, or one that is `busy` (loading, stopping, stuck). */
async function look(socket: string): Promise<'nobody' | 'ready' | 'busy'> {
  const { promise, resolve } = Promise.withResolvers<'nobody' | 'ready' | 'busy'>()
  const client = connect(socket, () => client.write('PING\r\n'))
  client.setTimeout(1000, () => resolve('busy'))
  client.on('data', (reply) => resolve(reply.toString().startsWith('+PONG') ? 'ready' : 'busy'))
  client.on('close', () => resolve('busy'))
  client.on('error', (fault: NodeJS.ErrnoException) =>
    resolve(['ENOENT', 'ECONNREFUSED'].includes(fault.code ?? '') ? 'nobody' : 'busy'),
  )
  const seen = await promise
  client.destroy()
  return seen
}

function lastWords({ folder }: Place): string {
  const file = join(folder, 'redis.log')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' · ') : 'no log'
}
