import { describe, expect, test } from 'vitest'
import { arriveBy } from '../../../domain/cases/arrivals.ts'
import { absent, awaited } from '../../../domain/cases/called.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { after } from '../../../domain/cases/fold.ts'
import { cohandle, whistle } from '../../../domain/cases/help-call.ts'
import { steps } from '../../../domain/cases/ladder.ts'
import { defaults, settingsAt } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { monthDayClock } from '../../../domain/time/saying.ts'
import { hours, instant, minutes } from '../../../domain/time/wall.ts'
import { aCase, aClaimed, aSpeaker, NOW, refusalOf } from '../../support/sample.ts'

const rules = { calendar: calendar([]), settings: defaults }
const owner = aSpeaker(7, [{ role: 'officer', unit: '执法一队' }])
const steward = aSpeaker(3, [{ role: 'steward', street: '方庄街道' }])
const then = (c: ReturnType<typeof aCase>, event: CaseEvent, at = NOW) =>
  after(c, { no: c.no, seq: c.seq + 1, at, by: 3, event })

describe('by when a called unit must be there', () => {
  test.each([
    ['应急 at night', 'emergency', true, '11-23 23:00', '11-23 23:30'],
    ['综合执法 in the morning', 'enforcement', false, '11-23 09:30', '11-23 11:30'],
    ['综合执法 in the evening', 'enforcement', false, '11-23 19:00', '11-24 09:00'],
    ['协办 on a Saturday', undefined, false, '11-28 10:00', '11-30 10:00'],
    ['协办 of an urgent case on a Saturday', undefined, true, '11-28 10:00', '11-28 12:00'],
    ['重点难点 on a Friday', 'hard', false, '11-27 10:00', '11-30 18:00'],
  ] as const)('%s', (_what, kind, pressing, now, until) => {
    const [date, time] = now.split(' ') as [string, string]
    const call = { pressing, ...(kind && { whistle: kind }) }
    expect(monthDayClock(arriveBy(call, instant(`2026-${date}`, time), rules))).toBe(until)
  })

  test('the times are house rules', () => {
    const settings = settingsAt([{ key: 'cohandleArrival', value: hours(1), from: '2026-11-01' }], '2026-11-23')
    expect(arriveBy({ pressing: false }, NOW, { ...rules, settings })).toBe(NOW + hours(1))
  })
})

describe('the clock of a call', () => {
  const call = { unit: '监测站', until: NOW + hours(2) }
  const called = then(aClaimed(), { kind: 'helpCalled', ...call })
  const told = (c: ReturnType<typeof aCase>) =>
    steps(c, rules)
      .filter((step) => step.call)
      .map(({ key, at, audience, urgent }) => `${key} ${monthDayClock(at)} ${audience.join('+')}${urgent ? ' !' : ''}`)

  test('reminds with a fifth of the time left, and tells lead and caller at its end', () => {
    expect(told(called)).toEqual([
      'arrival-soon-3 11-23 11:06 called',
      'arrival-missed-3 11-23 11:30 calledLead+caller',
    ])
    expect(absent(called, NOW + hours(2)).map(({ unit }) => unit)).toEqual(['监测站'])
  })

  test('ends with 报到, 放回, 作废, 办结, and when the unit takes the case', () => {
    const ends: CaseEvent[] = [
      { kind: 'reportedIn', unit: '监测站' },
      { kind: 'released', why: 1 },
      { kind: 'voided' },
      { kind: 'closed', result: 'solved' },
      { kind: 'assigned', owner: { person: 11, unit: '监测站' } },
    ]
    for (const event of ends) expect(told(then(called, event)), event.kind).toEqual([])
  })

  test('who came stays known after 放回, with what was asked', () => {
    const there = then(then(called, { kind: 'reportedIn', unit: '监测站' }), { kind: 'released', why: 1 })
    expect(there.helpers).toMatchObject([{ unit: '监测站', until: NOW + hours(2), arrivedAt: NOW }])
  })

  test('another whistle or another time arms it anew, the same words do not', () => {
    expect(cohandle(called, owner, { unit: '监测站', until: NOW + hours(3) })).toEqual([])
    expect(cohandle(called, owner, { unit: '监测站', until: NOW + hours(3), dated: true })).toHaveLength(1)
    const whistled = whistle(called, steward, { unit: '监测站', until: NOW + minutes(30), whistle: 'emergency' })
    expect(told(then(called, whistled[0] as CaseEvent))).toEqual([
      'arrival-soon-4 11-23 09:54 called !',
      'arrival-missed-4 11-23 10:00 calledLead+caller !',
    ])
  })

  test('help from outside and who joined have none', () => {
    for (const more of [{ outside: true }, { joined: true }] as const) {
      const { until, ...joined } = call
      const c = then(aClaimed(), { kind: 'helpCalled', ...('joined' in more ? joined : call), ...more })
      expect(awaited(c)).toEqual([])
      expect(until).toBeDefined()
    }
  })
})

describe('who may whistle', () => {
  const call = { unit: '执法一队', whistle: 'emergency', until: NOW } as const
  test.each([
    ['the steward of the street', steward, undefined],
    ['the lead of the street', aSpeaker(4, [{ role: 'lead', unit: '方庄街道' }]), undefined],
    ['the desk', aSpeaker(5, [{ role: 'desk' }]), undefined],
    ['another street’s steward', aSpeaker(6, [{ role: 'steward', street: '成寿寺街道' }]), 'not-whistler'],
    ['the lead of a team', aSpeaker(8, [{ role: 'lead', unit: '监测站' }]), 'not-whistler'],
  ])('%s', (_who, by, code) => expect(refusalOf(() => whistle(aCase(), by, call))).toBe(code))
})
