/** Times as people read them in a chat. The year is left out: nothing that is spoken is ever a year away. */
import { addDays, dateOf, days, hours, minutes, wallOf } from './wall.ts'

/** '09:44' */
export function clock(at: number): string {
  return wallOf(at).time
}

/** '今天16:00', '明天09:44', '昨天21:10', any other day '11-29 21:47'. */
export function dayClock(at: number, now: number): string {
  const { date, time } = wallOf(at)
  const today = dateOf(now)
  if (date === today) return `今天${time}`
  if (date === addDays(today, 1)) return `明天${time}`
  if (date === addDays(today, -1)) return `昨天${time}`
  return monthDayClock(at)
}

/** '11-29 21:47' */
export function monthDayClock(at: number): string {
  const { date, time } = wallOf(at)
  return `${date.slice(5)} ${time}`
}

/** '11月29日', of an instant or a date. */
export function monthDay(on: number | string): string {
  const [, month = '', day = ''] = (typeof on === 'number' ? dateOf(on) : on).split('-')
  return `${Number(month)}月${Number(day)}日`
}

/**
 * A length of time, rounded down, without its sign: '14分' under an hour, '1时40分' under two hours (when minutes still
 * matter), '3时' under a day, '6天12时' and '6天' above.
 */
export function span(ms: number): string {
  const length = Math.abs(ms)
  if (length < hours(1)) return `${Math.floor(length / minutes(1))}分`
  if (length < hours(2)) return `1时${tail(Math.floor((length - hours(1)) / minutes(1)), '分')}`
  if (length < days(1)) return `${Math.floor(length / hours(1))}时`
  return `${Math.floor(length / days(1))}天${tail(Math.floor((length % days(1)) / hours(1)), '时')}`
}

const tail = (n: number, unit: string): string => (n > 0 ? `${n}${unit}` : '')
