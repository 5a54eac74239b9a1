import { describe, expect, it } from 'vitest'
import type { Case } from '../../domain/cases/case.ts'
import { days, hours, instant } from '../../domain/time/wall.ts'
import { morningForAll, morningForStreet } from '../../domain/words/morning.ts'
import { hasWork, morningFigures, ofStreet } from '../../reports/morning.ts'

const TUESDAY = instant('2026-11-24', '08:25')
const YESTERDAY = instant('2026-11-23', '08:25')

const open = (no: number, facts: Partial<Case> = {}): Case => ({
  no,
  state: 'waiting',
  channel: '12345',
  basis: 'bureau',
  grade: '7d',
  urgent: false,
  confidential: false,
  category: 'air.catering_fume',
  industry: '餐饮',
  street: '方庄街道',
  missing: [],
  reportedBy: 1,
  registeredAt: TUESDAY - hours(3),
  waitingSince: TUESDAY - hours(3),
  armedBy: { waiting: 1, claim: 1, deadline: 1 },
  seq: 1,
  ...facts,
})

const taken = (no: number, unit: string, due: number, facts: Partial<Case> = {}): Case =>
  open(no, {
    state: 'claimed',
    owner: { person: 9, unit },
    deadline: { at: due, official: true, derived: false },
    ...facts,
  })

const cases = [
  taken(112, '执法二队', TUESDAY - days(1) - hours(1), { street: '花乡街道' }),
  taken(121, '执法一队', instant('2026-11-24', '16:00')),
  taken(123, '执法一队', instant('2026-11-24', '18:00')),
  taken(124, '执法一队', instant('2026-11-25', '00:00')),
  open(133, { street: '花乡街道' }),
  open(135, { waitingSince: TUESDAY - hours(2) }),
]

describe('早调度 for leaders, district and units', () => {
  it('names what is overdue and due today, what waits and for how long, and what happened since', () => {
    const figures = morningFigures(cases, ['registered', 'registered', 'claimed', 'placeCorrected'], TUESDAY)
    expect(morningForAll(figures, YESTERDAY)).toEqual([
      [
        '【早调度】11月24日 周二(截至08:25)',
        '盯办3:超期#112 执法二队 1天1时｜今日到期#121 16:00、#123 18:00',
        '待领2:#133花乡 3时、#135方庄 2时｜昨日新收2 领哨1 回复0 办结0｜在办6',
      ].join('\n'),
    ])
  })

  it('names what waits for the leaders to decide, and nothing while nothing does', () => {
    const figures = morningFigures([], [], TUESDAY)
    expect(
      String(
        morningForAll(figures, YESTERDAY, {
          decisions: [
            { no: 126, words: '二次退单' },
            { no: 98, words: '剔除' },
          ],
        }),
      )
        .split('\n')
        .at(-1),
    ).toBe('请您定2件:①#126二次退单 ②#98剔除。私聊我回「同意 1 2」')
    expect(String(morningForAll(figures, YESTERDAY))).not.toContain('请您定')
  })

  it('counts what was replied and closed since the last snapshot', () => {
    const figures = morningFigures([], ['registered', 'replied', 'closed', 'closed', 'handled'], TUESDAY)
    expect(figures.flow).toEqual({ registered: 1, claimed: 0, replied: 1, closed: 2 })
    expect(String(morningForAll(figures, YESTERDAY))).toContain('昨日新收1 领哨0 回复1 办结2')
  })

  it('says plainly that nothing waits', () => {
    expect(morningForAll(morningFigures([], [], TUESDAY), YESTERDAY)).toEqual([
      '【早调度】11月24日 周二(截至08:25)\n待领0｜昨日新收0 领哨0 回复0 办结0｜在办0',
    ])
  })

  it.each([
    ['2026-11-30', '2026-11-27', '周末(周五起)新收0'],
    ['2026-11-24', '2026-11-23', '昨日新收0'],
    ['2026-10-08', '2026-09-30', '09-30以来新收0'],
    ['2026-11-27', '2026-11-24', '11-24以来新收0'],
  ])('on %s, after a snapshot of %s, counts 「%s」', (today, before, words) => {
    const figures = morningFigures([], [], instant(today, '08:25'))
    expect(String(morningForAll(figures, instant(before, '08:25')))).toContain(words)
  })

  it('stays short however much there is', () => {
    const many = Array.from({ length: 40 }, (_, i) => open(200 + i))
    const late = Array.from({ length: 40 }, (_, i) => taken(300 + i, '执法一队', TUESDAY - hours(i + 1)))
    const words = String(morningForAll(morningFigures([...many, ...late], [], TUESDAY), YESTERDAY))
    expect(words.split('\n')).toHaveLength(3)
    expect(Buffer.byteLength(words)).toBeLessThan(1900)
    expect(words).toContain('待领40:')
    expect(words).toContain('等40件')
  })

  it('passes over what is answered on the platform, and what is closed', () => {
    const figures = morningFigures(
      [
        taken(112, '执法二队', TUESDAY - days(1), { repliedAt: TUESDAY - hours(5) }),
        taken(113, '执法二队', TUESDAY - days(1), { state: 'closed' }),
      ],
      [],
      TUESDAY,
    )
    expect(figures).toMatchObject({ overdue: [], dueToday: [], open: 1 })
  })
})

describe('早调度 for a street', () => {
  it('is about its own cases only, and how to take what waits', () => {
    const mine = ofStreet(morningFigures(cases, [], TUESDAY), '方庄街道')
    expect(morningForStreet(mine)).toEqual([
      '【早调度】11月24日 周二(截至08:25)\n盯办2:今日到期#121 16:00、#123 18:00\n待领1:#135 2时\n领件回「领哨 135」',
    ])
  })

  it('is nothing for a street where nobody has to act', () => {
    const figures = morningFigures([taken(124, '执法一队', TUESDAY + days(3))], ['registered'], TUESDAY)
    expect(hasWork(ofStreet(figures, '方庄街道'))).toBe(false)
    expect(hasWork(ofStreet(morningFigures(cases, [], TUESDAY), '花乡街道'))).toBe(true)
  })
})
