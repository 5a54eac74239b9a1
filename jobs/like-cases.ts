import type { Store, Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import type { Settings } from '../domain/settings.ts'
import { dateOf } from '../domain/time/wall.ts'

/** The index of like cases holds what is open and recent, and nothing else; some cases a transaction. */
export function tidyLikeCases(store: Store, now: number): void {
  throughAll(store, now, (tx, from, rules) => tx.alike.forgetPast(from, now, rules))
  throughAll(store, now, (tx, from, rules) => tx.alike.takeMissing(from, now, rules))
}

/** Once a night the words of what was forgotten begin to leave the file; then some pages a minute, so that nobody waits. */
export function compactLikeCases(store: Store, anew: boolean): void {
  store.unit((tx) => tx.alike.compact(anew))
}

function throughAll(
  { unit }: Store,
  now: number,
  some: (tx: Tx, from: CaseNo, rules: Settings) => CaseNo | undefined,
): void {
  let from: CaseNo = 0
  for (;;) {
    const last = unit((tx) => some(tx, from, tx.settings.on(dateOf(now))) ?? 0)
    if (!last) return
    from = last
  }
}
