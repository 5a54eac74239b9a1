import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import { claimsOf } from '../../../domain/figures/claims.ts'
import {
  atRisk,
  cityTally,
  contradicted,
  forecastTally,
  inTime,
  proactive,
  reckoned,
  tested,
} from '../../../domain/figures/period.ts'
import { testedOfPeriod, workOfPeriod } from '../../../domain/figures/summary.ts'
import { defaults } from '../../../domain/settings.ts'
import { spanOfPeriod } from '../../../domain/time/period.ts'
import { hours, minutes } from '../../../domain/time/wall.ts'
import { aCase, aClaimed, NOW } from '../../support/sample.ts'

const span = spanOfPeriod('2026-12')
const good = { contacted: true, solved: true, satisfaction: 'good' } as const
const bad = { contacted: true, solved: false, satisfaction: 'bad' } as const
const at = (cityRevisitedAt: number, cityRevisit: Case['cityRevisit'] = good) =>
  aClaimed({ cityRevisit, cityRevisitedAt }) as Case

describe('what is counted', () => {
  test('本局承办 and 行业件 apart; 考核口径 without what was excluded; neither void nor returned', () => {
    const cases = [
      aCase({ no: 1 }),
      aCase({ no: 2, basis: 'industry' }),
      aCase({ no: 3, excluded: true }),
      aCase({ no: 4, state: 'void' }),
      aCase({ no: 5, state: 'returned' }),
    ]
    const nos = (basis: Case['basis'], assessed: boolean) => reckoned(cases, { basis, assessed }).map(({ no }) => no)
    expect(nos('bureau', false)).toEqual([1, 3])
    expect(nos('bureau', true)).toEqual([1])
    expect(nos('industry', true)).toEqual([2])
  })

  test('from the beginning of the 19th to the end of the 18th', () => {
    const cases = [at(span.from - 1), at(span.from), at(span.to - 1, bad), at(span.to)]
    expect(cityTally(cases, span)).toEqual({ valid: 2, contacted: 2, solved: 1, good: 1, fair: 0 })
  })

  test('预估 is of the bureau’s own revisits; only contact that was made counts as such', () => {
    const revisit = { solved: true, satisfaction: 'fair' } as const
    const cases = [aClaimed({ revisit, revisitedAt: NOW, contactedAt: NOW }), aClaimed({ revisit, revisitedAt: NOW })]
    expect(forecastTally(cases, span)).toEqual({ valid: 2, contacted: 1, solved: 2, good: 0, fair: 2 })
  })

  test('会影响成绩的件: unsolved, not content, or opened again, while the city has not called', () => {
    const revisit = { solved: false, satisfaction: 'bad' } as const
    const cases = [
      aClaimed({ no: 1, revisit }),
      aClaimed({ no: 2, revisit: { solved: true, satisfaction: 'middling' } }),
      aClaimed({ no: 3, revisit: { solved: true, satisfaction: 'fair' } }),
      aClaimed({ no: 4, reopened: 1 }),
      aClaimed({ no: 5, revisit, cityRevisit: good }),
      aClaimed({ no: 6, revisit, excluded: true }),
      aClaimed({ no: 7 }),
    ]
    expect(atRisk(cases)).toEqual([1, 2, 4])
  })

  test('局内满意 but 市里不满意', () => {
    const revisit = { solved: true, satisfaction: 'good' } as const
    const cases = [
      { ...at(NOW), no: 2, revisit },
      { ...at(NOW, bad), no: 3, revisit, contradicted: true as const },
    ]
    expect(contradicted(cases, span)).toEqual([3])
  })

  test('按时率 counts official deadlines that are over; 挂账 is not due', () => {
    const due = { at: NOW, official: true, derived: false }
    const cases = [
      aClaimed({ deadline: due, repliedAt: NOW }),
      aClaimed({ deadline: due, repliedAt: NOW + 1 }),
      aClaimed({ deadline: due }),
      aClaimed({ deadline: due, suspended: true }),
      aClaimed({ deadline: { ...due, official: false } }),
      aClaimed({ deadline: { ...due, at: NOW + hours(1) } }),
    ]
    expect(inTime(cases, span, NOW)).toEqual({ n: 1, of: 3 })
  })

  test('每诉必测率 takes the lead’s word for no test; 未诉先办 by source', () => {
    const handled = { handledAt: NOW } as const
    const cases = [
      aClaimed({ ...handled, testedAt: NOW }),
      aClaimed({ ...handled, agreed: ['noTest'] }),
      aClaimed({ ...handled, channel: 'patrol' }),
      aClaimed({ channel: 'grid' }),
    ]
    expect(tested(cases, span)).toEqual({ n: 2, of: 3 })
    expect(proactive(cases, span)).toEqual({ patrol: 1, warning: 0, forecast: 0, grid: 1 })
  })
})

