import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Redis } from 'ioredis'

/** A Redis on a port of loopback that a test may kill, stop and start again. */
export interface TestRedis extends AsyncDisposable {
  url: string
  start(): Promise<void>
  /** As a power cut; nothing of it was ever on a disk. */
  kill(): Promise<void>
  /** Alive but stuck, until `go()`. */
  freeze(): void
  go(): void
  client(): Redis & Disposable
}

export async function testRedis(): Promise<TestRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const redis: TestRedis = {
    url,
    async start() {
      const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction']
      child = spawn(
        '/bin/sh',
        ['-c', 'exec "$(command -v redis-server || command -v valkey-server)" "$@"', 'sh', ...settings],
        {
          stdio: 'ignore',
          cwd: '/tmp',
        },
      )
      await answering(url)
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    freeze: () => void child?.kill('SIGSTOP'),
    go: () => void child?.kill('SIGCONT'),
    client: () => disposable(new Redis(url, { maxRetriesPerRequest: null })),
    [Symbol.asyncDispose]: () => redis.kill(),
  }
  return redis
}

/** A client of the Redis that a program runs in its data folder. */
export function clientIn(dataDir: string): Redis & Disposable {
  return disposable(new Redis({ path: join(dataDir, 'redis', 's'), maxRetriesPerRequest: null }))
}

function disposable(client: Redis): Redis & Disposable {
  client.on('error', () => {})
  return Object.assign(client, { [Symbol.dispose]: () => client.disconnect() })
}

async function answering(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
