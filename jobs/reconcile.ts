import { Queue, Worker } from 'bullmq'
import type { OpenRedis } from './redis.ts'
import type { Entry } from './schedule.ts'

/** BullMQ's firings carry nothing: each is only a nudge to ask the database what is due. */
export function tickQueue(connection: ReturnType<OpenRedis['producer']>, prefix: string): Queue {
  return new Queue('tick', { connection, prefix })
}

export function tickWorker(tick: () => void, { redis, prefix }: { redis: OpenRedis; prefix: string }): Worker {
  return new Worker('tick', async () => tick(), {
    connection: redis.worker(),
    prefix,
    lockDuration: 5000,
    stalledInterval: 2000,
    maxStalledCount: 1000,
  })
}

/**
 * Brings Redis's schedulers in line with the schedule. Only what is missing or changed is written: writing one anew drops
 * a firing that is overdue.
 */
export async function reconcile(queue: Queue, entries: readonly Entry[]): Promise<void> {
  const there = await queue.getJobSchedulers(0, -1)
  const wanted = new Map(entries.map((entry) => [entry.name, entry]))
  for (const { key } of there) if (!wanted.has(key)) await queue.removeJobScheduler(key)
  for (const { name, cron, tz } of entries) {
    const same = there.some((one) => one.key === name && one.pattern === cron && one.tz === tz)
    if (!same)
      await queue.upsertJobScheduler(
        name,
        { pattern: cron, tz },
        { name, opts: { removeOnComplete: true, removeOnFail: true } },
      )
  }
}
