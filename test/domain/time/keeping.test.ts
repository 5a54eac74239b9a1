import { expect, test } from 'vitest'
import { keptOf } from '../../../domain/time/keeping.ts'
import { addDays, dateOf, instant } from '../../../domain/time/wall.ts'

const RULES = { daily: 7, weekly: 4, monthly: 12 }
const night = (date: string): number => instant(date, '02:30')
const nights = (from: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => night(addDays(from, i)))
const dates = (kept: Set<number>): string[] => [...kept].map(dateOf).toSorted()

test('after two months of nights: seven days, the last of each week, the last of each month', () => {
  expect(dates(keptOf(nights('2026-10-01', 54), RULES))).toEqual([
    '2026-10-31',
    '2026-11-08',
    '2026-11-15',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
  ])
})

test('thinned night after night it comes to the same as thinned at once', () => {
  let kept: number[] = []
  for (const taken of nights('2025-09-01', 450)) kept = [...keptOf([...kept, taken], RULES)]
  expect(kept.toSorted()).toEqual([...keptOf(nights('2025-09-01', 450), RULES)].toSorted())
  expect(kept).toHaveLength(20)
})

test('of one day the last stays; after a long pause nothing goes that is the last of its kind', () => {
  const day = [instant('2026-11-23', '02:30'), instant('2026-11-23', '09:00')]
  expect([...keptOf(day, RULES)]).toEqual([day[1]])
  const long = [night('2025-01-05'), night('2026-11-23')]
  expect(keptOf(long, RULES).size).toBe(2)
  expect([...keptOf(long, { daily: 0, weekly: 0, monthly: 0 })]).toEqual([night('2026-11-23')])
})
