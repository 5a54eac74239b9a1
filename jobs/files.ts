import { Queue, Worker } from 'bullmq'
import type { Store } from '../db/unit.ts'
import type { Clock } from './clock.ts'
import type { OpenRedis } from './redis.ts'
import type { Log } from './redis-server.ts'

/** How many files are loaded at once. */
const AT_ONCE = 3

/** All that Redis learns of a file: which row it is. */
export interface FileJob {
  id: number
}

export function fileQueue(connection: ReturnType<OpenRedis['producer']>, prefix: string): Queue<FileJob> {
  return new Queue<FileJob>('files', { connection, prefix })
}

export function fileWorker(
  load: (id: number) => Promise<void>,
  { redis, prefix }: { redis: OpenRedis; prefix: string },
): Worker<FileJob> {
  return new Worker<FileJob>('files', (job) => load(job.data.id), {
    connection: redis.worker(),
    prefix,
    concurrency: AT_ONCE,
    lockDuration: 30_000,
    maxStalledCount: 1000,
  })
}

/**
 * Puts what is wanted into the queue; never awaited, never throws. How often a file was tried stands in its row, so a
 * Redis that lost everything is told again by the next nudge.
 */
export function offerFiles(queue: Queue<FileJob> | undefined, at: { store: Store; clock: Clock; log: Log }): void {
  const due = queue ? at.store.books.files.due(at.clock.now()) : []
  if (!queue || !due.length) return
  const jobs = due.map(({ id, tries }) => ({
    name: 'load',
    data: { id },
    // Not a pure number and without a colon, or BullMQ refuses it.
    opts: { jobId: `f-${id}-${tries}`, removeOnComplete: true, removeOnFail: true },
  }))
  queue.addBulk(jobs).catch((fault) => at.log.info({ fault: String(fault) }, 'Files wait for Redis'))
}
