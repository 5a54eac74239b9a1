import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, weekdayOf, yearOf } from './wall.ts'

/** Which days are worked. */
export interface Calendar {
  /** Whether this date is a working day; Monday to Friday in a year nobody has announced. */
  workday(date: string): boolean
  /** Whether the holidays of this year are known; if not, what is computed from it is marked 推算. */
  known(year: number): boolean
}

/** One row of the table administrators keep: a day off or a make-up day (调休). */
export interface CalendarRow {
  date: string
  workday: boolean
}

/**
 * The calendar of the State Council's announcements (chinese-days) with the administrators' rows over it.
 *
 * A year is known when it was announced or when the rows hold its 1 October: the holiday every announcement has, so a
 * single row entered in advance does not silence the daily reminder. The list is read as data, not through the
 * functions of chinese-days: those use the machine's time zone and call days of unknown years workdays.
 */
export function calendar(extra: readonly CalendarRow[]): Calendar {
  const rows = new Map(extra.map((row) => [row.date, row.workday]))
  return {
    workday: (date) => rows.get(date) ?? fixed.get(date) ?? weekdayOf(date) <= 5,
    known: (year) => announcedYears.has(year) || rows.has(`${year}-10-01`),
  }
}

/** The first working day after a date. */
export function nextWorkday(date: string, calendar: Calendar): string {
  return seek(addDays(date, 1), 1, calendar)
}

/** The last working day before a date. */
export function previousWorkday(date: string, calendar: Calendar): string {
  return seek(addDays(date, -1), -1, calendar)
}

/** Whether a date is worked and no day of its week, from Monday, was before it. */
export function firstWorkdayOfWeek(date: string, calendar: Calendar): boolean {
  if (!calendar.workday(date)) return false
  for (let before = 1; before < weekdayOf(date); before++) if (calendar.workday(addDays(date, -before))) return false
  return true
}

/** Whether a date is worked and the day after is not: the day of 「节前清零」 and 「明天谁值班?」. */
export function lastWorkdayBeforeHoliday(date: string, calendar: Calendar): boolean {
  return calendar.workday(date) && !calendar.workday(addDays(date, 1))
}

const fixed = new Map([
  ...Object.keys(announced.holidays).map((date) => [date, false] as const),
  ...Object.keys(announced.workdays).map((date) => [date, true] as const),
])
const announcedYears = new Set(Object.keys(announced.holidays).map(yearOf))

// The longest holiday is nine days; a table that never works again is a mistake, not a calendar.
function seek(date: string, direction: 1 | -1, calendar: Calendar): string {
  let day = date
  for (let i = 0; i < 60; i++) {
    if (calendar.workday(day)) return day
    day = addDays(day, direction)
  }
  throw new RangeError(`no working day within 60 days of ${date}`)
}
