import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a year whose holidays nobody knows is asked for on working days from 1 December', async () => {
  await using world = await openWorld({ at: '2026-11-30T09:00:00+08:00' })
  await world.advance('11-30 20:00')
  expect(world.allHeard('孙悦')).toEqual([])
  await world.advance('12-02 20:00')
  const asked = world.heard('孙悦').filter((text) => text.startsWith('2027年放假安排还没录入'))
  expect(asked).toHaveLength(2)
})

test('in such a year steps are computed Monday to Friday, and anew when the days are entered', async () => {
  await using world = await openWorld({ at: '2026-12-31T10:00:00+08:00' })
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】2026123101\n【地址】方庄街道芳古园一区3号楼\n【反映内容】饭馆油烟大\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天',
  )
  await world.says('李强', '方庄群', '领哨 101')
  const clock = () => new Date(world.bot.store.books.cases.clockOf(101) as number).toISOString()
  world.heard('孙悦')
  // 20 h after the claim is Friday 1 January 06:00, quiet: earlier, the last minute of Thursday.
  expect(clock()).toBe('2026-12-31T11:59:00.000Z')
  await world.advance('2026-12-31T20:00:00+08:00')
  // As a working Friday: at 10:00 the contact is due.
  expect(clock()).toBe('2027-01-01T02:00:00.000Z')
  await world.says('孙悦', 'private', '调休 2027-01-01至2027-01-03 休 2027-10-01 休')
  expect(world.heard('孙悦')).toEqual([
    '已录入:2027-01-01休息、2027-01-02休息、2027-01-03休息、2027-10-01休息。\n2027年已算全,提醒已按新日历重算。',
  ])
  expect(clock()).toBe('2027-01-04T00:05:00.000Z')
  await world.advance('2027-01-01T09:30:00+08:00')
  expect(world.heard('孙悦').filter((text) => text.includes('还没录入'))).toEqual([])
  expect(world.heard('赵蕾').join()).not.toContain('值班清单')
})
