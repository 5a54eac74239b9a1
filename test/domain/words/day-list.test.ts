import { describe, expect, it } from 'vitest'
import { errands } from '../../../domain/cases/errands.ts'
import { defaults } from '../../../domain/settings.ts'
import { days, hours, instant } from '../../../domain/time/wall.ts'
import { dayList, mineInFull, runToday } from '../../../domain/words/day-list.ts'
import { aLook, takenAt } from '../../support/sample.ts'

const NOW = instant('2026-11-24', '08:05')
const places: Record<number, string> = { 1: '方庄街道芳城园二区5号楼', 2: '芳古园一区11号楼', 3: '芳城园二区7号楼' }

const look = aLook(places, { now: NOW, name: () => '李强' })

const taken = takenAt(NOW, {
  claimedAt: instant('2026-11-23', '11:20'),
  deadline: { at: NOW + days(5), official: true, derived: false },
})
const handled = { contactedAt: 1, arrivedAt: 1, testedAt: 1, handledAt: 1, state: 'handled' } as const
const today = { deadline: { at: instant('2026-11-24', '16:00'), official: true, derived: false } }

const cases = [
  taken(121, { ...handled, ...today, place: 2 }),
  taken(127, { place: 1 }),
  taken(119, { contactedAt: 1, place: 3 }),
]
const list = errands(cases, {
  now: NOW,
  settings: defaults,
  compound: ({ place }) => (place === 2 ? '芳古园一区' : '芳城园二区'),
  appointment: ({ no }) => (no === 119 ? instant('2026-11-24', '15:00') : undefined),
})

describe('the personal list', () => {
  it('says by when, what is missing, what lies on the way, and how to answer', () => {
    const words = dayList({ name: '李强', errands: list, told: [], others: [], resting: [] }, look).join('')
    expect(words.split('\n')).toEqual([
      '李强,今天3件:',
      '1 #127 今天11:20前要联系,号码回「联系方式 127」',
      '2 #119 约15:00到场,与127同在芳城园二区,顺路',
      '3 #121 今天16:00到期,差:回访、平台回复',
      '打完电话回「127 已联系」。先放一放:「缓 127 2小时 原因」',
    ])
  })

  it('names what needs nothing now in one line, and what rests', () => {
    const others = [taken(130, { ...handled }), taken(131)]
    const rest = [taken(132, { snoozedUntil: NOW + hours(3) })]
    const words = dayList({ name: '李强', errands: [], told: [['#140 要留意']], others, resting: rest }, look).join('')
    expect(words.split('\n')).toEqual([
      '李强,请留意:',
      '#140 要留意',
      '另有2件在办,最近#130 11-29 08:05到期;缓着1件:#132到今天11:05。',
    ])
  })

  it('stays in one message however much there is, and says how much is left', () => {
    const many = errands(
      Array.from({ length: 80 }, (_, i) => taken(200 + i, { ...handled, ...today })),
      { now: NOW, settings: defaults, compound: () => undefined, appointment: () => undefined },
    )
    const words = dayList({ name: '李强', errands: many, told: [], others: [], resting: [] }, look).join('')
    expect(Buffer.byteLength(words)).toBeLessThanOrEqual(1900)
    expect(words).toMatch(/另有\d+件,先办上面的。/)
  })
})

describe('我的 and 今天跑', () => {
  it('say what each still needs and by when', () => {
    expect(mineInFull([taken(121, { ...handled, ...today, place: 2 })], look).join('')).toBe(
      '你在办1件:\n1 #121 方庄街道 芳古园一区11号楼 餐饮油烟,余7时,差:回访、平台回复',
    )
    expect(mineInFull([taken(122, { ...handled, revisitedAt: 1, repliedAt: 1, place: 2 })], look).join('')).toContain(
      '都齐了,回「办结 122」',
    )
  })
  it('say when there is nothing to run for', () => {
    expect(String(runToday([], look))).toMatch(/^今天没有到期/)
  })
})
