import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jpeg } from '../support/pictures.ts'
import { logOf } from '../support/records.ts'
import { rowsOf } from '../support/rows.ts'
import { openWorld, type World } from '../support/world.ts'

const REPORT = '芳古园一区11号楼楼下烧烤冒烟'

async function recalls(world: World, message: string): Promise<void> {
  await world.bot.handled(world.wechat.recall(message))
  await world.quiet()
}

const later = (world: World, seconds: number) =>
  world.advance(new Date(world.clock.now() + seconds * 1000).toISOString())

const stateOf = (world: World, no: number) => world.bot.store.books.cases.find(no)?.state

/** Whether the words of a message are still kept. */
function isKept(world: World, message: string): boolean {
  return rowsOf(world.dataDir, 'inbox').some((row) => row.message === message && row.sealed !== null)
}

test('a report taken back within two minutes is void at once, in one line, and can be restored', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', REPORT)
  await later(world, 110)
  world.heard('方庄群')
  await recalls(world, message)
  expect(world.heard('方庄群')).toEqual(['#101 原消息已撤回,案件作废。要恢复回「恢复 101」。'])
  expect(stateOf(world, 101)).toBe('void')
  expect(isKept(world, message)).toBe(false)
  await world.says('小刘', '方庄群', '恢复 101')
  expect(stateOf(world, 101)).toBe('waiting')
  expect(logOf(world, 101)).toEqual(['registered', 'voided', 'restored'])
})

test('a report whose card hangs in another room is said to be void there once', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', '成寿寺街道四方景园3号楼楼下烧烤冒烟')
  expect(world.heard('成寿寺群')).toHaveLength(1)
  world.heard('方庄群')
  await recalls(world, message)
  expect(world.heard('方庄群')).toEqual(['#101 原消息已撤回,案件作废。要恢复回「恢复 101」。'])
  expect(world.heard('成寿寺群')).toEqual([expect.stringMatching(/^#101 .*已作废,不用再办。$/)])
})

test('after two minutes the case and its masked words stay, and nothing is asked', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', REPORT)
  await later(world, 121)
  world.heard('方庄群')
  await recalls(world, message)
  expect([...world.heard('方庄群'), ...world.heard('小刘')]).toEqual([])
  expect(stateOf(world, 101)).toBe('waiting')
  expect(world.bot.store.books.texts.body(world.bot.store.books.cases.find(101)?.content)).toBe(REPORT)
  expect(isKept(world, message)).toBe(false)
})

test('a claimed case stays, however soon its report is taken back', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', REPORT)
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  await recalls(world, message)
  expect(stateOf(world, 101)).toBe('claimed')
  expect(world.heard('方庄群')).toEqual([])
})

test('who takes back an order, or a number the bot asked to take back, loses no case', async () => {
  await using world = await openWorld()
  const order = await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611220109\n【地址】方庄街道芳城园二区3号楼\n【反映内容】底商油烟大\n【处理时限】7天',
  )
  await recalls(world, order)
  expect(stateOf(world, 101)).toBe('waiting')

  const personal = await world.says('小刘', '方庄群', `${REPORT},居民王女士电话13800001234`)
  expect(world.heard('方庄群').join()).toContain('可撤回原消息')
  await recalls(world, personal)
  expect(stateOf(world, 102)).toBe('waiting')
  expect(world.heard('方庄群')).toEqual([])
})

test('somebody else takes nothing of it back', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', REPORT)
  await world.bot.handled(world.wechat.recall(message, 'wxid_zhoumin'))
  await world.quiet()
  expect(stateOf(world, 101)).toBe('waiting')
})

test('of chatter that is taken back nothing is kept', async () => {
  await using world = await openWorld()
  const message = await world.says('小刘', '方庄群', '中午一起吃饭吗')
  expect(isKept(world, message)).toBe(true)
  await recalls(world, message)
  expect(isKept(world, message)).toBe(false)
  expect(world.allHeard('方庄群')).toEqual([])
})

test('a picture that is taken back is dropped, and counted no more', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  const send = (seed: number) =>
    world.says('李强', '方庄群', '', { files: [{ name: 'a.jpg', bytes: jpeg({ seed }) }], text: undefined as never })
  await send(1)
  const second = await send(2)
  await recalls(world, second)
  await later(world, 30)
  expect(world.heard('方庄群')).toEqual(['#101 已存1张照片。'])
  expect(world.bot.store.books.cases.find(101)?.photos).toHaveLength(1)
  expect(readdirSync(join(world.dataDir, 'files'))).toHaveLength(1)
  expect(logOf(world, 101)).toEqual(['registered', 'claimed', 'photoAdded', 'photoAdded', 'photoDropped'])
})
