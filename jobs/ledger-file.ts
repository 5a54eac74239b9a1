import { setImmediate as breath } from 'node:timers/promises'
import type { Store } from '../db/unit.ts'
import type { Case, CaseNo, PersonId } from '../domain/cases/case.ts'
import { casesOfLedger, type LedgerWish } from '../domain/figures/ledger.ts'
import { coveredName, coveredPhone } from '../domain/words/covered.ts'
import { defaultLedger, type LedgerRow, ledgerRow, ledgerSheet, withPrivateColumns } from '../domain/words/ledger.ts'
import type { LedgerCase } from '../domain/words/ledger-cells.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import { madeInThread } from '../reports/thread.ts'

/** So many logs are read in one go: nobody waits longer. */
const AT_ONCE = 20

interface At {
  store: Store
  now: number
  /** Who reads it: whoever looks at names and phones is written down. */
  reader: PersonId
}

/** 台账 of a span as a workbook, as the cases stand now. */
export async function ledgerFile(wish: LedgerWish, at: At): Promise<Buffer> {
  const { store, now } = at
  const { cases, people, ledger, runs, look } = store.books
  const all = casesOfLedger(
    cases.registeredBetween(wish.from, wish.to - 1),
    wish,
    (c) => c.owner?.unit ?? people.unitFor(c),
  )
  const own = wish.withNames ? withPrivateColumns(defaultLedger) : defaultLedger
  const template = ledger.current()?.template ?? own
  const words = look(now)
  const rows: LedgerRow[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const known = wish.withNames ? disclosed(some, at) : new Map<CaseNo, NonNullable<LedgerCase['complainant']>>()
    for (const c of some) {
      const complainant = known.get(c.no)
      const one = { c, log: cases.log(c.no), row: rows.length + 1, ...(complainant && { complainant }) }
      rows.push(ledgerRow(one, template, words))
    }
    await breath()
  }
  const reconciled = reconciledUntil(runs.lastDone('reconcile'), now)
  return madeInThread({ kind: 'ledger', sheet: ledgerSheet(rows, template, { wish, now, reconciled }) })
}

// Each look is written down, in the transaction that makes it; of a confidential case nobody looks this way.
function disclosed(cases: readonly Case[], { store, now, reader }: At) {
  return store.unit((tx) => {
    const known = new Map<CaseNo, NonNullable<LedgerCase['complainant']>>()
    for (const { no, complainant, confidential } of cases) {
      if (complainant === undefined || confidential) continue
      const look = { no, person: reader, at: now, why: '台账' }
      const name = tx.vault.disclose(complainant, 'name', look)
      const phone = tx.vault.disclose(complainant, 'phone', look)
      known.set(no, {
        ...(name !== undefined && { name: coveredName(name) }),
        ...(phone !== undefined && { phone: coveredPhone(phone) }),
      })
    }
    return known
  })
}
