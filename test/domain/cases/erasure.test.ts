import { describe, expect, test } from 'vitest'
import { dueForErasure } from '../../../domain/cases/erasure.ts'
import { defaults } from '../../../domain/settings.ts'
import { periodEnd, periodOf } from '../../../domain/time/period.ts'
import { addDays, instant } from '../../../domain/time/wall.ts'

const at = (date: string) => instant(date, '10:00')

test.each([
  ['2026-11-18', '2026-11'],
  ['2026-11-19', '2026-12'],
  ['2026-12-19', '2027-01'],
  ['2027-01-01', '2027-01'],
])('%s falls into the period %s', (date, period) => {
  expect(periodOf(at(date))).toBe(period)
  expect(periodEnd(period)).toBeGreaterThan(at(date))
})

describe('personal data goes 90 days† after the period in which all was over, once that is confirmed', () => {
  const confirmed = new Set(['2026-11', '2026-12'])
  const closed = { state: 'closed', closedAt: at('2026-11-10'), lastAt: at('2026-12-01') } as const

  test.each([
    ['a close', closed, confirmed, '2026-11-19'],
    [
      'a revisit of the city in the next period',
      { ...closed, cityRevisitedAt: at('2026-11-20') },
      confirmed,
      '2026-12-19',
    ],
    ['a case without a close, by its last event', { state: 'void', lastAt: at('2026-11-02') }, confirmed, '2026-11-19'],
    ['a period nobody confirmed', closed, new Set(['2026-10']), undefined],
    ['an open case', { state: 'handled', lastAt: at('2026-11-02') }, confirmed, undefined],
  ] as const)('%s', (_what, c, periods, end) => {
    const due = end && instant(addDays(end, 90), '00:00')
    expect(dueForErasure(c, defaults, periods)).toBe(due)
  })
})
