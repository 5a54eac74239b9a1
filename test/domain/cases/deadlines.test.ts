import { describe, expect, test } from 'vitest'
import {
  acceptanceOf,
  contactBy,
  type Due,
  deadlineOf,
  dueOn,
  internalDeadline,
  supervisedUntil,
} from '../../../domain/cases/deadlines.ts'
import { defaults, settingsAt } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { days, hours, instant, minutes } from '../../../domain/time/wall.ts'

const receivedAt = instant('2026-11-22', '21:47')
const registeredAt = instant('2026-11-23', '09:30')
const order: Due = { channel: '12345', grade: '7d', urgent: false, receivedAt, registeredAt }

describe('the deadline of a case', () => {
  test("is the order's own when it names one", () => {
    const at = instant('2026-11-29', '21:47')
    const named = { at, derived: false }
    expect(deadlineOf({ ...order, named }, defaults)).toEqual({ at, official: true, derived: false })
  })

  test('is derived when the order named a span', () => {
    const named = { at: registeredAt + days(7), derived: true }
    expect(deadlineOf({ ...order, named }, defaults)).toEqual({ at: named.at, official: true, derived: true })
  })

  test.each([
    ['2h', hours(2)],
    ['24h', hours(24)],
    ['7d', days(7)],
    ['15d', days(15)],
    ['letter', days(60)],
  ] as const)('of grade %s runs from receipt in natural time and is marked derived', (grade, term) => {
    expect(deadlineOf({ ...order, grade }, defaults)).toEqual({ at: receivedAt + term, official: true, derived: true })
  })

  test.each([
    [false, days(7)],
    [true, hours(2)],
  ])('of another source (urgent: %s) is the internal term from registering', (urgent, term) => {
    const due: Due = { ...order, channel: 'patrol', grade: 'internal', urgent }
    expect(deadlineOf(due, defaults)).toEqual({ at: registeredAt + term, official: false, derived: false })
  })

  test('of another source is never official, even when a date was named', () => {
    const named = { at: dueOn('2026-11-27', defaults), derived: false }
    expect(deadlineOf({ ...order, channel: 'leader', grade: 'internal', named }, defaults)).toEqual({
      at: instant('2026-11-27', '18:00'),
      official: false,
      derived: false,
    })
  })

  test('follows the internal term that is set', () => {
    const settings = settingsAt([{ key: 'internalTerm', value: days(5), from: '2026-11-01' }], '2026-11-23')
    expect(deadlineOf({ ...order, channel: 'grid', grade: 'internal' }, settings).at).toBe(registeredAt + days(5))
  })
})

test('a letter is accepted within 15 days of its receipt', () => {
  expect(acceptanceOf(receivedAt)).toBe(instant('2026-12-07', '21:47'))
})

test.each([
  ['emergency', minutes(15), minutes(15)],
  ['day', hours(2), hours(4)],
  ['general', hours(24), hours(24)],
] as const)('in the row %s contact and the internal deadline are where the table puts them', (row, contact, margin) => {
  const deadline = { at: receivedAt + days(7), official: true, derived: true }
  expect(contactBy(registeredAt, row, defaults)).toBe(registeredAt + contact)
  expect(internalDeadline(deadline, row, defaults)).toBe(deadline.at - margin)
})

describe('supervision without a date', () => {
  const rules = { calendar: calendar([]), settings: defaults }
  const now = instant('2026-11-23', '10:00')
  const due = (at: number) => ({ at, official: true, derived: false })

  test('ends at half of what remains', () => {
    expect(supervisedUntil(now, due(now + days(6)), rules)).toBe(instant('2026-11-26', '10:00'))
  })

  test('in the evening or on a day off the half is 18:00 of the working day before', () => {
    expect(supervisedUntil(now, due(now + days(7)), rules)).toBe(instant('2026-11-26', '18:00'))
    expect(supervisedUntil(now, due(now + days(10)), rules)).toBe(instant('2026-11-27', '18:00'))
  })

  test('never before 17:00 of the next working day', () => {
    expect(supervisedUntil(now, due(now + hours(10)), rules)).toBe(instant('2026-11-24', '17:00'))
    expect(supervisedUntil(now, due(now - hours(10)), rules)).toBe(instant('2026-11-24', '17:00'))
    expect(supervisedUntil(now, undefined, rules)).toBe(instant('2026-11-24', '17:00'))
    expect(supervisedUntil(instant('2026-09-30', '10:00'), undefined, rules)).toBe(instant('2026-10-08', '17:00'))
  })
})
