import { setImmediate as breath } from 'node:timers/promises'
import type { Store } from '../db/unit.ts'
import { casesOfLedger, type LedgerWish } from '../domain/figures/ledger.ts'
import { defaultLedger, ledgerSheet } from '../domain/words/ledger.ts'
import type { LedgerCase } from '../domain/words/ledger-cells.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import { madeInThread } from '../reports/thread.ts'

/** So many logs are read in one go: nobody waits longer. */
const AT_ONCE = 50

/** 台账 of a span as a workbook, as the cases stand now. */
export async function ledgerFile(wish: LedgerWish, { store, now }: { store: Store; now: number }): Promise<Buffer> {
  const { cases, people, ledger, runs, look } = store.books
  const all = casesOfLedger(
    cases.registeredBetween(wish.from, wish.to - 1),
    wish,
    (c) => c.owner?.unit ?? people.unitFor(c),
  )
  const rows: LedgerCase[] = []
  for (let at = 0; at < all.length; at += AT_ONCE) {
    for (const c of all.slice(at, at + AT_ONCE)) rows.push({ c, log: cases.log(c.no), row: rows.length + 1 })
    await breath()
  }
  const sheet = ledgerSheet(rows, ledger.current()?.template ?? defaultLedger, {
    wish,
    look: look(now),
    reconciled: reconciledUntil(runs.lastDone('reconcile'), now),
  })
  return madeInThread({ kind: 'ledger', sheet })
}
