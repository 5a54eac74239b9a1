import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import {
  type LadderCase,
  type LadderRules,
  nextStep,
  type Step,
  stepKey,
  steps,
  stepsBetween,
} from '../../../domain/cases/ladder.ts'
import { defaults, settingsAt } from '../../../domain/settings.ts'
import { calendar } from '../../../domain/time/calendar.ts'
import { isQuiet } from '../../../domain/time/quiet.ts'
import { days, hours, instant, wallOf } from '../../../domain/time/wall.ts'

const rules: LadderRules = { calendar: calendar([]), settings: defaults }

/** A case of 12345 that waits since it was registered. */
function waiting(
  grade: LadderCase['grade'],
  registered: string,
  due?: string,
  more: Partial<LadderCase> = {},
): LadderCase {
  return {
    channel: '12345',
    grade,
    urgent: grade === '2h' || grade === '24h',
    state: 'waiting',
    registeredAt: at(registered),
    waitingSince: at(registered),
    ...(due ? { deadline: { at: at(due), official: true, derived: false } } : {}),
    complainant: 1,
    armedBy: { waiting: 1, claim: 1, deadline: 1 },
    ...more,
  }
}

function claimed(c: LadderCase, when: string, more: Partial<LadderCase> = {}): LadderCase {
  return { ...c, state: 'claimed', claimedAt: at(when), armedBy: { ...c.armedBy, claim: 2 }, ...more }
}

function at(text: string): number {
  const [date, time] = text.split(' ')
  return instant(date!, time)
}

function told(list: Step[]): string[] {
  return list.map((step) => {
    const { date, time } = wallOf(step.at)
    return `${date.slice(5)} ${time} ${step.step} ${step.where} ${step.audience.join('+')}`
  })
}

const of = (c: LadderCase, kind: Step['kind'], with_: LadderRules = rules) =>
  told(steps(c, with_).filter((s) => s.kind === kind))

describe('an emergency of 2 hours', () => {
  const emergency = waiting('2h', '2026-11-28 23:00', '2026-11-29 01:00')

  test('unclaimed is called day and night, at most six times after the deputy', () => {
    expect(of(emergency, 'unclaimed')).toEqual([
      '11-28 23:05 claim-1 room duty+steward+lead',
      '11-28 23:15 claim-2 private lead+deputy',
      '11-28 23:30 claim-3 room duty+steward+lead+deputy',
      '11-28 23:45 claim-4 room duty+steward+lead+deputy',
      '11-29 00:00 claim-5 room duty+steward+lead+deputy',
      '11-29 00:15 claim-6 room duty+steward+lead+deputy',
      '11-29 00:30 claim-7 room duty+steward+lead+deputy',
      '11-29 00:45 claim-8 room duty+steward+lead+deputy',
    ])
  })

  test('unclaimed reminds duty and steward where an owner would be', () => {
    expect(told(steps(emergency, rules).filter((s) => s.kind === 'due' || s.kind === 'expired'))).toEqual([
      '11-29 00:00 due-1 private duty+steward',
      '11-29 00:36 due-2 private duty+steward+lead',
      '11-29 00:45 internal private duty+steward',
      '11-29 01:00 expired private duty+steward+lead+deputy',
    ])
  })

  test('claimed has contact, site, a third, and the reminders of its time', () => {
    expect(told(steps(claimed(emergency, '2026-11-28 23:03'), rules))).toEqual([
      '11-28 23:18 contact private owner',
      '11-28 23:42 third private owner+lead',
      '11-29 00:00 due-1 private owner',
      '11-29 00:03 onsite private owner',
      '11-29 00:36 due-2 private owner+lead',
      '11-29 00:45 internal private owner',
      '11-29 01:00 expired private owner+lead+deputy',
    ])
  })

  test('is urgent in every step and derived in none', () => {
    for (const step of steps(emergency, rules)) expect(step).toMatchObject({ urgent: true, derived: false })
  })

  test('whose urgency was lowered at night becomes a line or two of the next list, not a flood', () => {
    expect(told(steps({ ...emergency, urgent: false }, rules))).toEqual([
      '11-30 08:05 claim-8 list duty+steward+lead+deputy',
      '11-30 08:05 expired list duty+steward+lead+deputy',
    ])
  })
})

test('an urgent case of seven days climbs the row of emergencies against its own deadline', () => {
  const urgent = waiting('7d', '2026-11-23 10:00', '2026-11-30 10:00', { urgent: true })
  const found = told(steps(urgent, rules))
  expect(found[0]).toBe('11-23 10:05 claim-1 room duty+steward+lead')
  expect(found).toContain('11-26 22:00 due-1 private duty+steward')
  expect(found).toContain('11-30 09:45 internal private duty+steward')
})

