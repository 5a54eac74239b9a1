import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  days,
  hours,
  instant,
  isDate,
  minuteOf,
  minutes,
  wallOf,
  weekdayOf,
} from '../../../domain/time/wall.ts'

const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) })

describe('the clock on the wall', () => {
  test.each([
    ['2026-11-24T01:44:00Z', { date: '2026-11-24', time: '09:44', minute: 584, weekday: 2 }],
    ['2026-11-23T16:00:00Z', { date: '2026-11-24', time: '00:00', minute: 0, weekday: 2 }],
    ['2026-11-23T15:59:59Z', { date: '2026-11-23', time: '23:59', minute: 1439, weekday: 1 }],
    ['2026-12-31T16:00:00Z', { date: '2027-01-01', time: '00:00', minute: 0, weekday: 5 }],
    ['2028-02-29T10:00:00Z', { date: '2028-02-29', time: '18:00', minute: 1080, weekday: 2 }],
  ])('%s is that date and time in Beijing', (iso, wall) => {
    expect(wallOf(Date.parse(iso))).toEqual(wall)
  })

  test('a date and a time are an instant, midnight when no time is given, 24:00 the next midnight', () => {
    expect(instant('2026-11-24', '09:44')).toBe(Date.parse('2026-11-24T01:44:00Z'))
    expect(instant('2026-11-24')).toBe(Date.parse('2026-11-23T16:00:00Z'))
    expect(instant('2026-11-24', '24:00')).toBe(instant('2026-11-25'))
  })

  test('it agrees with the time zone data of the platform', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(
      fc.property(anyInstant, (at) => {
        const { date, time } = wallOf(at)
        expect(`${date} ${time}`).toBe(shanghai.format(at))
      }),
    )
  })

  test('instant undoes wallOf to the minute', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const { date, time, minute } = wallOf(at)
        expect(at - instant(date, time)).toBeGreaterThanOrEqual(0)
        expect(at - instant(date, time)).toBeLessThan(minutes(1))
        expect(minuteOf(time)).toBe(minute)
      }),
    )
  })

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261101', ''])('%j is no date and is thrown out', (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => instant(text)).toThrow(RangeError)
  })

  test.each(['24:01', '9:44', '09:60', '', '幺点'])('%j is no time and is thrown out', (time) => {
    expect(() => instant('2026-11-24', time)).toThrow(RangeError)
  })
})

describe('days', () => {
  test('cross the end of months, years and leap Februaries both ways', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addDays('2026-11-24', 0)).toBe('2026-11-24')
  })

  test('have their weekday, Sunday being 7', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  test('are 24 hours of 60 minutes', () => {
    expect(days(2)).toBe(hours(48))
    expect(hours(3)).toBe(minutes(180))
  })
})
