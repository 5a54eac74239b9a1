import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OpenRedis, openRedis, whenReady } from '../../jobs/redis.ts'

let dir: string
let opened: OpenRedis[]
let children: ChildProcess[]
let said: string[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'redis-'))
  opened = []
  children = []
  said = []
})

afterEach(async () => {
  for (const redis of opened) await redis.stop()
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

describe('our own Redis', () => {
  it('listens on a socket of the data folder only, keeps its data and refuses to forget', async () => {
    const redis = await open()
    const client = redis.worker()
    expect(redis.kind).toBe('spawned')
    expect(await settings(client)).toEqual({
      port: '0',
      appendonly: 'yes',
      appendfsync: 'everysec',
      'maxmemory-policy': 'noeviction',
    })
  })

  it('is gone after stop, and the next start finds what was kept', async () => {
    const first = await open()
    await first.worker().set('kept', 'yes')
    const pid = await pidOf(first)
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    expect(await (await open()).worker().get('kept')).toBe('yes')
  })

  it('comes back with its data when it is killed, and connections find it again', async () => {
    const redis = await open()
    const client = redis.worker()
    await client.set('kept', 'yes')
    const pid = await pidOf(redis)
    const back = once(client, 'close').then(() => whenReady(client))
    process.kill(pid, 'SIGKILL')
    await back
    expect(await client.get('kept')).toBe('yes')
    expect(await pidOf(redis)).not.toBe(pid)
    expect(said).toContain('Redis is gone; starting it again')
  })

  it('stays gone when it is stopped while it is being brought back', async () => {
    const redis = await open()
    const pid = await pidOf(redis)
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(said).toContain('Redis is gone; starting it again'))
    await redis.stop()
    const next = await open()
    expect(next.kind).toBe('spawned')
  })

  it('dies with us when we are killed', async () => {
    const { child, pid } = await openInAnotherProcess()
    child.kill('SIGKILL')
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5000 })
  })

  it.runIf(existsSync('/proc/self/environ'))('gets none of our environment', async () => {
    const { pid } = await openInAnotherProcess({ VAULT_KEY: 'planted-key' })
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('planted-key')
  })

  it('puts its socket into a private short folder when the path of the data folder is too long', async () => {
    dir = join(dir, 'x'.repeat(120))
    mkdirSync(dir)
    const client = (await open()).worker()
    await client.set('kept', 'yes')
    const socket = String(client.options.path)
    expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100)
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
    rmSync(dirname(socket), { recursive: true })
  })

  it('says why it cannot start', async () => {
    mkdirSync(join(dir, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), { recursive: true })
    await expect(open()).rejects.toThrow(/redis-server stopped at once .*manifest/)
  })
})

describe('a Redis already on the folder', () => {
  it('is adopted when it is an orphan, and ended by whoever leaves it last', async () => {
    const orphan = await startOrphan()
    const redis = await open()
    expect(redis.kind).toBe('adopted')
    expect(await pidOf(redis)).toBe(orphan.pid)
    await redis.stop()
    await vi.waitFor(() => expect(isAlive(orphan.pid ?? 0)).toBe(false))
  })

  it('is shared with another process and left running for it', async () => {
    const { pid } = await openInAnotherProcess()
    const redis = await open()
    expect(redis.kind).toBe('adopted')
    await redis.stop()
    expect(isAlive(pid)).toBe(true)
  })

  it('is replaced by our own when its owner is killed', async () => {
    const { child, pid } = await openInAnotherProcess()
    const redis = await open()
    const client = redis.worker()
    await client.set('kept', 'yes')
    const back = once(client, 'close').then(() => whenReady(client))
    child.kill('SIGKILL')
    await back
    expect(await client.get('kept')).toBe('yes')
    expect(await pidOf(redis)).not.toBe(pid)
  })

  it('is started once when two processes open the same folder in the same instant', async () => {
    const both = await Promise.all([open(), open()])
    expect(both.map((redis) => redis.kind).toSorted()).toEqual(['adopted', 'spawned'])
    expect(await pidOf(both[0])).toBe(await pidOf(both[1]))
  })
})