describe('a case of 24 hours', () => {
  const night = waiting('24h', '2026-11-24 21:00', '2026-11-25 21:00')

  test('unclaimed speaks at night: private, room, lead', () => {
    expect(of(night, 'unclaimed')).toEqual([
      '11-24 21:30 claim-1 private duty+steward',
      '11-24 22:00 claim-2 room room',
      '11-24 23:00 claim-3 private lead',
    ])
  })

  test('claimed is reminded of contact and 6, 4 and 2 hours before the end', () => {
    expect(told(steps(claimed(night, '2026-11-24 21:40'), rules))).toEqual([
      '11-24 23:40 contact private owner',
      '11-25 05:26 third private owner+lead',
      '11-25 15:00 due-1 private owner',
      '11-25 17:00 internal private owner',
      '11-25 19:00 due-2 private owner+lead',
      '11-25 21:00 expired private owner+lead',
    ])
  })

  test('pasted with five hours left is not reminded of what is over', () => {
    const late = waiting('24h', '2026-11-24 10:00', '2026-11-24 15:00')
    expect(of(late, 'due')).toEqual([
      '11-24 11:00 internal private duty+steward',
      '11-24 13:00 due-2 private duty+steward+lead',
    ])
  })

  test('with lowered urgency and an end before dawn is reminded once, the evening before', () => {
    const lowered = waiting('24h', '2026-11-24 07:00', '2026-11-25 07:00', { urgent: false })
    expect(of(lowered, 'due')).toEqual(['11-24 19:59 due-2 private duty+steward+lead'])
  })
})

describe('a case of seven days', () => {
  const monday = waiting('7d', '2026-11-23 09:30', '2026-11-29 21:47')

  test('unclaimed is counted in working time', () => {
    expect(of(monday, 'unclaimed')).toEqual([
      '11-23 11:30 claim-1 private duty+steward',
      '11-23 13:30 claim-2 room room',
      '11-23 17:30 claim-3 private lead',
    ])
  })

  test('unclaimed on the eve of National Day waits for the days after it, the make-up Saturday included', () => {
    expect(of(waiting('7d', '2026-09-30 18:00', '2026-10-12 18:00'), 'unclaimed')).toEqual([
      '10-08 08:00 claim-1 private duty+steward',
      '10-08 10:00 claim-2 room room',
      '10-08 14:00 claim-3 private lead',
    ])
    expect(of(waiting('7d', '2026-10-09 19:00'), 'unclaimed')).toEqual([
      '10-10 09:00 claim-1 private duty+steward',
      '10-10 11:00 claim-2 room room',
      '10-10 15:00 claim-3 private lead',
    ])
  })

  test('claimed: contact told early, the Sunday deadline told on Friday, the expiry on Monday', () => {
    expect(told(steps(claimed(monday, '2026-11-23 09:44'), rules))).toEqual([
      '11-23 19:59 contact-soon private owner',
      '11-24 09:44 contact private owner',
      '11-25 13:45 third private owner+lead',
      '11-27 08:05 due-today list owner',
      '11-27 15:00 internal list owner',
      '11-30 08:05 expired list owner+lead',
    ])
  })

  test('due on a working day: 48 hours before, the internal deadline, the day itself, the minute of expiry', () => {
    const c = claimed(waiting('7d', '2026-11-19 16:00', '2026-11-26 16:00'), '2026-11-19 17:00', {
      contactedAt: at('2026-11-19 18:00'),
    })
    expect(told(steps(c, rules))).toEqual([
      '11-24 15:00 due-soon list owner',
      '11-25 15:00 internal list owner',
      '11-26 08:05 due-today list owner',
      '11-26 16:00 expired private owner+lead',
    ])
  })

  test('due within National Day is told on its eve, the expiry on the first working day', () => {
    const c = claimed(waiting('7d', '2026-09-27 10:00', '2026-10-04 10:00'), '2026-09-28 09:00', {
      contactedAt: at('2026-09-28 10:00'),
    })
    expect(told(steps(c, rules))).toEqual([
      '09-30 08:05 due-today list owner',
      '09-30 15:00 internal list owner',
      '10-08 08:05 expired list owner+lead',
    ])
  })

  test('registered after the morning list of its last day is told in the afternoon list', () => {
    expect(of(waiting('7d', '2026-11-24 10:00', '2026-11-24 18:00'), 'due')).toEqual([
      '11-24 15:00 due-today list duty+steward',
    ])
    expect(of(waiting('7d', '2026-11-24 15:10', '2026-11-24 18:00'), 'due')).toEqual([])
  })

  test('claimed on Friday is to be contacted by Saturday: told on Friday evening, and on Monday that it was not', () => {
    const friday = claimed(waiting('15d', '2026-11-27 09:00', '2026-12-12 09:00'), '2026-11-27 10:00')
    expect(of(friday, 'contact').slice(0, 2)).toEqual([
      '11-27 19:59 contact-soon private owner',
      '11-30 08:05 contact list owner',
    ])
  })

  test('claimed on Friday night is told on Monday only', () => {
    const friday = claimed(waiting('15d', '2026-11-27 09:00', '2026-12-12 09:00'), '2026-11-27 20:30')
    expect(of(friday, 'contact')[0]).toBe('11-30 08:05 contact list owner')
  })
})

