/**
 * Wall time of Asia/Shanghai. An instant is a number (milliseconds since the epoch), a date is 'YYYY-MM-DD', a time
 * 'HH:MM'. China has kept UTC+8 without summer time since 1991, so arithmetic is exact for everything the work knows.
 */

export interface Wall {
  date: string
  time: string
  /** Minute of the day, 0 to 1439. */
  minute: number
  /** Monday is 1, Sunday is 7. */
  weekday: number
}

/** Milliseconds of n minutes. */
export const minutes = (n: number): number => n * 60_000
/** Milliseconds of n hours. */
export const hours = (n: number): number => n * 3_600_000
/** Milliseconds of n days of 24 hours. */
export const days = (n: number): number => n * 86_400_000

const east = hours(8)

/** The clock on the wall in Beijing at an instant. */
export function wallOf(at: number): Wall {
  const day = Math.floor((at + east) / days(1))
  const minute = Math.floor((at + east - days(day)) / minutes(1))
  return { date: dateOfDay(day), time: timeOfMinute(minute), minute, weekday: weekdayOfDay(day) }
}

/** The date in Beijing at an instant. */
export function dateOf(at: number): string {
  return dateOfDay(Math.floor((at + east) / days(1)))
}

/** The instant at which the clock in Beijing shows this date and time. '24:00' is the end of the day. Throws RangeError when there is no such date or time. */
export function instant(date: string, time = '00:00'): number {
  return days(dayOf(date)) - east + minutes(minuteOf(time))
}

/** The date n days later (earlier when n is negative). */
export function addDays(date: string, n: number): string {
  return dateOfDay(dayOf(date) + n)
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: string): number {
  return weekdayOfDay(dayOf(date))
}

/** The year of a date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** Whether a text is a date that exists, as 'YYYY-MM-DD'. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === text
}

/** Minute of the day of 'HH:MM' ('24:00' is 1440). Throws RangeError otherwise. */
export function minuteOf(time: string): number {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? []
  const value = Number(hour) * 60 + Number(minute)
  if (Number.isNaN(value) || Number(minute) > 59 || value > 1440) throw new RangeError(`no such time: ${time}`)
  return value
}

/** 'HH:MM' of a minute of the day. */
export function timeOfMinute(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
// Days are counted from 1970-01-01, a Thursday.
const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

const dateOfDay = remembered((day: number) => new Date(days(day)).toISOString().slice(0, 10))

const dayOf = remembered((date: string) => {
  if (!isDate(date)) throw new RangeError(`no such date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / days(1)
})

// A sweep asks for the same few days thousands of times, and Date is slow.
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? find(key)
    if (known.size > 5000) known.clear()
    known.set(key, value)
    return value
  }
}
