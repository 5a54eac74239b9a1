import type { Store, Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import type { Settings } from '../domain/settings.ts'
import { dateOf } from '../domain/time/wall.ts'

/** The index of like cases holds what is open and recent, and nothing else; some cases a transaction. */
export function tidyLikeCases(store: Store, now: number): void {
  const forgot = throughAll(store, now, (tx, from, rules) => tx.alike.forgetPast(from, now, rules))
  if (forgot) store.unit((tx) => tx.alike.compact())
  throughAll(store, now, (tx, from, rules) => tx.alike.takeMissing(from, now, rules))
}

/** Out: whether there was anything to do. */
function throughAll(
  { unit }: Store,
  now: number,
  some: (tx: Tx, from: CaseNo, rules: Settings) => CaseNo | undefined,
): boolean {
  let from: CaseNo = 0
  for (;;) {
    const last = unit((tx) => some(tx, from, tx.settings.on(dateOf(now))) ?? 0)
    if (!last) return from > 0
    from = last
  }
}
