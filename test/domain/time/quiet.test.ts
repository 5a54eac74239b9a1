import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaults, settingsAt } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { earlier, isQuiet, later, nextList, previousList } from '../../../domain/time/quiet.ts'
import { instant, wallOf } from '../../../domain/time/wall.ts'

const year = calendar([])

function at(text: string): number {
  const [date, time] = text.split(' ')
  return instant(date!, time)
}

function said(instant: number): string {
  const { date, time } = wallOf(instant)
  return `${date} ${time}`
}

test.each([
  ['2026-11-24 07:59', true, 'a minute before the start'],
  ['2026-11-24 08:00', false, 'the start'],
  ['2026-11-24 19:59', false, 'the last minute'],
  ['2026-11-24 20:00', true, 'the end'],
  ['2026-11-28 10:00', true, 'a Saturday'],
  ['2026-10-10 10:00', false, 'a make-up Saturday'],
  ['2026-10-05 10:00', true, 'a Monday of National Day'],
  ['2027-01-01 10:00', false, 'a Friday of a year nobody has announced'],
])('%s is quiet: %s (%s)', (text, quiet) => {
  expect(isQuiet(at(text), year, defaults)).toBe(quiet)
})

test.each([
  ['2026-11-24 10:00', '2026-11-24 10:00', 'stays outside quiet'],
  ['2026-11-24 22:00', '2026-11-24 19:59', 'to the end of the same day'],
  ['2026-11-24 05:44', '2026-11-23 19:59', 'to the evening before'],
  ['2026-11-29 15:47', '2026-11-27 19:59', 'from Sunday to Friday'],
  ['2026-10-08 07:00', '2026-09-30 19:59', 'to before National Day'],
  ['2026-10-11 10:00', '2026-10-10 19:59', 'to the make-up Saturday'],
  ['2026-11-24 20:00', '2026-11-24 19:59', 'from the very end'],
])('a reminder of something to come at %s moves to %s: %s', (text, expected) => {
  expect(said(earlier(at(text), year, defaults))).toBe(expected)
})

test.each([
  ['2026-11-24 10:00', '2026-11-24 10:00', 'stays outside quiet'],
  ['2026-11-24 22:00', '2026-11-25 08:05', 'to the morning list'],
  ['2026-11-24 05:00', '2026-11-24 08:05', 'to the list of the same morning'],
  ['2026-11-28 10:00', '2026-11-30 08:05', 'from Saturday to Monday'],
  ['2026-09-30 20:00', '2026-10-08 08:05', 'over National Day'],
  ['2026-10-09 21:00', '2026-10-10 08:05', 'to a make-up Saturday'],
])('a step after an event at %s moves to %s: %s', (text, expected) => {
  expect(said(later(at(text), year, defaults))).toBe(expected)
})

describe('the lists', () => {
  test.each([
    ['2026-11-24 08:05', '2026-11-24 08:05', '2026-11-24 08:05'],
    ['2026-11-24 08:06', '2026-11-24 15:00', '2026-11-24 08:05'],
    ['2026-11-24 15:01', '2026-11-25 08:05', '2026-11-24 15:00'],
    ['2026-11-24 08:04', '2026-11-24 08:05', '2026-11-23 15:00'],
    ['2026-11-28 12:00', '2026-11-30 08:05', '2026-11-27 15:00'],
    ['2026-12-31 16:00', '2027-01-01 08:05', '2026-12-31 15:00'],
  ])('around %s are %s and before it %s', (text, next, previous) => {
    expect(said(nextList(at(text), year, defaults))).toBe(next)
    expect(said(previousList(at(text), year, defaults))).toBe(previous)
  })

  test('that are set to quiet hours do not go out; if none is left, one goes out when work begins', () => {
    const set = (value: string[]) => settingsAt([{ key: 'personalLists', value, from: '2026-01-01' }], '2026-11-24')
    expect(said(nextList(at('2026-11-24 06:00'), year, set(['07:30', '14:00'])))).toBe('2026-11-24 14:00')
    expect(said(nextList(at('2026-11-24 06:00'), year, set(['07:30'])))).toBe('2026-11-24 08:00')
  })
})

describe('for any instant of 2026 and 2027', () => {
  const anyInstant = fc.integer({ min: at('2026-01-05 00:00'), max: at('2027-12-31 00:00') })

  test('later is never earlier than its input and never quiet', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const moved = later(now, year, defaults)
        expect(moved).toBeGreaterThanOrEqual(now)
        expect(isQuiet(moved, year, defaults)).toBe(false)
      }),
    )
  })

  test('earlier is never later than its input and never quiet', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const moved = earlier(now, year, defaults)
        expect(moved).toBeLessThanOrEqual(now)
        expect(isQuiet(moved, year, defaults)).toBe(false)
      }),
    )
  })

  test('both keep the order of what they move', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(500_000_000), (now, more) => {
        expect(later(now + more, year, defaults)).toBeGreaterThanOrEqual(later(now, year, defaults))
        expect(earlier(now + more, year, defaults)).toBeGreaterThanOrEqual(earlier(now, year, defaults))
      }),
    )
  })
})
