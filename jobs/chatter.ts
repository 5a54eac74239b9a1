import type { Store } from '../db/unit.ts'
import { dateOf } from '../domain/time/wall.ts'

/** Blanks the words of messages kept longer than 72 h†; who wrote and when stays (domain.md section 10). */
export function blankChatter(store: Store, now: number): void {
  store.unit((tx) => tx.inbox.blank(now - tx.settings.on(dateOf(now)).chatter))
}
