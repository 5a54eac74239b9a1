import { expect, test } from 'vitest'
import { type Graded, gradeOf, isUrgentGrade, rowOf } from '../../../domain/cases/grade.ts'
import { days, hours, instant, minutes } from '../../../domain/time/wall.ts'

const dispatchedAt = instant('2026-11-23', '09:00')

test.each<[string, Graded, string]>([
  ['an order that says 24 h', { channel: '12345', stated: '24h', urgent: false }, '24h'],
  ['an urgent order that says 7 d', { channel: '12345', stated: '7d', urgent: true }, '7d'],
  ['an order that says nothing', { channel: '12345', urgent: false }, '7d'],
  ['an urgent order that says nothing', { channel: '12369', urgent: true }, '2h'],
  [
    'two hours to its deadline',
    { channel: '12345', urgent: false, dispatchedAt, dueAt: dispatchedAt + hours(2) },
    '2h',
  ],
  [
    'a minute more',
    { channel: '12345', urgent: false, dispatchedAt, dueAt: dispatchedAt + hours(2) + minutes(1) },
    '24h',
  ],
  ['a day', { channel: '12345', urgent: false, dispatchedAt, dueAt: dispatchedAt + days(1) }, '24h'],
  ['seven days', { channel: '12345', urgent: false, dispatchedAt, dueAt: dispatchedAt + days(7) }, '7d'],
  ['eight days', { channel: '12345', urgent: false, dispatchedAt, dueAt: dispatchedAt + days(8) }, '15d'],
  ['a deadline but no dispatch', { channel: '12345', urgent: false, dueAt: dispatchedAt }, '7d'],
  ['an urgent order with its own deadline', { channel: '12345', urgent: true, dueAt: dispatchedAt }, '7d'],
  ['a letter', { channel: 'petition', urgent: false }, 'letter'],
  ['a letter that says 15 d', { channel: 'petition', stated: '15d', urgent: false }, '15d'],
  ['a leader asking', { channel: 'leader', urgent: true }, 'internal'],
  ['a patrol, whatever it says', { channel: 'patrol', stated: '2h', urgent: true }, 'internal'],
])('%s: %j is graded %s', (_, graded, grade) => {
  expect(gradeOf(graded)).toBe(grade)
})

test.each([
  ['2h', true, 'emergency'],
  ['2h', false, 'emergency'],
  ['24h', true, 'day'],
  ['24h', false, 'day'],
  ['7d', true, 'emergency'],
  ['7d', false, 'general'],
  ['15d', false, 'general'],
  ['letter', false, 'general'],
  ['internal', false, 'general'],
  ['internal', true, 'emergency'],
] as const)('grade %s, urgent %s, climbs the row %s', (grade, urgent, row) => {
  expect(rowOf({ grade, urgent })).toBe(row)
})

test('two hours and 24 hours are urgent by themselves', () => {
  expect((['2h', '24h', '7d', '15d', 'letter', 'internal'] as const).filter(isUrgentGrade)).toEqual(['2h', '24h'])
})
