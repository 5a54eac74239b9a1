import { describe, expect, test } from 'vitest'
import { calendar, lastWorkdayBeforeHoliday, nextWorkday, previousWorkday } from '../../../domain/time/calendar.ts'

const announced = calendar([])

describe('2026, as announced', () => {
  test.each([
    ['2026-09-20', true, 'a Sunday made up for National Day'],
    ['2026-09-25', false, 'the Friday of Mid-Autumn'],
    ['2026-09-30', true, 'the last day before National Day'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'a Wednesday off in lieu'],
    ['2026-10-08', true, 'the first day after the holiday'],
    ['2026-10-10', true, 'a Saturday made up for National Day'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-11-24', true, 'a plain Tuesday'],
  ])('%s is a working day: %s (%s)', (date, worked) => {
    expect(announced.workday(date)).toBe(worked)
  })

  test('the next and previous working day step over the whole holiday', () => {
    expect(nextWorkday('2026-09-30', announced)).toBe('2026-10-08')
    expect(previousWorkday('2026-10-08', announced)).toBe('2026-09-30')
    expect(nextWorkday('2026-10-09', announced)).toBe('2026-10-10')
    expect(nextWorkday('2026-10-10', announced)).toBe('2026-10-12')
    expect(previousWorkday('2026-10-10', announced)).toBe('2026-10-09')
  })

  test('the last working day before days off is known, a make-up Saturday included', () => {
    expect(lastWorkdayBeforeHoliday('2026-09-30', announced)).toBe(true)
    expect(lastWorkdayBeforeHoliday('2026-10-09', announced)).toBe(false)
    expect(lastWorkdayBeforeHoliday('2026-10-10', announced)).toBe(true)
    expect(lastWorkdayBeforeHoliday('2026-10-03', announced)).toBe(false)
    expect(lastWorkdayBeforeHoliday('2026-11-27', announced)).toBe(true)
  })
})

describe('a year nobody has announced', () => {
  test('is not known and is Monday to Friday', () => {
    expect(announced.known(2026)).toBe(true)
    expect(announced.known(2027)).toBe(false)
    expect(announced.workday('2027-01-01')).toBe(true)
    expect(announced.workday('2027-01-02')).toBe(false)
  })

  test('obeys single rows at once but is known only when its 1 October is entered', () => {
    const one = calendar([{ date: '2027-01-01', workday: false }])
    expect(one.workday('2027-01-01')).toBe(false)
    expect(one.known(2027)).toBe(false)
    const whole = calendar([
      { date: '2027-01-01', workday: false },
      { date: '2027-10-01', workday: false },
    ])
    expect(whole.known(2027)).toBe(true)
    expect(nextWorkday('2026-12-31', whole)).toBe('2027-01-04')
  })
})

test("an administrator's row outranks the announcement", () => {
  const changed = calendar([{ date: '2026-10-10', workday: false }])
  expect(changed.workday('2026-10-10')).toBe(false)
})

test('a table in which nobody ever works again is refused instead of searched for ever', () => {
  expect(() => nextWorkday('2026-01-01', { workday: () => false, known: () => true })).toThrow(RangeError)
})
