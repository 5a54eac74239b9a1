import { CronExpressionParser } from 'cron-parser'

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

interface Around {
  last: number
  next: number
}

// Reckoning costs a millisecond and the answer holds until the next firing.
const known = new Map<string, Around>()

function around({ cron, tz }: Timetable, now: number): Around {
  const before = known.get(`${cron} ${tz}`)
  if (before && before.last <= now && now < before.next) return before
  const from = (at: number) => CronExpressionParser.parse(cron, { tz, currentDate: new Date(at) })
  const found = {
    last: from(now + 1)
      .prev()
      .getTime(),
    next: from(now).next().getTime(),
  }
  known.set(`${cron} ${tz}`, found)
  return found
}
