import type { Store } from '../db/unit.ts'
import { dateOf } from '../domain/time/wall.ts'

/** On the first day of a changed house rule every clock is set anew: the next step may come earlier than it did. */
export function newRules(store: Store, now: number): void {
  if (!store.books.settings.beginsOn(dateOf(now))) return
  store.unit((tx) => tx.rearm(now))
}
