import { expect, test } from 'vitest'
import { clientIn } from '../support/own-redis.ts'
import { logOf } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const ORDERS = [
  '【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟\n【联系电话】13800001234\n【处理时限】7天',
  '【地址】方庄街道芳城园二区8号楼\n【反映内容】楼下印刷厂刺鼻气味,多人头晕\n【处理时限】2小时',
  '【地址】成寿寺街道成寿寺路134号院\n【反映内容】工地夜间施工噪声,紧急\n【处理时限】24小时',
]
const FANGZHUANG = 'fangzhuang@chatroom'

test('with Redis emptied before and after every step, each reminder and the dispatch come, once', {
  timeout: 60_000,
}, async () => {
  const calm = await aDay(async (world) => world.advance('11-24 09:00'))
  expect(calm.filter((said) => /已等/.test(said)).length).toBeGreaterThan(6)
  expect(calm.filter((said) => /早调度/.test(said)).length).toBeGreaterThan(2)
  const instants = [...new Set(calm.map((said) => Number(said.split(' ')[0])))].sort((a, b) => a - b)

  const flushed = await aDay(async (world) => {
    using redis = clientIn(world.dataDir)
    for (const at of instants) {
      world.clock.set(at)
      await redis.flushall()
      world.bot.jobs.tick()
      await redis.flushall()
      world.bot.jobs.tick()
      await everythingSpoken(world)
    }
  })
  expect(flushed).toEqual(calm)
})

test('with Redis emptied between commit and send, every answer comes once', async () => {
  await using world = await openWorld({ orders: true })
  using redis = clientIn(world.dataDir)
  for (const text of ['领哨 101', '101', '过程 101', '待领', '我的']) {
    await world.bot.handled(world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text }))
    await redis.flushall()
  }
  await everythingSpoken(world)
  const said = world.heard('方庄群').join('\n')
  expect(said.match(/#101 已领哨:执法一队 李强/g)).toHaveLength(1)
  expect(world.bot.store.books.outbox.counts()).toEqual({ sent: expect.any(Number) })
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
})

test('with Redis emptied while an answer is being spoken, it is not spoken twice and the next one follows', async () => {
  await using world = await openWorld({ orders: true })
  using redis = clientIn(world.dataDir)
  world.wechat.switches.sends = 'hold'
  await world.bot.handled(world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '领哨 101' }))
  await until(() => (world.bot.store.books.outbox.counts().sending ?? 0) > 0)
  await redis.flushall()
  await world.bot.handled(world.wechat.say({ as: 'wxid_zhoumin', room: FANGZHUANG, text: '101 我们领' }))
  await redis.flushall()
  world.wechat.switches.sends = 'answer'
  world.wechat.release()
  await everythingSpoken(world)
  expect(world.heard('方庄群')).toEqual([
    expect.stringMatching(/^#101 已领哨:执法一队 李强/),
    expect.stringMatching(/^#101 已由执法一队 李强/),
  ])
})

/** One day of three cases nobody claims. Out: everything that was said, as `instant to text`, sorted. */
async function aDay(live: (world: World) => Promise<void>): Promise<string[]> {
  await using world = await openWorld()
  for (const order of ORDERS) await world.says('赵蕾', 'private', order)
  await live(world)
  return world.wechat
    .heard()
    .map(({ at, to, text }) => `${at} ${to} ${text}`)
    .sort()
}

/** Speech goes its real way, through Redis and its worker; the minute comes round again and again. */
async function everythingSpoken({ bot, clock }: World): Promise<void> {
  const { outbox } = bot.store.books
  let looks = 0
  await until(() => {
    if (++looks % 20 === 0) bot.jobs.tick()
    return !outbox.ready(clock.now()).length && !outbox.counts().sending
  }, 20_000)
}
