import type { Store } from '../db/unit.ts'
import type { SettableClock } from './clock.ts'
import type { Deliverer } from './deliver.ts'
import type { FileLoader } from './load-files.ts'
import type { Ticker } from './tick.ts'

interface Parts {
  store: Store
  clock: SettableClock
  ticking: Ticker
  delivery: Deliverer
  loader: Pick<FileLoader, 'drain'>
  tick(): void
  isOpen(): boolean
  rest(): void
}

/** The second driver of the schedule: time that is moved by hand (architecture.md, «Clocks»). One move at a time. */
export function advancing({ store, clock, ticking, delivery, loader, tick, isOpen, rest }: Parts) {
  let last: Promise<void> = Promise.resolve()

  async function move(to: number): Promise<void> {
    await drain()
    for (let at = clock.now(); at < to; ) {
      at = Math.min(to, ticking.next(at), store.books.outbox.nextReady(at) ?? Infinity)
      clock.set(at)
      tick()
      await drain()
    }
  }

  async function drain(): Promise<void> {
    for (;;) {
      await loader.drain()
      await delivery.quiet()
      const ready = isOpen() ? store.books.outbox.ready(clock.now()) : []
      if (!ready.length) return
      const ends = await Promise.all(ready.map(({ id }) => delivery.deliver(id)))
      if (ends.includes('down')) return rest()
    }
  }

  return {
    advance(to: number): Promise<void> {
      last = last.then(
        () => move(to),
        () => move(to),
      )
      return last
    },
    drain,
  }
}
