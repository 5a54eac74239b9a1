import type { Case, UnitId } from '../cases/case.ts'
import type { Period } from '../time/period.ts'

/** Which ledger: of what time, and of which street or unit. */
export interface LedgerWish {
  from: number
  /** No longer in it. */
  to: number
  /** Set where the span is a 考核期. */
  period?: Period
  street?: string
  unit?: UnitId
  /** With the complainants' names and phones, covered; asked for and confirmed by somebody with the right. */
  withNames?: true
}

/** The cases of a ledger, in order: registered in its span, of its street or unit. In: cases of at least that span. */
export function casesOfLedger(
  cases: readonly Case[],
  { from, to, street, unit }: LedgerWish,
  unitOf: (c: Case) => UnitId | undefined,
): Case[] {
  return cases
    .filter(({ registeredAt }) => registeredAt >= from && registeredAt < to)
    .filter((c) => (street === undefined || c.street === street) && (unit === undefined || unitOf(c) === unit))
    .toSorted((a, b) => a.no - b.no)
}
