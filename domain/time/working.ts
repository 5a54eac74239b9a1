import type { Settings } from '../settings.ts'
import { type Calendar, nextWorkday, previousWorkday } from './calendar.ts'
import { dateOf, instant, minutes } from './wall.ts'

/** The days that are worked and the hours of them that are not quiet: what every clock of section 5 needs. */
export interface Timing {
  calendar: Calendar
  settings: Pick<Settings, 'workFrom' | 'workUntil'>
}

/** The working time of one day: from is in it, until is not. */
export interface WorkingDay {
  from: number
  until: number
}

/** Whether an instant lies in working time: a working day, from 08:00† up to but not including 20:00†. */
export function isWorking(at: number, timing: Timing): boolean {
  const day = hoursOf(dateOf(at), timing)
  return timing.calendar.workday(dateOf(at)) && at >= day.from && at < day.until
}

/**
 * The instant at which ms of working time have passed. A result at the very end of a day is the start of the next
 * working day; time that starts outside working time starts with the next. ms must not be negative.
 */
export function addWorkingTime(at: number, ms: number, timing: Timing): number {
  if (ms < 0) throw new RangeError('working time runs forward')
  let day = currentOrNext(at, timing)
  let start = Math.max(at, day.from)
  let left = ms
  while (left >= day.until - start) {
    left -= day.until - start
    day = dayAfter(day, timing)
    start = day.from
  }
  return start + left
}

/** Minutes of working time between two instants, rounded down; 0 when to is not after from. */
export function workingMinutesBetween(from: number, to: number, timing: Timing): number {
  let total = 0
  for (let day = currentOrNext(from, timing); day.from < to; day = dayAfter(day, timing))
    total += Math.max(0, Math.min(to, day.until) - Math.max(from, day.from))
  return Math.floor(total / minutes(1))
}

/** The working time that holds an instant or, outside working time, the next one. */
export function currentOrNext(at: number, timing: Timing): WorkingDay {
  const date = dateOf(at)
  const today = hoursOf(date, timing)
  if (timing.calendar.workday(date) && at < today.until) return today
  return hoursOf(nextWorkday(date, timing.calendar), timing)
}

/** The working time that holds an instant or, outside working time, the one before. */
export function currentOrLast(at: number, timing: Timing): WorkingDay {
  const date = dateOf(at)
  const today = hoursOf(date, timing)
  if (timing.calendar.workday(date) && at >= today.from) return today
  return hoursOf(previousWorkday(date, timing.calendar), timing)
}

function dayAfter(day: WorkingDay, timing: Timing): WorkingDay {
  return hoursOf(nextWorkday(dateOf(day.from), timing.calendar), timing)
}

function hoursOf(date: string, { settings }: Timing): WorkingDay {
  return { from: instant(date, settings.workFrom), until: instant(date, settings.workUntil) }
}
