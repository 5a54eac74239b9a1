import { dateOf, instant } from './wall.ts'

/** A 考核期, 'YYYY-MM': from the 19th of the month before to the 18th (domain.md section 2). */
export type Period = string

/** The period an instant falls into. */
export function periodOf(at: number): Period {
  const [year = 0, month = 0, day = 0] = dateOf(at).split('-').map(Number)
  return day < 19 ? named(year, month) : named(year, month + 1)
}

/** When a period is over: the beginning of the 19th. */
export function periodEnd(period: Period): number {
  return instant(`${period}-19`, '00:00')
}

function named(year: number, month: number): Period {
  return month > 12 ? `${year + 1}-01` : `${year}-${String(month).padStart(2, '0')}`
}

/** The instants of a period: from the beginning of the 19th, up to the beginning of the next 19th. */
export function spanOfPeriod(period: Period): { from: number; to: number } {
  return { from: periodEnd(before(period, 1)), to: periodEnd(period) }
}

/** So many periods before. */
export function before(period: Period, n: number): Period {
  const [year = 0, month = 0] = period.split('-').map(Number)
  const months = year * 12 + month - 1 - n
  return named(Math.floor(months / 12), (months % 12) + 1)
}
