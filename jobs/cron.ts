import { CronExpressionParser } from 'cron-parser'

export interface Timetable {
  /** Five fields: minute hour day month weekday. */
  cron: string
  tz: string
}

/** The last instant at or before `now` at which a timetable fires. */
export function lastFiring({ cron, tz }: Timetable, now: number): number {
  return CronExpressionParser.parse(cron, { tz, currentDate: new Date(now + 1) })
    .prev()
    .getTime()
}

/** The first instant after `now` at which a timetable fires. */
export function nextFiring({ cron, tz }: Timetable, now: number): number {
  return CronExpressionParser.parse(cron, { tz, currentDate: new Date(now) })
    .next()
    .getTime()
}
