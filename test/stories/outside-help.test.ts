import { expect, test } from 'vitest'
import { told } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

test('help from outside the bureau is called in words, has no clock, and the caller says that it came', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '协办 101 城管、交警 周四前 联合检查')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 已记请城管、交警协办,11-26 18:00前 联合检查,不在本局名单,请直接联系;到了回「101 城管已到」。',
  )
  const before = world.wechat.heard().length
  await world.says('李强', '方庄群', '101')
  expect(world.heard('方庄群').at(-1)).toContain(
    '协办:城管(局外) 11-26 18:00前 联合检查、交警(局外) 11-26 18:00前 联合检查',
  )
  await world.says('李强', '方庄群', '101 城管已到')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已记报到:城管。')
  await world.says('李强', '方庄群', '过程 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/请城管\(局外\)协办[\s\S]*城管报到\(李强\)/)
  await world.advance('11-27 16:00')
  expect(told(world, before).filter((line) => /交警.*还没到/.test(line))).toEqual([])
})

test('outside and inside at once; a street whistles outside help as well', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '吹哨 101 执法一队 城管 综合执法')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 已吹哨(综合执法):执法一队 今天11:30前报到。到了请回「报到 101」。\n已吹哨(综合执法):城管 今天11:30前报到,不在本局名单,请直接联系;到了回「101 城管已到」。',
  )
  await world.says('周敏', '方庄群', '101城管到了')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已记报到:城管。还等执法一队。')
})

test('a resident who has come is nobody’s report-in', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '101 居民已到')
  expect(world.heard('方庄群')).toEqual([])
})
