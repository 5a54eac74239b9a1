import { expect, test } from 'vitest'
import { clientIn, testRedis } from '../support/own-redis.ts'
import { logOf } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const ORDER =
  '【工单编号】202611222147003\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟\n【联系电话】13800001234\n【处理时限】7天'

test('with Redis down people register and claim; when it is back each answer follows once, in order', async () => {
  await using redis = await testRedis()
  await redis.start()
  await using world = await openWorld({ config: { redisUrl: redis.url } })
  await until(() => healthy(world).then(({ redis }) => redis))

  await redis.kill()
  await until(() => healthy(world).then((health) => !health.redis && health.ok))
  await registerAndClaim(world)
  world.clock.set(Date.parse('2026-11-23T11:31:00+08:00'))
  world.bot.jobs.tick()
  expect(world.wechat.heard()).toEqual([])

  await redis.start()
  await spokenInOrder(world)
  expect(await healthy(world)).toMatchObject({ redis: true, ok: true })
})

test('it starts while Redis is away, and speaks when it comes', async () => {
  await using redis = await testRedis()
  await using world = await openWorld({ config: { redisUrl: redis.url } })
  expect(await healthy(world)).toMatchObject({ redis: false, ok: true })
  await registerAndClaim(world)
  expect(world.wechat.heard()).toEqual([])
  await redis.start()
  await spokenInOrder(world)
})

test('a Redis that hangs holds nobody up', async () => {
  await using redis = await testRedis()
  await redis.start()
  await using world = await openWorld({ config: { redisUrl: redis.url } })
  await until(() => healthy(world).then(({ redis }) => redis))
  redis.freeze()
  await registerAndClaim(world)
  await until(() => healthy(world).then((health) => !health.redis && health.ok))
  redis.go()
  await until(() => healthy(world).then((health) => health.redis))
  world.bot.jobs.tick()
  await spokenInOrder(world)
})

test('its own Redis, killed, is started again and speech goes on', async () => {
  await using world = await openWorld({ orders: true })
  using client = clientIn(world.dataDir)
  const pid = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
  process.kill(pid, 'SIGKILL')
  await world.bot.handled(world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '领哨 101' }))
  await until(() => world.allHeard('方庄群').some((text) => /^#101 已领哨/.test(text)), 20_000)
  const again = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
  expect(again).not.toBe(pid)
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
})

async function registerAndClaim(world: World): Promise<void> {
  for (const { as, room, text } of [
    { as: 'wxid_zhaolei', text: ORDER },
    { as: 'wxid_liqiang', room: FANGZHUANG, text: '领哨 101' },
    { as: 'wxid_zhoumin', room: FANGZHUANG, text: '101 我们领' },
  ])
    await world.bot.handled(world.wechat.say({ as, text, ...(room && { room }) }))
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
}

/** The answers, in their order, and everything else that was waiting: each once. */
async function spokenInOrder(world: World): Promise<void> {
  const { outbox } = world.bot.store.books
  await until(() => !outbox.ready(world.clock.now()).length && !outbox.counts().sending, 20_000)
  const said = world.heard('方庄群').join('\n')
  expect(said).toMatch(/#101 已领哨:执法一队 李强[\s\S]*#101 已由执法一队 李强/)
  for (const once of [/#101 待领哨/g, /#101 已领哨/g, /#101 已由/g]) expect(said.match(once)).toHaveLength(1)
  expect(
    world
      .heard('赵蕾')
      .join('\n')
      .match(/#101 已转方庄群/g),
  ).toHaveLength(1)
  expect(outbox.counts()).not.toHaveProperty('unknown')
}

async function healthy(world: World): Promise<{ ok: boolean; redis: boolean }> {
  return (await fetch(`${world.bot.url}/healthz`)).json() as Promise<{ ok: boolean; redis: boolean }>
}
