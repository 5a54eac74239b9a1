import { describe, expect, it, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { type Day, dueWithin, errands, overdue, resting } from '../../../domain/cases/errands.ts'
import { defaults } from '../../../domain/settings.ts'
import { days, hours, instant } from '../../../domain/time/wall.ts'
import { takenAt } from '../../support/sample.ts'

const NOW = instant('2026-11-24', '08:05')

const taken = takenAt(NOW, {
  claimedAt: NOW - hours(20),
  deadline: { at: NOW + days(6), official: true, derived: false },
})
const due = (at: number) => ({ deadline: { at, official: true, derived: false } })
const seen = { contactedAt: NOW - hours(3) }
const done = { ...seen, arrivedAt: NOW - hours(2) }

const day = (facts: Partial<Day> = {}): Day => ({
  now: NOW,
  settings: defaults,
  compound: () => undefined,
  appointment: () => undefined,
  ...facts,
})

describe('an errand', () => {
  test.each([
    ['over', taken(1, due(NOW - hours(1))), 'overdue'],
    ['due today', taken(1, { ...done, ...due(NOW + hours(8)) }), 'dueToday'],
    ['due today and not called either', taken(1, due(NOW + hours(8))), 'dueToday'],
    ['nobody called yet', taken(1), 'contact'],
    ['called, nobody there yet', taken(1, seen), 'visit'],
    ['there already, due in two days', taken(1, { ...done, ...due(NOW + days(2)) }), 'dueSoon'],
    ['there already, due in a week', taken(1, done), undefined],
    ['answered on the platform', taken(1, { ...done, ...due(NOW - hours(1)), repliedAt: NOW - hours(2) }), undefined],
    ['nobody to be called', taken(1, { contactWaived: true }), 'visit'],
    ['at rest', taken(1, { snoozedUntil: NOW + hours(1) }), undefined],
    ['at rest, but over', taken(1, { ...due(NOW - 1), snoozedUntil: NOW + hours(1) }), 'overdue'],
    ['at rest until now', taken(1, { snoozedUntil: NOW }), 'contact'],
    ['closed', taken(1, { state: 'closed', ...due(NOW - 1) }), undefined],
  ] as [string, Case, string | undefined][])('%s: %#', (_name, c, why) => {
    expect(errands([c], day())[0]?.why).toBe(why)
  })

  it('of another day is not today’s: a visit agreed on for tomorrow', () => {
    expect(errands([taken(1, seen)], day({ appointment: () => NOW + days(1) }))).toEqual([])
  })
})

describe('the order', () => {
  it('is over, then by the hour, then what can be done some time, then what is due soon', () => {
    const list = errands(
      [
        taken(101, { ...done, ...due(NOW + days(2)) }),
        taken(102, seen),
        taken(103, { ...done, ...due(NOW + hours(8)) }),
        taken(104),
        taken(105, due(NOW - days(1))),
      ],
      day(),
    )
    expect(list.map(({ c }) => c.no)).toEqual([105, 104, 103, 102, 101])
  })

  it('puts cases of one compound together, and says with which', () => {
    const compounds: Record<number, string> = { 119: '芳城园二区', 121: '芳古园一区', 127: '芳城园二区' }
    const list = errands(
      [taken(119, seen), taken(121, { ...seen }), taken(127)],
      day({ compound: ({ no }) => compounds[no], appointment: ({ no }) => (no === 121 ? NOW + hours(6) : undefined) }),
    )
    expect(list.map(({ c, near }) => [c.no, near])).toEqual([
      [127, undefined],
      [119, 127],
      [121, undefined],
    ])
  })

  it('does not send anybody to a compound of the same name in another street, nor where nothing is to be seen', () => {
    const same = day({ compound: () => '一区' })
    expect(errands([taken(1), taken(2, { ...seen, street: '成寿寺街道' })], same).some(({ near }) => near)).toBe(false)
    expect(errands([taken(1), taken(2, { ...done, ...due(NOW + days(1)) })], same).some(({ near }) => near)).toBe(false)
  })

  it('keeps the place of a confidential case to itself', () => {
    const list = errands([taken(1), taken(2, { ...seen, confidential: true })], day({ compound: () => '一区' }))
    expect(list.every(({ near }) => near === undefined)).toBe(true)
  })
})

describe('临期 and 超期', () => {
  const cases = [
    taken(1, due(NOW + hours(48))),
    taken(2, due(NOW + hours(48) + 1)),
    taken(3, due(NOW + hours(1))),
    taken(4, due(NOW)),
    taken(5, due(NOW - days(2))),
    taken(6, { ...due(NOW + hours(1)), repliedAt: NOW }),
    taken(7, { ...due(NOW - hours(1)), state: 'closed' }),
  ]
  it('are by deadline, without what is answered or closed', () => {
    expect(dueWithin(cases, NOW, hours(48)).map(({ no }) => no)).toEqual([3, 1])
    expect(overdue(cases, NOW).map(({ no }) => no)).toEqual([5, 4])
  })
  it('know what rests', () => {
    const two = [taken(1, { snoozedUntil: NOW + 1 }), taken(2, { snoozedUntil: NOW })]
    expect(resting(two, NOW).map(({ no }) => no)).toEqual([1])
  })
})
