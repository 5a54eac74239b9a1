import { type Period, spanOfPeriod } from '../time/period.ts'
import { dateOf } from '../time/wall.ts'

/** 「11-19至12-18」; one day: 「11-20」. */
export function daysOf({ from, to }: { from: number; to: number }): string {
  const [first, last] = [dateOf(from).slice(5), dateOf(to - 1).slice(5)]
  return first === last ? first : `${first}至${last}`
}

/** 「12月期」. */
export function periodName(period: Period): string {
  return `${Number(period.slice(5))}月期`
}

/** 「12月期(11-19至12-18)」, or the days alone. */
export function spanName(span: { from: number; to: number; period?: Period | undefined }): string {
  return span.period === undefined ? daysOf(span) : `${periodName(span.period)}(${daysOf(spanOfPeriod(span.period))})`
}
