import { expect, test } from 'vitest'
import { clock, dayClock, monthDayClock, span } from '../../../domain/time/saying.ts'
import { days, hours, instant, minutes } from '../../../domain/time/wall.ts'

const now = instant('2026-11-23', '15:30')

test.each([
  ['2026-11-23', '16:00', '今天16:00'],
  ['2026-11-24', '09:44', '明天09:44'],
  ['2026-11-22', '21:10', '昨天21:10'],
  ['2026-11-25', '00:00', '11-25 00:00'],
  ['2026-11-29', '21:47', '11-29 21:47'],
])('%s %s is read as %s', (date, time, said) => {
  expect(dayClock(instant(date, time), now)).toBe(said)
})

test('tomorrow crosses the end of the year', () => {
  expect(dayClock(instant('2027-01-01', '08:05'), instant('2026-12-31', '23:59'))).toBe('明天08:05')
})

test('a clock is hours and minutes, with month and day before it where needed', () => {
  expect(clock(instant('2026-11-24', '09:44'))).toBe('09:44')
  expect(monthDayClock(instant('2026-11-29', '21:47'))).toBe('11-29 21:47')
})

test.each([
  [0, '0分'],
  [minutes(14), '14分'],
  [minutes(14) + 59_999, '14分'],
  [hours(1), '1时'],
  [minutes(100), '1时40分'],
  [hours(3), '3时'],
  [hours(3) + minutes(50), '3时'],
  [days(1), '1天'],
  [days(6) + hours(12) + minutes(3), '6天12时'],
  [-(days(1) + hours(2)), '1天2时'],
])('a length of %i ms is read as %s', (ms, said) => {
  expect(span(ms)).toBe(said)
})
