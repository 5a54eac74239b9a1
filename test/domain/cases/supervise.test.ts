import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { after } from '../../../domain/cases/fold.ts'
import { steps } from '../../../domain/cases/ladder.ts'
import { unsupervise } from '../../../domain/cases/supervise.ts'
import { snooze } from '../../../domain/cases/void.ts'
import { defaults } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { monthDayClock } from '../../../domain/time/saying.ts'
import { days, hours, instant } from '../../../domain/time/wall.ts'
import { aClaimed, aSpeaker, NOW, refusalOf } from '../../support/sample.ts'

const rules = { calendar: calendar([]), settings: defaults }
const on = (date: string, time = '18:00') => instant(`2026-${date}`, time)
const wish = (level: 'chief' | 'deputy', until: number): CaseEvent => ({ kind: 'supervised', level, until })
const then = (c: Case, event: CaseEvent, at = NOW, by = 3) => after(c, { no: c.no, seq: c.seq + 1, at, by, event })
const told = (c: Case) =>
  steps(c, rules)
    .filter((step) => step.supervision)
    .map(
      ({ key, at, audience, where, urgent }) =>
        `${key} ${monthDayClock(at)} ${where} ${audience.join('+')}${urgent ? ' !' : ''}`,
    )

describe('the clock of a 督办, from Monday 09:30', () => {
  test('a long one reminds in the lists: with 48 hours left and on its day; who supervises hears when it is over', () => {
    expect(told(then(aClaimed(), wish('deputy', on('11-27'))))).toEqual([
      'supervised-soon-3 11-25 15:00 list owner',
      'supervised-today-3 11-27 08:05 list owner',
      'supervised-over-3 11-27 18:00 private owner+lead+supervisors',
    ])
  })

  test('a short one reminds at half and at four fifths of its time', () => {
    expect(told(then(aClaimed(), wish('deputy', on('11-24', '17:30'))))).toEqual([
      'supervised-1-3 11-23 19:59 private owner',
      'supervised-2-3 11-24 11:06 private owner+lead',
      'supervised-over-3 11-24 17:30 private owner+lead+supervisors',
    ])
  })

  test('for today it is urgent, day and night', () => {
    expect(told(then(aClaimed(), wish('chief', on('11-23', '21:30'))))).toEqual([
      'supervised-1-3 11-23 15:30 private owner !',
      'supervised-2-3 11-23 19:06 private owner+lead !',
      'supervised-over-3 11-23 21:30 private owner+lead+supervisors !',
    ])
  })

  test('of a case nobody has, those hear who may take it', () => {
    const c = then({ ...aClaimed(), state: 'waiting', owner: undefined } as unknown as Case, wish('chief', on('11-27')))
    expect(told(c)[0]).toContain('duty+steward')
  })

  test('another date arms it again, 销督 and 办结 end it, an answer on the platform does not', () => {
    const once = then(aClaimed(), wish('deputy', on('11-27')))
    const moved = then(once, wish('deputy', on('12-04')), NOW + hours(1))
    expect(told(moved).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual([
      'supervised-soon-4 12-02 15:00',
      'supervised-today-4 12-04 08:05',
      'supervised-over-4 12-04 18:00',
    ])
    expect(told(then(once, { kind: 'replied' }))).toHaveLength(3)
    expect(told(then(once, { kind: 'closed', result: 'solved' }))).toEqual([])
    expect(told(then(once, { kind: 'unsupervised', level: 'deputy' }))).toEqual([])
  })

  test('two levels have a clock each; wanted for the same hour they are one, and both hear', () => {
    const once = then(aClaimed(), wish('deputy', on('11-27')))
    expect(told(then(once, wish('chief', on('11-26')), NOW, 1))).toHaveLength(6)
    const both = then(once, wish('chief', on('11-27')), NOW, 1)
    expect(told(both)).toHaveLength(3)
    expect(steps(both, rules).find(({ kind }) => kind === 'supervisedOver')?.supervision).toMatchObject({
      level: 'chief',
      by: [1, 3],
    })
  })

  test('销督 by the deputy leaves that of 一把手', () => {
    const both = then(then(aClaimed(), wish('deputy', on('11-27'))), wish('chief', on('11-26')), NOW, 1)
    const deputy = aSpeaker(3, [{ role: 'deputy' }])
    expect(unsupervise(both, deputy)).toEqual([{ kind: 'unsupervised', level: 'deputy', of: 3 }])
    expect(unsupervise(both, aSpeaker(1, [{ role: 'chief' }]))).toHaveLength(2)
  })

  test('nothing is put off (缓) beyond its date', () => {
    const c = then(
      aClaimed({ deadline: { at: NOW + days(7), official: true, derived: false } }),
      wish('deputy', on('11-27')),
    )
    const owner = aSpeaker(7, [{ role: 'officer', unit: '执法一队' }])
    expect(snooze(c, owner, { until: on('11-27') })).toHaveLength(1)
    expect(refusalOf(() => snooze(c, owner, { until: on('11-27', '18:30') }))).toBe('past-supervision')
  })
})
