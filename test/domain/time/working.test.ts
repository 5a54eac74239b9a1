import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaults, settingsAt } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { hours, instant, minutes, wallOf } from '../../../domain/time/wall.ts'
import { addWorkingTime, isWorking, workingMinutesBetween } from '../../../domain/time/working.ts'

const timing = { calendar: calendar([]), settings: defaults }

function at(text: string): number {
  const [date, time] = text.split(' ')
  return instant(date!, time)
}

function said(instant: number): string {
  const { date, time } = wallOf(instant)
  return `${date} ${time}`
}

describe('working time added', () => {
  test.each([
    ['2026-11-24 09:00', 2, '2026-11-24 11:00', 'within a day'],
    ['2026-11-24 19:00', 2, '2026-11-25 09:00', 'over a night'],
    ['2026-11-24 18:00', 2, '2026-11-25 08:00', 'up to the very end is the next start'],
    ['2026-11-24 20:00', 2, '2026-11-25 10:00', 'from the very end'],
    ['2026-11-24 08:00', 12, '2026-11-25 08:00', 'one whole day'],
    ['2026-11-24 03:00', 2, '2026-11-24 10:00', 'from before dawn'],
    ['2026-11-27 19:00', 4, '2026-11-30 11:00', 'over a weekend'],
    ['2026-11-28 12:00', 8, '2026-11-30 16:00', 'from a Saturday'],
    ['2026-09-30 19:00', 4, '2026-10-08 11:00', 'over National Day'],
    ['2026-10-09 19:00', 4, '2026-10-10 11:00', 'into a make-up Saturday'],
    ['2026-10-10 19:00', 4, '2026-10-12 11:00', 'from a make-up Saturday over the Sunday'],
    ['2026-09-19 10:00', 2, '2026-09-20 10:00', 'into a make-up Sunday'],
    ['2026-02-14 19:30', 1, '2026-02-24 08:30', 'over the Spring Festival'],
    ['2026-12-31 19:00', 2, '2027-01-01 09:00', 'into a year nobody has announced'],
    ['2026-11-24 21:00', 0, '2026-11-25 08:00', 'nothing, from quiet'],
  ])('%s and %i h is %s: %s', (from, h, expected) => {
    expect(said(addWorkingTime(at(from), hours(h), timing))).toBe(expected)
  })

  test("the administrators' rows of the next year are obeyed", () => {
    const entered = calendar([{ date: '2027-01-01', workday: false }])
    const landed = addWorkingTime(at('2026-12-31 19:00'), hours(2), { calendar: entered, settings: defaults })
    expect(said(landed)).toBe('2027-01-04 09:00')
  })

  test('other hours hold when they are set', () => {
    const settings = settingsAt([{ key: 'workUntil', value: '18:00', from: '2026-01-01' }], '2026-11-24')
    expect(said(addWorkingTime(at('2026-11-24 17:00'), hours(2), { ...timing, settings }))).toBe('2026-11-25 09:00')
  })

  test('time does not run backward', () => {
    expect(() => addWorkingTime(at('2026-11-24 09:00'), -1, timing)).toThrow(RangeError)
  })
})

describe('working minutes between', () => {
  test.each([
    ['2026-11-24 09:00', '2026-11-24 11:30', 150],
    ['2026-11-24 19:00', '2026-11-25 09:00', 120],
    ['2026-11-27 20:00', '2026-11-30 08:00', 0],
    ['2026-09-30 08:00', '2026-10-10 20:00', 4 * 720],
    ['2026-11-24 11:00', '2026-11-24 09:00', 0],
  ])('%s and %s are %i', (from, to, expected) => {
    expect(workingMinutesBetween(at(from), at(to), timing)).toBe(expected)
  })
})

describe('for any instant of 2026 and 2027', () => {
  const anyInstant = fc.integer({ min: at('2026-01-01 00:00'), max: at('2027-12-31 00:00') })
  const anyLength = fc.integer({ min: 0, max: hours(200) })

  test('added time lands in working time, never before its start', () => {
    fc.assert(
      fc.property(anyInstant, anyLength, (from, ms) => {
        const landed = addWorkingTime(from, ms, timing)
        expect(isWorking(landed, timing)).toBe(true)
        expect(landed).toBeGreaterThanOrEqual(from + (isWorking(from, timing) ? ms : 0))
      }),
    )
  })

  test('it is monotone in the start and in the length', () => {
    fc.assert(
      fc.property(anyInstant, anyLength, fc.nat(hours(100)), (from, ms, more) => {
        const landed = addWorkingTime(from, ms, timing)
        expect(addWorkingTime(from + more, ms, timing)).toBeGreaterThanOrEqual(landed)
        expect(addWorkingTime(from, ms + more, timing)).toBeGreaterThanOrEqual(landed)
      }),
    )
  })

  test('what was added is what is counted between', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(6000), (from, n) => {
        expect(workingMinutesBetween(from, addWorkingTime(from, minutes(n), timing), timing)).toBe(n)
      }),
    )
  })
})
