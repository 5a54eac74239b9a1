import { expect, test } from 'vitest'
import { readStats } from '../../../domain/reading/stats.ts'
import { before, spanOfPeriod } from '../../../domain/time/period.ts'
import { instant } from '../../../domain/time/wall.ts'

const now = instant('2026-11-23', '09:30')

test.each([
  ['', { period: '2026-12', assessed: true }],
  ['本期', { period: '2026-12', assessed: true }],
  ['上期 方庄', { period: '2026-11', assessed: true, place: '方庄' }],
  ['方庄 上上期 全口径', { period: '2026-10', assessed: false, place: '方庄' }],
  ['11月 按单位', { period: '2026-11', assessed: true, by: 'unit' }],
  ['2025年12月期,按街镇', { period: '2025-12', assessed: true, by: 'street' }],
  ['3月', { period: '2026-03', assessed: true }],
])('%s', (said, wish) => expect(readStats(said, now)).toEqual(wish))

test('periods go over the end of a year', () => {
  expect(before('2026-02', 3)).toBe('2025-11')
  expect(before('2026-01', 1)).toBe('2025-12')
  expect(readStats('12月', instant('2027-01-10')).period).toBe('2026-12')
  expect(spanOfPeriod('2027-01')).toEqual({ from: instant('2026-12-19'), to: instant('2027-01-19') })
})