describe('an external Redis', () => {
  it('is used as it is and left running', async () => {
    const { url, pid } = await startExternal()
    const redis = await open({ url })
    expect(redis.kind).toBe('external')
    expect(await pidOf(redis)).toBe(pid)
    await redis.stop()
    expect(isAlive(pid)).toBe(true)
  })

  it('need not answer at the start: a producer fails at once, and all is well when it comes', async () => {
    const port = await freePort()
    const redis = await open({ url: `redis://127.0.0.1:${port}` })
    const producer = redis.producer()
    await vi.waitFor(() => expect(said).toContain('Redis does not answer; trying until it does'))
    await expect(producer.ping()).rejects.toThrow()
    await startExternal(port)
    await whenReady(producer)
    expect(await producer.ping()).toBe('PONG')
    expect(said.filter((line) => line.startsWith('Redis'))).toEqual([
      'Redis does not answer; trying until it does',
      'Redis is back',
    ])
  })
})

it('gives a producer up after 1.5 s when Redis hangs, and lets a worker wait', async () => {
  const redis = await open()
  const [producer, worker] = [redis.producer(), redis.worker()]
  await Promise.all([whenReady(producer), whenReady(worker)])
  const pid = await pidOf(redis)
  process.kill(pid, 'SIGSTOP')
  const waiting = worker.ping()
  await expect(producer.ping()).rejects.toThrow('Command timed out')
  process.kill(pid, 'SIGCONT')
  expect(await waiting).toBe('PONG')
})

it('carries BullMQ jobs across a death of Redis', async () => {
  const redis = await open()
  const producer = redis.producer()
  await whenReady(producer)
  const queue = new Queue<number>('numbers', { connection: producer })
  const done: number[] = []
  const worker = new Worker<number>('numbers', async (job) => void done.push(job.data), { connection: redis.worker() })
  worker.on('error', () => {})
  queue.on('error', () => {})
  await queue.add('one', 1)
  await vi.waitFor(() => expect(done).toEqual([1]), { timeout: 5000 })
  const back = once(producer, 'close').then(() => whenReady(producer))
  process.kill(await pidOf(redis), 'SIGKILL')
  await back
  await queue.add('two', 2)
  await vi.waitFor(() => expect(done).toEqual([1, 2]), { timeout: 10_000 })
  await worker.close()
  await queue.close()
})

async function open(more: { url?: string } = {}): Promise<OpenRedis> {
  const hear = (_: object, message: string) => void said.push(message)
  const redis = await openRedis({ dir, log: { info: hear, warn: hear, error: hear }, ...more })
  opened.push(redis)
  return redis
}

/** Another process of ours on the same folder; resolves when its Redis runs, with that Redis's process id. */
async function openInAnotherProcess(env = {}): Promise<{ child: ChildProcess; pid: number }> {
  const program = `
    const { openRedis } = await import(${JSON.stringify(new URL('../../jobs/redis.ts', import.meta.url).href)})
    const log = { info() {}, warn() {}, error() {} }
    const redis = await openRedis({ dir: ${JSON.stringify(dir)}, log })
    console.log(/process_id:(\\d+)/.exec(await redis.worker().info('server'))[1])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.push(child)
  const [line] = await once(child.stdout ?? child, 'data')
  return { child, pid: Number(line) }
}

/** What remains when our process and the guarding shell were both killed: a server nobody owns. */
async function startOrphan(): Promise<ChildProcess> {
  const folder = join(dir, 'redis')
  mkdirSync(folder, { recursive: true })
  return started(['--port', '0', '--unixsocket', join(folder, 's'), '--dir', folder, '--appendonly', 'yes'])
}

async function startExternal(at?: number): Promise<{ url: string; pid: number }> {
  const port = at ?? (await freePort())
  const child = await started(['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''])
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0 }
}

async function started(args: string[]): Promise<ChildProcess> {
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  for await (const line of child.stdout ?? []) if (/ready to accept|now ready/i.test(String(line))) break
  return child
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function settings(client: Redis): Promise<Record<string, string>> {
  const pairs = (await client.config('GET', 'port', 'appendonly', 'appendfsync', 'maxmemory-policy')) as string[]
  return Object.fromEntries(pairs.flatMap((name, at) => (at % 2 ? [] : [[name, pairs[at + 1] ?? '']])))
}

async function pidOf(redis: OpenRedis): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await redis.worker().info('server'))?.[1])
}

/** A zombie is dead: in a container nobody may come to reap it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'))
}
