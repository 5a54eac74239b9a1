import { expect, test } from 'vitest'
import { told } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

test('two units at once, by a date; only those who did not come are waited for', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '吹哨 101 执法一队和监测站 重点难点 周五前 夜间联合检查')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 已吹哨(重点难点):执法一队、监测站 11-27 18:00前报到,夜间联合检查。到了请回「报到 101」。',
  )
  expect(world.heard('陈曦').join()).toContain('吹哨(重点难点):请监测站,11-27 18:00前报到')
  await world.says('陈曦', 'private', '报到 101')
  expect(world.heard('陈曦')).toEqual(['#101 已记报到:监测站。还等执法一队。'])
  world.heard('李强')
  await world.advance('11-27 14:00')
  expect(world.heard('李强').at(-1)).toMatch(/#101 .*执法一队要在今天18:00前报到,余4时/)
  world.heard('王磊')
  await world.advance('11-27 18:00')
  expect(world.heard('王磊').join()).toMatch(/#101 .*执法一队应今天18:00前报到,还没到/)
  expect(world.heard('陈曦').join()).not.toContain('还没到')
})

test('a whistle without a date has until 18:00 of the next working day, 综合执法 two working hours', async () => {
  await using world = await openWorld({ orders: true, at: '2026-11-27T19:00:00+08:00' })
  await world.says('赵蕾', 'private', '吹哨 101 执法一队 重点难点')
  expect(world.heard('赵蕾').at(-1)).toContain('执法一队 11-30 18:00前报到')
  await world.says('赵蕾', 'private', '吹哨 101 监测站 综合执法')
  expect(world.heard('赵蕾').at(-1)).toContain('监测站 11-30 09:00前报到')
  await world.says('赵蕾', 'private', '吹哨 101 监测站 综合执法')
  expect(world.heard('赵蕾').at(-1)).toBe('#101 本来就叫了:监测站 11-30 09:00前报到。')
})

test('the owner who says 催 reads whom to call, and somebody else’s 催 still reaches them', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '领哨 101')
  await world.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  await world.says('周敏', '方庄群', '催 101')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 是你自己在办。还等监测站(今天10:00前报到),请打电话催。有进展回「进展 101 …」。',
  )
  expect(world.heard('周敏').join()).not.toContain('催')
  await world.says('小刘', '方庄群', '催 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已提醒方庄街道(第1次催办)。')
  expect(world.heard('周敏').join()).toContain('#101')
})

test('who may not whistle reads who does; a kind is asked for; a whistle taken back ends its clock', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('王磊', '方庄群', '吹哨 101 监测站 应急')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 吹哨由本街镇管家、街镇负责人或专班来吹/)
  await world.says('周敏', '方庄群', '吹哨 101 监测站')
  expect(world.heard('方庄群').at(-1)).toMatch(/^还差哪一种\(应急、综合执法、重点难点\)。例:「吹哨 101 执法一队 应急」/)
  await world.says('周敏', '方庄群', '吹哨 101 执法一队 应急')
  expect(world.heard('执法一队群')).toHaveLength(1)
  await world.says('周敏', '方庄群', '撤销')
  expect(world.heard('执法一队群')).toEqual([expect.stringMatching(/^【急】#101 .*上一步已撤销/)])
  const before = world.wechat.heard().length
  await world.advance('11-23 11:00')
  expect(told(world, before).filter((line) => line.includes('报到'))).toEqual([])
})
