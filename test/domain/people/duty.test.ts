import { describe, expect, test } from 'vitest'
import { readDate } from '../../../domain/people/day.ts'
import { dutyTime } from '../../../domain/people/duty.ts'
import { wallOf } from '../../../domain/time/wall.ts'
import { NOW } from '../../support/sample.ts'

describe('a span of duty in words, said on Monday 2026-11-23', () => {
  test.each([
    ['今天', '2026-11-23', '2026-11-24'],
    ['明天', '2026-11-24', '2026-11-25'],
    ['后天', '2026-11-25', '2026-11-26'],
    ['本周', '2026-11-23', '2026-11-30'],
    ['下周', '2026-11-30', '2026-12-07'],
    ['11-28', '2026-11-28', '2026-11-29'],
    ['11月28日', '2026-11-28', '2026-11-29'],
    ['1月2号', '2027-01-02', '2027-01-03'],
  ])('%s: from %s to %s', (words, from, to) => {
    const span = dutyTime(words, NOW)!
    expect([wallOf(span.from).date, wallOf(span.from).time, wallOf(span.to).date]).toEqual([from, '00:00', to])
  })

  test('on a Sunday this week still began on Monday', () => {
    const sunday = dutyTime('本周', NOW + 6 * 86_400_000)!
    expect(wallOf(sunday.from).date).toBe('2026-11-23')
  })

  test.each(['周末', '', '李强', '13-40', '2月30日'])('%s is none', (words) =>
    expect(dutyTime(words, NOW)).toBeUndefined(),
  )
})

test('a date without a year is the next such day', () => {
  expect(readDate('11-22', '2026-11-23')).toBe('2027-11-22')
  expect(readDate('2026-11-22', '2026-11-23')).toBe('2026-11-22')
  expect(readDate('11月23', '2026-11-23')).toBe('2026-11-23')
})
