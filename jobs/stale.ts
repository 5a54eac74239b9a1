import type { Store } from '../db/unit.ts'
import { stale } from '../domain/words/answers.ts'

/** Drops what came too late to be useful and says so in one line per conversation, naming the cases. */
export function sayStale(store: Store, now: number): void {
  store.unit((tx) => {
    for (const { to, nos, first } of tx.outbox.expire(now))
      tx.outbox.say({ to, class: 'notice', key: `stale-${first}`, sentence: stale(nos) }, now)
  })
}
