import { type Decimal, figure, halfEven, timesOver, written } from './decimal.ts'
import type { ExcessKind, Judgement, Remark } from './judgement.ts'
import type { Limit } from './limits.ts'
import { keeps, type Value, valueWritten } from './values.ts'

/** How a kind of value is compared: rounded to so many places first (or as it is), and how its excess is told. */
export interface Manner {
  places?: number
  by: ExcessKind
}

/** A value held against a limit. Out: a whole judgement, 待核 when the limit's own figure is not sure. */
export function compared(value: Value, limit: Limit, { places, by }: Manner): Judgement {
  const bound = figure(limit.limit)
  const n = places === undefined ? value.n : halfEven(value.n, places)
  const kept = keeps({ ...value, n }, limit.op, bound)
  const facts = {
    ...factsOf(limit),
    measured: valueWritten(value),
    ...(places !== undefined && { rounded: written(n) }),
  }
  if (kept === undefined)
    return sure(limit, {
      verdict: 'undecided',
      ...facts,
      remarks: [{ kind: 'inconclusive', value: valueWritten(value), limit: written(bound) }],
      missing: [],
    })
  if (kept) return sure(limit, { verdict: 'within', ...facts, remarks: [], missing: [] })
  // 「>1.0」 is over 1.0, by how much nobody knows.
  const told = excess(n, limit, by)
  return sure(limit, { verdict: 'over', ...facts, ...(told.exceed !== '0' && told), remarks: [], missing: [] })
}

/** What of a limit stands in every judgement by it. */
export function factsOf(limit: Limit): Partial<Judgement> {
  return {
    item: limit.item,
    standard: limit.standard,
    ...(limit.class !== '-' && { class: limit.class }),
    ...(limit.period !== null && { period: limit.period }),
    ...(limit.room !== undefined && { room: limit.room }),
    ...(limit.freqHz !== undefined && { freqHz: limit.freqHz }),
    op: limit.op,
    limit: written(figure(limit.limit)),
    unit: limit.unit,
  }
}

/** By how much a value fails its limit. */
export function excess(n: Decimal, limit: Limit, by: ExcessKind): { exceed: string; exceedBy: ExcessKind } {
  const bound = figure(limit.limit)
  const exceed = by === 'times' ? timesOver(n, bound) : n.minus(bound).abs()
  return { exceed: written(exceed), exceedBy: by }
}

/** A judgement by a limit whose figure nobody has read in the standard is 待核, whatever it says. */
export function sure(limit: Limit, judgement: Judgement): Judgement {
  if (limit.confidence === 'high') return judgement
  const { exceed: _, exceedBy: __, ...rest } = judgement
  const doubt: Remark = { kind: 'unverified', standard: limit.standard, confidence: limit.confidence }
  return { ...rest, verdict: 'unverified', remarks: [...judgement.remarks, doubt] }
}