describe('at the end of a year whose next is not known', () => {
  const eve = waiting('7d', '2026-12-31 18:30', '2027-01-07 18:30')

  test('steps are Monday to Friday and marked derived', () => {
    expect(of(eve, 'unclaimed')).toEqual([
      '01-01 08:30 claim-1 private duty+steward',
      '01-01 10:30 claim-2 room room',
      '01-01 14:30 claim-3 private lead',
    ])
    for (const step of steps(eve, rules)) expect(step.derived).toBe(true)
  })

  test('they are computed anew and plain when the year was entered', () => {
    const entered = calendar([
      { date: '2027-01-01', workday: false },
      { date: '2027-10-01', workday: false },
    ])
    const known = { ...rules, calendar: entered }
    expect(of(eve, 'unclaimed', known)[0]).toBe('01-04 08:30 claim-1 private duty+steward')
    for (const step of steps(eve, known)) expect(step.derived).toBe(false)
  })
})

describe('a letter', () => {
  test('nobody claims is told two days before it must be accepted', () => {
    const letter = waiting('letter', '2026-11-23 10:00', '2027-01-22 10:00', { channel: 'petition' })
    expect(told(steps(letter, rules))).toContain('12-04 15:00 accept list duty+steward+lead')
    expect(told(steps(claimed(letter, '2026-11-24 10:00'), rules)).join()).not.toContain('accept')
  })
})

describe('clocks that do not run', () => {
  const c = claimed(waiting('7d', '2026-11-23 09:30', '2026-11-29 21:47'), '2026-11-23 09:44')
  const kinds = (of_: LadderCase) => [...new Set(steps(of_, rules).map((s) => s.kind))]

  test.each<[string, Partial<LadderCase>, string[]]>([
    ['claimed: nothing is unclaimed', {}, ['contact', 'due', 'expired']],
    ['contacted: no contact', { contactedAt: at('2026-11-23 11:00') }, ['due', 'expired']],
    ['replied: the official clock stops', { repliedAt: at('2026-11-25 11:00') }, ['contact']],
    ['handled but not replied: still due', { state: 'handled', contactedAt: 1 }, ['due', 'expired']],
    ['merged: contact and deadline of its own', { state: 'merged' }, ['contact', 'due', 'expired']],
    ['closed', { state: 'closed' }, []],
    ['returned', { state: 'returned' }, []],
    ['void', { state: 'void' }, []],
    ['a patrol: nobody to contact', { channel: 'patrol', grade: 'internal' }, ['due', 'expired']],
  ])('%s', (_, more, expected) => {
    expect(kinds({ ...c, ...more })).toEqual(expected)
  })

  test('arrived: the site is not asked for', () => {
    const emergency = claimed(waiting('2h', '2026-11-24 10:00', '2026-11-24 12:00'), '2026-11-24 10:05')
    expect(of(emergency, 'onsite')).toEqual(['11-24 11:05 onsite private owner'])
    expect(of({ ...emergency, arrivedAt: at('2026-11-24 10:30') }, 'onsite')).toEqual([])
  })

  test('without a deadline only the waiting and the contact are timed', () => {
    const { deadline: _, ...bare } = c
    expect(kinds(bare)).toEqual(['contact'])
  })
})

