import type { Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { inScope, type Speaker } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'

/** The case a number, a platform number or its tail names. Refuses: unknown-order. */
export function caseOf(ref: string, tx: Tx): CaseNo {
  const no = known(ref, tx)
  if (no !== undefined) return no
  if (RUNNING.test(ref)) return Number(ref)
  throw new Refusal('unknown-order', {})
}

/** A running number, a platform number, or a tail that fits exactly one open case. */
export function known(ref: string, tx: Tx): CaseNo | undefined {
  if (RUNNING.test(ref) && tx.cases.find(Number(ref))) return Number(ref)
  const order = tx.cases.withExternalNo(ref)
  if (order) return order.no
  const byTail = /^\d{4,}$/.test(ref) ? tx.cases.withTail(ref) : []
  return byTail.length === 1 ? byTail[0]?.no : undefined
}

// A tail may begin with 0, a running number never does.
const RUNNING = /^[1-9]\d{0,5}$/

/** Whether it names a case this speaker may speak of here. */
export function fitsHere(ref: string, speaker: Speaker, tx: Tx): boolean {
  const no = known(ref, tx)
  const c = no === undefined ? undefined : tx.cases.find(no)
  return c !== undefined && inScope(speaker, c)
}
