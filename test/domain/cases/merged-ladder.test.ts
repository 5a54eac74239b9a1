import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { stepKey, steps } from '../../../domain/cases/ladder.ts'
import { climbing } from '../../../domain/cases/merge-ladder.ts'
import { defaults } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { monthDayClock } from '../../../domain/time/saying.ts'
import { instant } from '../../../domain/time/wall.ts'
import { aClaimed, NOW } from '../../support/sample.ts'

const rules = { calendar: calendar([]), settings: defaults }
const due = (date: string, time = '18:00') => ({
  deadline: { at: instant(`2026-${date}`, time), official: true, derived: false },
})
const main = aClaimed({ no: 128, contactedAt: NOW, ...due('11-30') })
const merged = (no: number, date: string, more: Partial<Case> = {}) =>
  aClaimed({ no, state: 'merged', mergedInto: 128, contactedAt: NOW, ...due(date), ...more })
const told = (c: Case, held: Case[] = []) =>
  steps(climbing(c, { held, main }), rules).map(
    (step) => `${stepKey(step, c.no)}${step.of ? ` 按#${step.of.no}` : ''} ${monthDayClock(step.at)} ${step.where}`,
  )

describe('the earliest deadline of a case and those merged into it', () => {
  const early = merged(130, '11-26')

  test('arms the ladder of the case that stays, and the step says whose it is', () => {
    expect(told(main, [early])).toEqual([
      'due-soon-130-1 按#130 11-24 15:00 list',
      'internal-130-1 按#130 11-25 15:00 list',
      'due-today-130-1 按#130 11-26 08:05 list',
      'expired-130-1 按#130 11-26 18:00 private',
      // With the first over, the next has reminders of its own.
      'internal-128-1 11-27 15:00 list',
      'due-today-128-1 11-30 08:05 list',
      'expired-128-1 11-30 18:00 private',
    ])
  })

  test('while it is to come a later one is not announced; only its own end is said', () => {
    expect(told(main, [merged(130, '11-30', due('11-30', '17:00'))])).toEqual([
      'internal-130-1 按#130 11-27 15:00 list',
      'due-today-130-1 按#130 11-30 08:05 list',
      'expired-130-1 按#130 11-30 17:00 private',
      'expired-128-1 11-30 18:00 private',
    ])
  })

  test('answered, void or taken out it moves back', () => {
    const alone = told(main)
    for (const gone of [{ repliedAt: NOW }, { suspended: true as const }])
      expect(told(main, [{ ...early, ...gone }])).toEqual(alone)
    expect(told(main, [])).toEqual(alone)
  })

  test('answered itself, the case that stays keeps the deadlines of the others', () => {
    expect(told({ ...main, repliedAt: NOW }, [early])).toHaveLength(4)
  })

  test('a merged case leaves its deadline to an open one and keeps it itself beside a closed one', () => {
    expect(told(early)).toEqual([])
    const beside = climbing(early, { held: [], main: { ...main, state: 'closed' } })
    expect(steps(beside, rules).map(({ step }) => step)).toEqual(['due-soon', 'internal', 'due-today', 'expired'])
  })

  test('its own complainant is called by its own clock', () => {
    const { contactedAt: _c, ...uncalled } = merged(130, '11-30', { complainant: 1 })
    expect(told(uncalled as Case).some((step) => step.startsWith('contact-130'))).toBe(true)
  })

  test('of an urgent one it is spoken day and night, by its own row', () => {
    const urgent = merged(130, '11-23', { urgent: true, grade: '2h', ...due('11-23', '23:00') })
    expect(told(main, [urgent]).filter((row) => row.includes('按#130'))).toEqual([
      'due-1-130-1 按#130 11-23 16:15 private',
      'due-2-130-1 按#130 11-23 20:18 private',
      'internal-130-1 按#130 11-23 22:45 private',
      'expired-130-1 按#130 11-23 23:00 private',
    ])
  })
})
