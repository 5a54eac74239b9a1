import type { Queue, Worker } from 'bullmq'
import type { Store } from '../db/unit.ts'
import { dateOf, minutes } from '../domain/time/wall.ts'
import { advancing } from './advance.ts'
import type { Clock, SettableClock } from './clock.ts'
import { deliverer } from './deliver.ts'
import { type FileJob, fileQueue, fileWorker, offerFiles } from './files.ts'
import { type Fetch, fileLoader } from './load-files.ts'
import { spacing } from './pace.ts'
import { reconcile, tickQueue, tickWorker } from './reconcile.ts'
import { recover } from './recover.ts'
import type { OpenRedis } from './redis.ts'
import type { Log } from './redis-server.ts'
import { relay } from './relay.ts'
import { type Entry, schedule } from './schedule.ts'
import { type SendJob, sendQueue, sendWorker } from './send.ts'
import type { Speak, SpeakFile } from './speak.ts'
import { ticker } from './tick.ts'

/** How long speech rests after the gateway was found away, unless the line says before that it is back. */
const REST_MS = 5_000

export interface JobsOptions<C extends Clock = Clock> {
  store: Store
  speak: Speak
  /** Loads files named in messages; absent: none is ever loaded. */
  fetch?: Fetch
  /** Absent where no files are said. */
  speakFile?: SpeakFile
  redis: OpenRedis
  /** BullMQ's prefix. */
  prefix: string
  /** Milliseconds between two messages of the account; 0 is no pace. */
  intervalMs: number
  clock: C
  log: Log
  /** How often a timer of this process asks what is due; a minute unless said otherwise, 0 for never. */
  everyMs?: number
  entries?: readonly Entry[]
}

export interface Jobs {
  /** After a commit: something may be ready to be spoken. Never awaited, never throws. */
  nudge(): void
  /** Does what is due now, then nudges. */
  tick(): void
  /** The line speaks again: what became stale is dropped, then speech goes on. */
  lineUp(): void
  /** Nobody can be spoken to: speech rests, rows wait. Until then the line counts as up. */
  lineDown(): void
  /** Stops the clocks and the speech, waits for what is being spoken, closes queues and workers; not Redis itself. */
  stop(): Promise<void>
}

/** Jobs whose time can be moved: the drill ground's and the tests'. */
export interface MovableJobs extends Jobs {
  /** Moves the clock to `to`, stopping at every instant at which something is due, and speaks what becomes ready at each. */
  advance(to: number): Promise<void>
  /** Speaks everything that is ready now; resolves when nothing is left or nobody can be spoken to. */
  drain(): Promise<void>
}

/**
 * Opens speech and clocks over one store. First settles what the last run left half spoken and does what is due; Redis
 * need not answer yet. `stop()` before the store and Redis are closed.
 */
export function openJobs(options: JobsOptions<SettableClock>): MovableJobs
export function openJobs(options: JobsOptions): Jobs
export function openJobs(options: JobsOptions): Jobs | MovableJobs {
  const { store, redis, prefix, clock, log, intervalMs, entries = schedule } = options
  const ticking = ticker(entries, { store, log, up: () => isUp })
  const delivery = deliverer(options)
  let isUp = true
  let stopping = false
  let resting: NodeJS.Timeout | undefined
  let send: Queue<SendJob> | undefined
  let ticks: Queue | undefined
  let loads: Queue<FileJob> | undefined

  const isOpen = () => isUp && resting === undefined && !stopping
  const gate = relay({
    store,
    clock,
    log,
    queue: () => send,
    open: isOpen,
    spacing: spacing(() => store.books.settings.on(dateOf(clock.now())), intervalMs),
  })

  const loader = fileLoader({
    store,
    fetch: options.fetch ?? (() => Promise.reject(new Error('no files here'))),
    clock,
    log,
    open: () => isOpen() && options.fetch !== undefined,
    done: () => gate.nudge(),
  })
  const wantFiles = () => {
    if (isOpen() && options.fetch) offerFiles(loads, { store, clock, log })
  }

  function tick(): void {
    if (stopping) return
    const now = clock.now()
    recover(store, { now, speaking: delivery.speaking(), log })
    ticking.tick(now)
    gate.again()
    wantFiles()
  }

  async function speakRow(id: number): Promise<void> {
    if (!isOpen()) return
    if ((await delivery.deliver(id)) === 'down') rest()
    // An emptied Redis never reports this job as done.
    gate.nudge()
  }

  // Found out by speaking, before the line knows: a short rest instead of trying row after row.
  function rest(): void {
    clearTimeout(resting)
    resting = setTimeout(wake, REST_MS).unref()
  }

  function wake(): void {
    clearTimeout(resting)
    resting = undefined
    if (isOpen()) tick()
  }

  const producer = redis.producer()
  const speaker = sendWorker(speakRow, { redis, prefix, intervalMs })
  const nudged = tickWorker(tick, { redis, prefix })
  const loading = fileWorker((id) => loader.load(id), { redis, prefix })
  const settled = (jobId: string | undefined) => {
    gate.done(jobId)
    gate.nudge()
  }
  speaker.on('completed', (job) => settled(job.id))
  speaker.on('failed', (job) => settled(job?.id))

  // Kept, so that stopping waits for what is being written.
  let lining = Promise.resolve()
  function inLine(): void {
    lining = lining.then(lined)
  }

  async function lined(): Promise<void> {
    try {
      if (ticks) await reconcile(ticks, entries)
    } catch (fault) {
      log.info({ fault: String(fault) }, 'The schedule waits for Redis')
    }
  }

  function eachMinute(): void {
    tick()
    inLine()
  }

  function redisReady(): void {
    if (stopping) return
    send ??= quietly(sendQueue(producer, prefix))
    ticks ??= quietly(tickQueue(producer, prefix))
    loads ??= quietly(fileQueue(producer, prefix))
    wantFiles()
    inLine()
    gate.again()
  }
  producer.on('ready', redisReady)
  if (producer.status === 'ready') redisReady()
  for (const worker of [speaker, nudged, loading]) quietly(worker)

  const { everyMs = minutes(1) } = options
  const minute = everyMs > 0 ? setInterval(eachMinute, everyMs).unref() : undefined
  tick()

  const jobs: Jobs = {
    nudge() {
      gate.nudge()
      wantFiles()
    },
    tick,
    lineUp() {
      isUp = true
      wake()
    },
    lineDown() {
      isUp = false
    },
    async stop() {
      stopping = true
      gate.close()
      clearInterval(minute)
      clearTimeout(resting)
      producer.off('ready', redisReady)
      await Promise.all([delivery.quiet(), lining])
      await closeAll([speaker, nudged, loading], [send, ticks, loads])
      // Behind every job that was put in: whoever clears up after this finds all of them.
      if (producer.status === 'ready') await producer.ping().catch(() => {})
    },
  }
  if (!isSettable(clock)) return jobs
  return { ...jobs, ...advancing({ store, clock, ticking, delivery, loader, tick, isOpen, rest }) }
}

const isSettable = (clock: Clock): clock is SettableClock => 'set' in clock

// A connection says once when it is lost (jobs/redis.ts); BullMQ would throw where nobody listens.
function quietly<T extends { on(event: 'error', listener: () => void): unknown }>(of: T): T {
  of.on('error', () => {})
  return of
}

async function closeAll(workers: Worker[], queues: (Queue | undefined)[]): Promise<void> {
  // Nothing is being spoken any more, so nothing is cut off; with Redis away a polite close would wait for ever.
  await Promise.allSettled(workers.map((worker) => worker.close(true)))
  await Promise.allSettled(queues.map((queue) => queue?.close()))
}
