/**
 * When the bot keeps quiet (section 5): outside working hours and on non-working days only urgent things and answers
 * are said. What is about a coming deadline is said earlier, what follows an event is said later, in a list.
 */
import type { Settings } from '../settings.ts'
import { type Calendar, nextWorkday, previousWorkday } from './calendar.ts'
import { dateOf, instant, minutes } from './wall.ts'
import { currentOrLast, isWorking } from './working.ts'

export type QuietSettings = Pick<Settings, 'workFrom' | 'workUntil' | 'personalLists'>

/** Whether only urgent things may be said at this instant: 20:00†–08:00† and non-working days. */
export function isQuiet(at: number, calendar: Calendar, settings: QuietSettings): boolean {
  return !isWorking(at, { calendar, settings })
}

/**
 * Where a reminder of a coming deadline goes: itself outside quiet hours, else one minute before the end of the last
 * working time (19:59†), the last moment at which the bot may still speak. Never later than its input.
 */
export function earlier(at: number, calendar: Calendar, settings: QuietSettings): number {
  if (!isQuiet(at, calendar, settings)) return at
  return currentOrLast(at, { calendar, settings }).until - minutes(1)
}

/** Where a step after an event goes: itself outside quiet hours, else the next list. Never earlier than its input, never quiet. */
export function later(at: number, calendar: Calendar, settings: QuietSettings): number {
  return isQuiet(at, calendar, settings) ? nextList(at, calendar, settings) : at
}

/** The first personal list (08:05, 15:00 of working days†) at or after an instant. */
export function nextList(at: number, calendar: Calendar, settings: QuietSettings): number {
  const today = listsOn(dateOf(at), calendar, settings).find((list) => list >= at)
  return today ?? listsOn(nextWorkday(dateOf(at), calendar), calendar, settings)[0]!
}

/** The last personal list at or before an instant. */
export function previousList(at: number, calendar: Calendar, settings: QuietSettings): number {
  const today = listsOn(dateOf(at), calendar, settings).findLast((list) => list <= at)
  return today ?? listsOn(previousWorkday(dateOf(at), calendar), calendar, settings).at(-1)!
}

/** The first list of the last working day on which a list still goes out before a deadline. */
export function firstListOfLastDay(deadline: number, calendar: Calendar, settings: QuietSettings): number {
  const date = dateOf(deadline)
  const first = listsOn(date, calendar, settings)[0]
  if (first !== undefined && first < deadline) return first
  return listsOn(previousWorkday(date, calendar), calendar, settings)[0]!
}

/**
 * The personal lists of a date in time order; none on a non-working day. A list set to a time that is quiet does not go
 * out; if that is all of them, one goes out when the working time begins.
 */
export function listsOn(date: string, calendar: Calendar, settings: QuietSettings): number[] {
  if (!calendar.workday(date)) return []
  const { personalLists, workFrom, workUntil } = settings
  const times = personalLists.filter((time) => time >= workFrom && time < workUntil).sort()
  return (times.length > 0 ? times : [workFrom]).map((time) => instant(date, time))
}
