import { expect, test } from 'vitest'
import { readCalendarDays } from '../../../domain/reading/calendar-days.ts'

test.each([
  ['2027-01-01 休', [['2027-01-01', false]]],
  ['2027-02-07 班', [['2027-02-07', true]]],
  ['2027年1月1日 休息', [['2027-01-01', false]]],
  [
    '2027-01-01 休 2027-02-07 班',
    [
      ['2027-01-01', false],
      ['2027-02-07', true],
    ],
  ],
  [
    '2027-01-01至2027-01-03 休,2027-02-07 补班',
    [
      ['2027-01-01', false],
      ['2027-01-02', false],
      ['2027-01-03', false],
      ['2027-02-07', true],
    ],
  ],
  ['1月1日 休', [['2027-01-01', false]]],
  ['2027-02-30 休', []],
  ['2027-01-03至2027-01-01 休', []],
  ['2027-01-01至2027-12-31 休', []],
  ['2027-01-01', []],
  ['2027-01-01 休 还有别的', []],
] as [string, [string, boolean][]][])('「%s」', (words, days) => {
  expect(readCalendarDays(words, '2026-12-01').map(({ date, workday }) => [date, workday])).toEqual(days)
})