test('本局承办 and 行业件 apart also in the work; 考核口径 leaves out what was excluded', () => {
  const due = { deadline: { at: NOW, official: true, derived: false }, handledAt: NOW }
  const cases = [
    aClaimed({ no: 1, ...due, repliedAt: NOW, testedAt: NOW }),
    aClaimed({ no: 2, ...due, excluded: true }),
    aClaimed({ no: 3, ...due, basis: 'industry' }),
  ]
  const work = (assessed: boolean) =>
    workOfPeriod(cases, '2026-12', { settings: defaults, now: NOW, assessed, log: () => [] })
  expect(work(true)).toMatchObject({
    inTime: { n: 1, of: 1 },
    claims: { of: 1 },
    tested: { n: 1, of: 1 },
    industry: { inTime: { n: 0, of: 1 }, tested: { n: 0, of: 1 } },
  })
  expect(work(false)).toMatchObject({ inTime: { n: 1, of: 2 }, claims: { of: 2 }, tested: { n: 1, of: 2 } })
  expect(testedOfPeriod(cases, '2026-12')).toEqual({ n: 1, of: 1 })
})

describe('领哨率', () => {
  const c = aClaimed({})
  const log = (...events: [CaseEvent, number, number?][]): Logged[] =>
    events.map(([event, later, cause], i) => ({
      no: c.no,
      seq: i + 2,
      at: c.registeredAt + later,
      ...(cause !== undefined && { cause }),
      event,
    }))
  const claimed = (unit: string): CaseEvent => ({ kind: 'claimed', owner: { person: 7, unit } })
  const whistle = { kind: 'helpCalled', unit: '执法一队', whistle: 'emergency' } as const
  const way = (events: Logged[], one: Case = c) => claimsOf([one], { log: () => events, settings: defaults })

  test('a bureau unit within two hours, unasked', () => {
    expect(way(log([claimed('执法一队'), hours(2)]))).toEqual({ n: 1, of: 1, whistled: 0, assigned: 0 })
    expect(way(log([claimed('执法一队'), hours(2) + 1])).n).toBe(0)
    expect(way(log([claimed('方庄街道'), minutes(5)])).n).toBe(0)
  })

  test('not one that was told to, or whistled for; what was undone counts no more', () => {
    const assigned: CaseEvent = { kind: 'assigned', owner: { person: 7, unit: '执法一队' } }
    expect(way(log([assigned, 0], [claimed('执法一队'), 1]))).toMatchObject({ n: 0, assigned: 1 })
    expect(way(log([whistle, 0], [claimed('执法一队'), 1]))).toMatchObject({ n: 0, whistled: 1 })
    const undone: CaseEvent = { kind: 'undone', undoes: 4 }
    expect(way(log([assigned, 0, 4], [undone, 1, 5], [claimed('执法一队'), 2, 6]))).toMatchObject({ n: 1, assigned: 0 })
  })

  test('an order that was merged before anybody had it came by the way of the case it went with', () => {
    const owner = { person: 7, unit: '执法一队' }
    const assigned: CaseEvent = { kind: 'assigned', owner }
    const merged: CaseEvent = { kind: 'merged', into: 128, owner }
    const own = log([merged, hours(1)])
    const both = (main: Logged[], mine = own) =>
      claimsOf([c], { log: (no) => (no === 128 ? main : mine), settings: defaults })
    expect(both(log([claimed('执法一队'), 0])).n).toBe(1)
    expect(both(log([assigned, 0]))).toMatchObject({ n: 0, assigned: 1 })
    expect(both([], log([merged, hours(3)])).n).toBe(0)
    const { owner: _nobody, ...waiting } = merged
    const followed: CaseEvent = { kind: 'ownerFollowed', owner }
    expect(both([], log([waiting, 0], [followed, hours(1)])).n).toBe(1)
  })

  test('of territorial cases alone', () => {
    const { street: _street, ...nowhere } = c
    expect(way([], nowhere).of).toBe(0)
    expect(way([], { ...c, basis: 'industry' }).of).toBe(0)
    expect(way([], { ...c, state: 'void' }).of).toBe(0)
  })

  test('the ways never count more cases than there are', () => {
    const event = fc.constantFrom<CaseEvent>(claimed('执法一队'), claimed('方庄街道'), whistle, {
      kind: 'assigned',
      owner: { person: 7, unit: '执法一队' },
    })
    const one = fc.array(fc.tuple(event, fc.nat(hours(5))), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (all) => {
        const { n, of, whistled, assigned } = claimsOf(
          all.map((_, no) => ({ ...c, no })),
          { log: (no) => log(...(all[no] ?? [])), settings: defaults },
        )
        return of === all.length && n + whistled + assigned <= of
      }),
    )
  })
})
