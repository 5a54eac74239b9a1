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
