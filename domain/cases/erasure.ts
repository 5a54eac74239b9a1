import type { Settings } from '../settings.ts'
import { type Period, periodEnd, periodOf } from '../time/period.ts'
import { type Case, isUnfinished } from './case.ts'

/** A case with the instant of its last event. */
export type Ended = Pick<Case, 'state' | 'closedAt'> & { cityRevisitedAt?: number; lastAt: number }

/**
 * When a case's personal data and words are to be erased (domain.md section 10): 90 days† after the later of its close, the
 * city's revisit and the end of the period they fall into, and only where that period's 归档包 is confirmed. In: the case
 * with the instant of its last event, which stands for a close it never had (void, returned); the settings of
 * today. Out: the instant, which may be past; undefined while it is open or merged, or not confirmed.
 */
export function dueForErasure(
  c: Ended,
  settings: Pick<Settings, 'erasure'>,
  confirmed: ReadonlySet<Period>,
): number | undefined {
  const period = periodOfEnd(c)
  return period !== undefined && confirmed.has(period) ? periodEnd(period) + settings.erasure : undefined
}

/** The period whose 归档包 a case belongs to: that of its close or of the city's revisit, whichever was later; undefined while it is open or merged. */
export function periodOfEnd(c: Ended): Period | undefined {
  if (isUnfinished(c)) return undefined
  return periodOf(Math.max(c.closedAt ?? c.lastAt, c.cityRevisitedAt ?? 0))
}
