import { expect, test } from 'vitest'
import { type HeardLog, heardLog } from '../support/heard-log.ts'
import { logOf } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const EMERGENCY = '【地址】成寿寺街道成寿寺路134号院\n【反映内容】楼下印刷厂刺鼻气味,多人头晕\n【处理时限】2小时'
const USED = ['方庄群', '全区群', '局领导群']
const UNUSED = ['成寿寺群', '执法一队群']

// Five seconds of silence are an absence: the stories wait for theirs side by side.
const story = test.concurrent

story(
  'gone and back by itself: every used room hears once from when to when, the leaders and unused rooms nothing',
  async () => {
    await using world = await aTown()
    await gone(world)
    await world.advance('11-23 09:41')
    await back(world)
    await world.advance('11-23 11:00')

    const line = expect.stringMatching(/^.*09:30至.*09:41我没在线,期间的消息可能没收到。有件请再发一次。$/)
    for (const room of ['方庄群', '全区群']) expect(away(world, room)).toEqual([line])
    for (const room of ['局领导群', ...UNUSED]) expect(away(world, room)).toEqual([])

    await world.says('李强', '方庄群', '领哨 101')
    expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  },
)

story('gone twice, each absence is told once; a moment without a gateway not at all', async () => {
  await using world = await aTown()
  await gone(world)
  await world.advance('11-23 09:41')
  await back(world)
  await world.wechat.restart()
  await until(() => !world.bot.line.health().up)
  await until(() => world.bot.line.health().loggedIn)
  expect(away(world, '方庄群')).toHaveLength(1)

  await world.advance('11-23 10:00')
  await gone(world)
  await world.advance('11-23 10:30')
  await back(world)
  expect(away(world, '方庄群')).toEqual([
    expect.stringMatching(/09:30至.*09:41/),
    expect.stringMatching(/10:00至.*10:30/),
  ])
})

story('back at night, nobody is woken: it is told with the next list', async () => {
  await using world = await aTown('2026-11-23T22:00:00+08:00')
  await gone(world)
  await world.advance('11-23 22:20')
  await back(world)
  await world.advance('11-24 08:04')
  for (const room of USED) expect(away(world, room)).toEqual([])
  await world.advance('11-24 09:00')
  for (const room of ['方庄群', '全区群']) expect(away(world, room)).toEqual([expect.stringContaining('22:20')])
  expect(away(world, '局领导群')).toEqual([])
})

story('what waited is spoken, and the reminders that came too late are one line', async () => {
  await using world = await aTown()
  await world.says('赵蕾', 'private', EMERGENCY)
  world.heard('成寿寺群')
  await gone(world)
  await world.advance('11-23 10:20')
  expect(world.heard('成寿寺群')).toEqual([])
  await back(world)

  const said = world.heard('成寿寺群').flatMap((text) => text.split('\n'))
  expect(said.filter((line) => /提醒没能按时发出,涉及#102。/.test(line))).toHaveLength(1)
  expect(said.filter((line) => /^【急】#102 .*已等45分,还没人领/.test(line))).toHaveLength(1)
  expect(said).toHaveLength(2)
  await world.advance('11-23 10:31')
  expect(world.heard('成寿寺群')).toEqual([expect.stringMatching(/^【急】#102 .*已等1时/)])
})

story('an answer that was ready when the gateway went is spoken when it is back', async () => {
  await using world = await aTown()
  await until(() => world.bot.line.health().heardAt === world.clock.now())
  const claim = world.wechat.say({ as: 'wxid_liqiang', room: 'fangzhuang@chatroom', text: '领哨 101' })
  world.wechat.switches.sends = 'hold'
  await world.bot.handled(claim)
  await gone(world)
  expect(world.heard('方庄群')).toEqual([])
  world.wechat.switches.sends = 'answer'
  await back(world)
  await world.advance('11-23 09:31')
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 已领哨:执法一队 李强/)])
})

story('a program that did not run, and then found no gateway, tells of one absence', async () => {
  await using world = await aTown()
  await world.advance('11-23 10:00')
  world.bot.jobs.tick()
  await world.restart(async () => {
    world.clock.set(Date.parse('2026-11-23T10:30:00+08:00'))
    await world.wechat.down()
  })
  await missed(world)
  await world.advance('11-23 10:45')
  await back(world)
  expect(away(world, '方庄群')).toEqual([expect.stringMatching(/10:00至.*10:45我没在线/)])
})

story('a program that did not run tells of it once, however often it is started', async () => {
  await using world = await aTown()
  await world.advance('11-23 10:00')
  world.bot.jobs.tick()
  await world.restart(() => world.clock.set(Date.parse('2026-11-23T10:30:00+08:00')))
  await until(() => away(world, '方庄群').length > 0)
  await world.restart()
  await world.says('李强', '方庄群', '领哨 101')
  expect(away(world, '方庄群')).toEqual([expect.stringMatching(/10:00至.*10:30我没在线/)])
  expect(away(world, '局领导群')).toEqual([])
})

const logs = new WeakMap<World, HeardLog>()

/** A district with one case, and words in three of its rooms. */
async function aTown(at = '2026-11-23T09:30:00+08:00'): Promise<World> {
  const log = heardLog()
  const world = await openWorld({ orders: true, log, at })
  logs.set(world, log)
  await world.says('小刘', '方庄群', '大家辛苦了')
  await world.says('周敏', '全区群', '收到')
  await world.says('田原', '局领导群', '请各位关注')
  return world
}

/** The gateway goes away after a last sign of life, and is missed. */
async function gone(world: World): Promise<void> {
  await until(() => world.bot.line.health().heardAt === world.clock.now())
  await world.wechat.down()
  await missed(world)
}

/** Resolves when the program counts the gateway as away. */
async function missed(world: World): Promise<void> {
  await told(world, 'nothing is heard any more')
}

async function back(world: World): Promise<void> {
  await world.wechat.up()
  await told(world, 'heard again')
  const { outbox } = world.bot.store.books
  await until(() => !outbox.ready(world.clock.now()).length && !outbox.counts().sending, 20_000)
}

async function told(world: World, what: string): Promise<void> {
  const lines = logs.get(world)?.lines ?? []
  const at = await until(() => {
    const found = lines.findIndex(({ message }) => message === what)
    return found < 0 ? undefined : found + 1
  }, 20_000)
  lines.splice(0, at)
}

function away(world: World, where: string): string[] {
  return world
    .allHeard(where)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes('我没在线'))
}
