import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('what is marked as secret is not read and not kept; its sender and the admin hear in private, the room nothing', async () => {
  await using world = await openWorld()
  const { store } = world.bot
  await world.says('李强', '方庄群', '机密★ 方庄芳城园二区8号楼油烟大,今晚突击检查安排如下')
  expect(world.heard('方庄群')).toEqual([])
  expect(world.heard('李强')[0]).toMatch(/没有读取也没有保存/)
  expect(world.heard('孙悦')).toEqual(['李强在方庄群发了带密级或内部标记的内容,没有读取也没有保存,已请本人撤回。'])
  expect(store.books.cases.all()).toEqual([])
  expect(JSON.stringify(store.books.inbox.find(1)?.inbound)).not.toContain('突击')
})

test('a place that is corrected takes its card along, and the old room hears where it went', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', '更正 101 地址 成寿寺街道成仪路社区3号楼')
  expect(world.heard('成寿寺群')[0]).toMatch(/^#101 待领哨/)
  expect(world.heard('方庄群')).toEqual(['#101 已转成寿寺群'])
})
