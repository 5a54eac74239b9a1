import { expect, test } from 'vitest'
import { countOf, logOf } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const ORDER =
  '【工单编号】202611222147003\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【处理时限】2026-11-29 21:47'
const SENTENCE = '上报 芳群园四区12号楼南侧工地后半夜打桩'

test('a message delivered twice by the gateway is one case and one answer', async () => {
  await using world = await openWorld()
  world.wechat.switches.deliveries = 2
  await world.says('小刘', '方庄群', SENTENCE)
  await world.says('李强', '方庄群', '领哨 101')
  await nothingMoreComes(world)
  oneCard(world)
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  expect(world.allHeard('方庄群').filter((text) => text.startsWith('#101 已领哨'))).toHaveLength(1)
})

test('messages that the gateway delivers again after a reconnect change nothing', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', SENTENCE)
  world.wechat.switches.repeatsOnConnect = 20
  await world.wechat.restart()
  await until(() => !world.bot.line.health().up)
  await until(() => world.bot.line.health().loggedIn)
  await nothingMoreComes(world)
  oneCard(world)
})

test('messages that the gateway delivers again after a restart of the program change nothing', async () => {
  await using world = await openWorld()
  const report = await world.says('小刘', '方庄群', SENTENCE)
  const claim = await world.says('李强', '方庄群', '领哨 101')
  const before = world.allHeard('方庄群')
  world.wechat.switches.repeatsOnConnect = 20
  await world.restart()
  await Promise.all([world.bot.handled(report), world.bot.handled(claim)])
  await nothingMoreComes(world)
  oneCard(world)
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  expect(world.allHeard('方庄群')).toEqual(before)
})

test('the same order pasted by two people is one case, and the second reads which', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', ORDER)
  await world.says('小刘', '方庄群', `${ORDER}\n请尽快`)
  oneCard(world)
  expect(world.allHeard('方庄群').at(-1)).toMatch(/^这个工单已是#101 .*不再重复登记/)
})

test('the same order pasted by two people in the same instant is one case', async () => {
  await using world = await openWorld()
  await Promise.all([
    world.says('赵蕾', 'private', ORDER),
    world.says('小刘', '方庄群', ORDER),
    world.says('周敏', '全区群', ORDER),
  ])
  oneCard(world)
  const said = ['方庄群', '全区群', '赵蕾'].flatMap((where) => world.allHeard(where)).join('\n')
  expect(said.match(/这个工单已是#101/g)).toHaveLength(2)
})

test('the same words of the same person are one case within ten minutes; later it is asked whether they are another', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', SENTENCE)
  await world.advance('11-23 09:39')
  await world.says('小刘', '方庄群', SENTENCE)
  oneCard(world)
  expect(world.allHeard('方庄群').at(-1)).toMatch(/已是#101/)
  await world.advance('11-23 09:41')
  await world.says('小刘', '方庄群', SENTENCE)
  oneCard(world)
  expect(world.allHeard('方庄群').at(-1)).toMatch(/^像是#101/)
  await world.says('小刘', '方庄群', '新件')
  expect(countOf(world, 'cases')).toBe(2)
})

test('the same words of another person are a case of their own only when they say so', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', SENTENCE)
  await world.says('周敏', '方庄群', SENTENCE)
  oneCard(world)
  await world.says('周敏', '方庄群', '新件')
  expect(countOf(world, 'cases')).toBe(2)
})

/** Messages of a conversation keep their order: what came before this one has been taken in. */
async function nothingMoreComes(world: World): Promise<void> {
  await world.says('小刘', '方庄群', '大家辛苦了')
}

function oneCard(world: World): void {
  expect(countOf(world, 'cases')).toBe(1)
  expect(world.allHeard('方庄群').filter((text) => text.startsWith('#101 待领哨'))).toHaveLength(1)
}
