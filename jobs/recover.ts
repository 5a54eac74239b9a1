import type { Store } from '../db/unit.ts'
import type { Log } from './redis-server.ts'
import { settleUncertain } from './settle.ts'

/**
 * Settles rows that stand as being spoken although nobody speaks them: the power went in between. Those whose echo came
 * are `sent` already; of the others nobody knows, so each class decides (architecture.md, step 6).
 */
export function recover(store: Store, at: { now: number; speaking: ReadonlySet<number>; log: Log }): void {
  for (const message of store.books.outbox.interrupted()) {
    if (at.speaking.has(message.id)) continue
    at.log.warn({ outbox: message.id, class: message.class }, 'A message was interrupted while it was spoken')
    settleUncertain(store, message, { now: at.now, again: at.now, log: at.log })
  }
}
