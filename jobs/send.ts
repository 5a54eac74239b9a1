import { type JobsOptions, Queue, Worker } from 'bullmq'
import { priorityOf } from '../db/outbox.ts'
import type { SpeechClass } from '../domain/words/speech.ts'
import type { OpenRedis } from './redis.ts'

/** How many conversations may be spoken to at once: one that hangs must not silence the others. */
const AT_ONCE = 10

/** All that Redis learns of a message: which outbox row it is. */
export interface SendJob {
  id: number
}

export interface Place {
  id: number
  class: SpeechClass
  attempts: number
}

/** Not a pure number and without a colon, or BullMQ refuses it. */
export const jobIdOf = ({ id, attempts }: Pick<Place, 'id' | 'attempts'>): string => `o-${id}-${attempts}`

/** Puts rows before the gate; a row that stands there already is left where it is. */
export async function offer(queue: Queue<SendJob>, places: readonly Place[]): Promise<void> {
  await queue.addBulk(places.map((place) => ({ name: 'say', data: { id: place.id }, opts: optionsOf(place) })))
}

export function sendQueue(connection: ReturnType<OpenRedis['producer']>, prefix: string): Queue<SendJob> {
  return new Queue<SendJob>('send', { connection, prefix })
}

/** The gate: one message per `intervalMs` for the whole account, answers and urgent things first. 0 is no limit. */
export function sendWorker(
  speak: (id: number) => Promise<void>,
  { redis, prefix, intervalMs }: { redis: OpenRedis; prefix: string; intervalMs: number },
): Worker<SendJob> {
  return new Worker<SendJob>('send', (job) => speak(job.data.id), {
    connection: redis.worker(),
    prefix,
    concurrency: AT_ONCE,
    lockDuration: 5000,
    stalledInterval: 2000,
    maxStalledCount: 1000,
    ...(intervalMs > 0 && { limiter: { max: 1, duration: intervalMs } }),
  })
}

// Without their removal a finished id would keep its row from ever standing here again.
function optionsOf(place: Place): JobsOptions {
  const priority = priorityOf(place.class)
  return {
    jobId: jobIdOf(place),
    removeOnComplete: true,
    removeOnFail: true,
    ...(priority !== undefined && { priority }),
  }
}
