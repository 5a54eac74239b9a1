import { expect, test } from 'vitest'
import { told } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

test('an emergency whistle at night: the unit hears at once, is reminded, and its lead and the caller hear that it did not come; it reports in late', async () => {
  await using world = await openWorld({ orders: true })
  await world.advance('11-24 01:00')
  const before = world.wechat.heard().length
  await world.says('周敏', '方庄群', '吹哨 101 执法一队 应急')
  expect(told(world, before).sort()).toEqual([
    '11-24 01:00 执法一队群 | 【急】#101 方庄街道 芳古园一区11号楼底商 餐饮油烟 吹哨(应急):请执法一队,今天01:30前报到\n老灶火锅晚间排油烟,居民无法开窗\n@李强 到了回「报到 101」。',
    '11-24 01:00 方庄群 | #101 已吹哨(应急):执法一队 今天01:30前报到。到了请回「报到 101」。',
  ])
  const called = world.wechat.heard().length
  await world.advance('11-24 06:00')
  const late =
    '【急】#101 方庄街道 芳古园一区11号楼底商 餐饮油烟 执法一队应今天01:30前报到,还没到。请安排,到了回「报到 101」'
  expect(told(world, called).sort()).toEqual(
    [
      '11-24 01:24 李强 | 【急】#101 方庄街道 芳古园一区11号楼底商 餐饮油烟 执法一队要在今天01:30前报到,余6分。到了回「报到 101」',
      `11-24 01:30 王磊 | ${late}`,
      `11-24 01:30 周敏 | ${late}`,
    ].sort(),
  )
  world.heard('方庄群')
  await world.says('周敏', '方庄群', '101')
  expect(world.heard('方庄群')[0]).toContain('协办:执法一队 应今天01:30前报到,还没到')
  await world.says('周敏', '方庄群', '过程 101')
  expect(world.heard('方庄群')[0]).toMatch(
    /吹哨\(应急\):执法一队,11-24 01:30前报到\(周敏\)\n等报到:执法一队 应今天01:30前报到,还没到$/,
  )

  await world.advance('11-24 08:06')
  expect(world.heard('周敏').join()).toContain('吹哨(应急):执法一队 应今天01:30前报到,还没到')
  expect(world.heard('王磊').join()).toContain('吹哨(应急):执法一队 应今天01:30前报到,还没到')
  world.heard('执法一队群')
  await world.says('李强', '执法一队群', '报到 101')
  expect(world.heard('执法一队群')).toEqual(['#101 已记报到:执法一队(晚6时)。'])
  expect(world.heard('周敏')).toEqual(['#101 执法一队已报到(晚6时)。'])
  const there = world.wechat.heard().length
  await world.advance('11-24 16:00')
  expect(told(world, there).filter((line) => line.includes('报到'))).toEqual([])
  await world.says('周敏', '方庄群', '过程 101')
  expect(world.heard('方庄群').join()).toContain('执法一队报到(晚6时)(李强)')
})

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
