import { type CronExpression, CronExpressionParser } from 'cron-parser'

export interface Timetable {
  /** Five fields: minute hour day month weekday. */
  cron: string
  tz: string
}

/** The last instant at or before `now` at which a timetable fires. */
export function lastFiring(timetable: Timetable, now: number): number {
  return around(timetable, now).last
}

/** The first instant after `now` at which a timetable fires. */
export function nextFiring(timetable: Timetable, now: number): number {
  return around(timetable, now).next
}

interface Known {
  firings: CronExpression
  last: number
  next: number
}

// Reading a timetable and walking it in a time zone is slow, and the answer holds until the next firing.
const known = new Map<string, Known>()

function around({ cron, tz }: Timetable, now: number): Known {
  const before = known.get(`${cron} ${tz}`)
  if (before && before.last <= now && now < before.next) return before
  const firings = before?.firings ?? CronExpressionParser.parse(cron, { tz })
  firings.reset(new Date(now + 1))
  const last = firings.prev().getTime()
  firings.reset(new Date(now))
  const found = { firings, last, next: firings.next().getTime() }
  known.set(`${cron} ${tz}`, found)
  return found
}
