import type { Queue } from 'bullmq'
import type { Store } from '../db/unit.ts'
import { minutes } from '../domain/time/wall.ts'
import type { Clock } from './clock.ts'
import type { Spacing } from './pace.ts'
import type { Log } from './redis-server.ts'
import { jobIdOf, offer, type Place, type SendJob } from './send.ts'

export interface Relay {
  /** Puts what may be spoken before the gate. Never awaited, never throws; a second call while it works is one more round. */
  nudge(): void
  /** As `nudge`, and also what should stand before the gate already: Redis may have lost it. */
  again(): void
  /** The job of a row is gone from the queue: the row may be offered anew. */
  done(jobId: string | undefined): void
  close(): void
}

export interface RelayParts {
  store: Store
  clock: Clock
  log: Log
  spacing: Spacing
  /** Undefined as long as Redis never answered. */
  queue(): Queue<SendJob> | undefined
  /** Whether anybody can be spoken to now. */
  open(): boolean
}

/** From the outbox to the queue. Redis away loses nothing: the next nudge or tick finds the rows where they were. */
export function relay({ store, clock, log, spacing, queue, open }: RelayParts): Relay {
  const offered = new Set<string>()
  let running = false
  let asked = false
  let closed = false
  let wake: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    running = true
    while (asked && !closed) {
      asked = false
      try {
        await round()
      } catch (fault) {
        // Redis is away; its connection says so once.
        log.info({ fault: String(fault) }, 'Messages wait for Redis')
      }
    }
    running = false
  }

  async function round(): Promise<void> {
    const to = queue()
    if (!to || !open()) return
    const now = clock.now()
    const places = spacing.pick(store.books.outbox.ready(now), now).filter((place) => !offered.has(jobIdOf(place)))
    for (const place of places) offered.add(jobIdOf(place))
    wakeUp(now)
    if (places.length) await hand(to, places)
  }

  async function hand(to: Queue<SendJob>, places: Place[]): Promise<void> {
    try {
      await offer(to, places)
    } catch (fault) {
      for (const place of places) offered.delete(jobIdOf(place))
      throw fault
    }
  }

  function wakeUp(now: number): void {
    clearTimeout(wake)
    const next = Math.min(spacing.opens(now) ?? Infinity, store.books.outbox.nextReady(now) ?? Infinity)
    if (next - now > minutes(1)) return
    // Not at once, should the clock be one that stands still.
    wake = setTimeout(nudge, Math.max(100, next - now)).unref()
  }

  function nudge(): void {
    asked = true
    if (!running && !closed) void run()
  }

  return {
    nudge,
    again() {
      offered.clear()
      nudge()
    },
    done(jobId) {
      if (jobId !== undefined) offered.delete(jobId)
    },
    close() {
      closed = true
      clearTimeout(wake)
    },
  }
}
