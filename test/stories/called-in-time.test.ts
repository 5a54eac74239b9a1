import { expect, test } from 'vitest'
import { told } from '../support/transcript.ts'
import { openWorld, type World } from '../support/world.ts'

async function claimed(): Promise<World> {
  const world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  return world
}

test('a called unit that reports in before its time is not asked again, and the owner hears', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已请监测站协办,今天11:30前报到,承办人不变。到了请回「报到 101」。')
  expect(world.heard('陈曦').at(-1)).toMatch(/^#101 .*请监测站协办,今天11:30前报到\n[\s\S]*到了回「报到 101」。$/)
  await world.advance('11-23 11:00')
  expect(world.heard('陈曦')).toEqual([])
  await world.advance('11-23 11:06')
  expect(world.heard('陈曦')).toEqual([expect.stringMatching(/监测站要在今天11:30前报到,余24分。到了回「报到 101」/)])
  await world.says('陈曦', '方庄群', '我的')
  expect(world.heard('方庄群').at(-1)).toMatch(/^等你单位报到1件:\n#101 .*协办:监测站 今天11:30前报到/)
  world.heard('李强')
  await world.says('陈曦', '方庄群', '101 到场 采样中')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 已记到场、报到。/)
  expect(world.heard('李强')).toEqual(['#101 监测站已报到。'])
  const before = world.wechat.heard().length
  await world.advance('11-23 15:30')
  expect(told(world, before).filter((line) => /报到/.test(line))).toEqual([])
})

test('what a unit was asked for stays in sight, with its own due time', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站 周四前出方案')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 已请监测站协办,11-26 18:00前 出方案,承办人不变。到了请回「报到 101」。',
  )
  await world.says('陈曦', 'private', '报到 101')
  await world.says('李强', '方庄群', '101')
  expect(world.heard('方庄群').at(-1)).toContain('协办:监测站 已报到(11-26 18:00前 出方案)')
})

test('what a unit that came still owes stands in its list and the owner’s on the day it is due, and in 我的', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站 周四前出方案')
  expect(world.heard('陈曦').at(-1)).toMatch(/请监测站协办,11-26 18:00前\n出方案\n到了回「报到 101」。$/)
  await world.says('陈曦', 'private', '报到 101')
  await world.says('陈曦', 'private', '我的')
  expect(world.heard('陈曦').at(-1)).toMatch(
    /^你单位协办1件:\n#101 .*已报到\(11-26 18:00前 出方案\)。办好回「进展 101 …」$/,
  )
  await world.advance('11-25 20:00')
  expect(world.heard('陈曦').join()).not.toContain('出方案')
  world.heard('李强')
  await world.advance('11-26 08:06')
  for (const name of ['陈曦', '李强']) expect(world.heard(name).join('\n'), name).toMatch(/监测站.*今天18:00前 出方案/)
  await world.advance('11-27 08:06')
  await world.says('李强', '方庄群', '101')
  expect(world.heard('方庄群').at(-1)).toContain('协办:监测站 已报到(应昨天18:00前 出方案)')
})

test('what a unit shall bring is not its due time', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站 带噪声仪')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 已请监测站协办,今天11:30前报到,带噪声仪,承办人不变。/)
  expect(world.heard('陈曦').at(-1)).toMatch(/请监测站协办,今天11:30前报到\n带噪声仪\n/)
})

test('a unit that did not come stands in the lists of owner, lead and unit until it comes', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站')
  for (const name of ['李强', '王磊', '陈曦']) world.heard(name)
  await world.advance('11-23 15:00')
  for (const name of ['王磊', '陈曦'])
    expect(world.heard(name).join('\n'), name).toMatch(/协办:监测站 应今天11:30前报到,还没到/)
  // The owner reads it behind the case, once.
  expect(
    world
      .heard('李强')
      .at(-1)
      ?.match(/监测站/g),
  ).toHaveLength(1)
  await world.says('李强', 'private', '我的')
  expect(world.heard('李强').at(-1)).toContain('监测站未报到')
})

test('放回 ends the clock of those who were called', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站')
  await world.says('李强', '方庄群', '放回 101 不在我片区')
  const before = world.wechat.heard().length
  await world.advance('11-23 16:00')
  expect(told(world, before).filter((line) => /报到/.test(line))).toEqual([])
})

test('作废 ends it too, and the unit hears that it need not come', async () => {
  await using world = await claimed()
  await world.says('李强', '方庄群', '协办 101 监测站')
  world.heard('陈曦')
  await world.says('赵蕾', 'private', '作废 101 报重了')
  expect(world.heard('陈曦')).toEqual([expect.stringMatching(/^#101 .*已作废,不用再来。$/)])
  const before = world.wechat.heard().length
  await world.advance('11-23 13:00')
  expect(told(world, before).filter((line) => /报到/.test(line))).toEqual([])
})

test('a unit that comes by itself has joined', async () => {
  await using world = await claimed()
  await world.says('陈曦', '方庄群', '101 我们协办')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已加入协办:监测站。到了请回「报到 101」。')
  expect(world.heard('李强').at(-1)).toMatch(/监测站加入协办。$/)
  await world.advance('11-23 09:35')
  await world.says('陈曦', '方庄群', '报到 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已记报到:监测站。')
  await world.says('李强', '方庄群', '过程 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/监测站加入协办\(陈曦\)\n.*监测站报到\(陈曦\)/)
})

test('报到 without a call joins; said again it changes nothing', async () => {
  await using world = await claimed()
  await world.says('陈曦', '方庄群', '报到 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已加入协办:监测站,已记报到。')
  expect(world.heard('李强').filter((text) => text.includes('监测站'))).toEqual(['#101 监测站已报到。'])
  await world.says('陈曦', '方庄群', '报到 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 监测站今天09:30已报到。')
  await world.says('李强', '方庄群', '报到 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 本来就由执法一队承办,不用报到。')
})