describe('arming', () => {
  test('a stored case climbs as it is', () => {
    const ladder: (c: Case, rules: LadderRules) => Step[] = steps
    expect(ladder).toBe(steps)
  })

  const c = waiting('7d', '2026-11-23 09:30', '2026-11-29 21:47')

  test('names each step once; a moved deadline or a release arms anew', () => {
    expect(steps(c, rules)[0]).toMatchObject({ key: 'claim-1-1', seq: 1 })
    expect(stepKey(steps(c, rules)[0]!, 128)).toBe('claim-1-128-1')
    const released = { ...c, waitingSince: at('2026-11-24 09:00'), armedBy: { ...c.armedBy, waiting: 5 } }
    expect(steps(released, rules)[0]).toMatchObject({ key: 'claim-1-5', at: at('2026-11-24 11:00') })
    const extended = {
      ...c,
      deadline: { at: at('2026-12-02 18:00'), official: true, derived: false },
      armedBy: { ...c.armedBy, deadline: 7 },
    }
    expect(steps(extended, rules).at(-1)).toMatchObject({ key: 'expired-7', at: at('2026-12-02 18:00') })
  })

  test('the next step is the first after an instant, and none after the last', () => {
    expect(nextStep(c, c.registeredAt, rules)?.step).toBe('claim-1')
    expect(nextStep(c, at('2026-11-23 11:30'), rules)?.step).toBe('claim-2')
    expect(nextStep(c, at('2026-11-23 11:29'), rules)?.step).toBe('claim-1')
    expect(nextStep(c, at('2026-11-30 08:05'), rules)).toBeUndefined()
  })

  test('a sweep gets what fell due since the last one, both ends of the night at once', () => {
    const since = (after: string, until: string) =>
      told(stepsBetween(c, { after: at(after), until: at(until) }, rules)).map((line) => line.split(' ')[2])
    expect(since('2026-11-23 11:29', '2026-11-23 11:30')).toEqual(['claim-1'])
    expect(since('2026-11-23 11:30', '2026-11-23 17:30')).toEqual(['claim-2', 'claim-3'])
    expect(since('2026-11-23 17:30', '2026-11-23 17:30')).toEqual([])
  })

  test('the steps follow the settings', () => {
    const settings = settingsAt([{ key: 'generalUnclaimedPrivate', value: hours(1), from: '2026-11-01' }], '2026-11-23')
    expect(steps(c, { ...rules, settings })[0]?.at).toBe(at('2026-11-23 10:30'))
  })
})

describe('for any case', () => {
  const start = fc.integer({ min: at('2026-01-05 00:00'), max: at('2027-06-30 00:00') })
  const anyCase = fc
    .record({
      grade: fc.constantFrom('2h', '24h', '7d', '15d', 'letter', 'internal'),
      channel: fc.constantFrom('12345', 'petition', 'patrol'),
      urgent: fc.boolean(),
      state: fc.constantFrom('waiting', 'claimed', 'handled', 'merged', 'closed'),
      registeredAt: start,
      claimAfter: fc.nat(days(4)),
      due: fc.integer({ min: -hours(5), max: days(20) }),
    })
    .map(
      ({ claimAfter, due, ...c }): LadderCase => ({
        ...c,
        waitingSince: c.registeredAt,
        claimedAt: c.registeredAt + claimAfter,
        deadline: { at: c.registeredAt + due, official: true, derived: false },
        armedBy: { waiting: 1, claim: 2, deadline: 3 },
      }),
    )

  test('steps are sorted, their keys unique, none before its clock started', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const list = steps(c, rules)
        expect(list.map((s) => s.at)).toEqual(list.map((s) => s.at).sort((a, b) => a - b))
        expect(new Set(list.map((s) => s.key)).size).toBe(list.length)
        for (const step of list) expect(step.at).toBeGreaterThan(c.registeredAt)
      }),
      { numRuns: 500 },
    )
  })

  test('what is not urgent is never said in quiet, and of one kind at most once at a time', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const list = steps({ ...c, urgent: false }, rules)
        for (const step of list) expect(isQuiet(step.at, rules.calendar, defaults)).toBe(false)
        expect(new Set(list.map((s) => `${s.kind} ${s.at}`)).size).toBe(list.length)
      }),
      { numRuns: 500 },
    )
  })

  test('walking with nextStep meets every moment of the ladder', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const met: number[] = []
        for (let step = nextStep(c, 0, rules); step; step = nextStep(c, step.at, rules)) met.push(step.at)
        expect(met).toEqual([...new Set(steps(c, rules).map((s) => s.at))])
      }),
    )
  })

  test('a case still to come is reminded before its deadline, never after', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        for (const step of steps(c, rules))
          if (step.kind === 'due' && step.step !== 'accept') expect(step.at).toBeLessThanOrEqual(c.deadline!.at)
      }),
      { numRuns: 500 },
    )
  })
})
