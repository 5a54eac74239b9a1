import { describe, expect, it } from 'vitest'
import type { Case } from '../../domain/cases/case.ts'
import { days, hours, instant } from '../../domain/time/wall.ts'
import { noCalendar, whoIsOnDuty } from '../../domain/words/holiday.ts'
import { dutyFigures, hasDuties } from '../../reports/holiday.ts'

const SATURDAY = instant('2026-11-28', '09:00')
const MONDAY_NOON = instant('2026-11-30', '12:00')

const some = (no: number, facts: Partial<Case> = {}): Case => ({
  no,
  state: 'claimed',
  channel: '12345',
  basis: 'bureau',
  grade: '7d',
  urgent: false,
  confidential: false,
  category: 'air.odor',
  industry: '其他',
  missing: [],
  reportedBy: 1,
  registeredAt: SATURDAY - days(2),
  waitingSince: SATURDAY - days(2),
  armedBy: { waiting: 1, claim: 1, deadline: 1 },
  seq: 1,
  ...facts,
})
const due = (at: number) => ({ deadline: { at, official: true, derived: false } })

describe('what cannot wait for the next working day', () => {
  it('is urgent, over, due before its noon, or claimed by nobody; each case once', () => {
    const figures = dutyFigures(
      [
        some(101, { urgent: true, ...due(SATURDAY - hours(1)) }),
        some(102, due(SATURDAY - hours(1))),
        some(103, due(MONDAY_NOON)),
        some(104, due(MONDAY_NOON + 1)),
        some(105, { state: 'waiting' }),
        some(106, { state: 'waiting', ...due(SATURDAY + hours(3)) }),
        some(107, { ...due(SATURDAY - hours(1)), repliedAt: SATURDAY - hours(2) }),
      ],
      { now: SATURDAY, backAt: MONDAY_NOON },
    )
    const nos = Object.fromEntries(Object.entries(figures).map(([name, cases]) => [name, cases.map((c: Case) => c.no)]))
    expect(nos).toEqual({ urgent: [101], overdue: [102], due: [106, 103], waiting: [105] })
  })

  it('is nothing when everything has time', () => {
    expect(hasDuties(dutyFigures([some(104, due(MONDAY_NOON + 1))], { now: SATURDAY, backAt: MONDAY_NOON }))).toBe(
      false,
    )
  })
})

describe('what is asked', () => {
  it('is who is there tomorrow, or on which days', () => {
    expect(whoIsOnDuty('执法一队', ['2026-11-28'], '2026-11-27')).toEqual([
      '明天谁值班?执法一队。在群里回「值班 执法一队 @某人 明天」。',
    ])
  })
  it('names the year that is missing', () => {
    expect(String(noCalendar(2027))).toContain('2027年放假安排还没录入')
  })
})
