import { expect, test } from 'vitest'
import { rowsOf } from '../support/rows.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const NEIGHBOURS = Array.from({ length: 500 }, (_, i) => ({ id: `wxid_n${i}`, name: `邻居${i}`, friend: i % 2 === 0 }))

test('five hundred join a room at once: each is met, one card greets them, a mention among them is heard, @所有人 is not the bot', async () => {
  await using world = await crowded()
  const room = world.bot.store.books.people.boundRoom(FANGZHUANG)!
  await until(() => members(world, room.id) >= 500)
  expect(world.allHeard('方庄群').length).toBeLessThanOrEqual(1)

  world.heard('方庄群')
  await says(world, 'wxid_n499', '@小管家\u2005芳古园一区3号楼烧烤油烟大', [world.wechat.selfId])
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 待领哨/)])
  await says(world, 'wxid_n7', '@所有人 明天上午停水,请转告')
  await says(world, 'wxid_n8', '@邻居9\u2005收到')
  expect(world.heard('方庄群')).toEqual([])
})

test('a thousand messages of sixty people in one room: all kept, in the order they were said, each answered once', async () => {
  await using world = await crowded()
  const said = Array.from({ length: 1000 }, (_, i) => {
    const text =
      i % 20
        ? `今天第${i}句闲话`
        : `【工单编号】20261123${String(i).padStart(6, '0')} 【地址】芳古园一区${(i % 9) + 1}号楼 【反映内容】油烟`
    return world.wechat.say({ as: `wxid_n${i % 60}`, room: FANGZHUANG, text })
  })
  for (const id of said.slice(0, 100)) world.wechat.repeat(id)
  await Promise.all(said.map((id) => world.bot.handled(id)))
  await world.quiet()
  const kept = rowsOf(world.dataDir, 'inbox').map(({ message }) => message)
  expect(kept).toEqual(said)
  const cases = world.bot.store.books.cases.all()
  expect(cases.map(({ externalNo }) => externalNo)).toEqual(
    Array.from({ length: 50 }, (_, i) => `20261123${String(i * 20).padStart(6, '0')}`),
  )
  const heard = world.heard('方庄群').join('\n')
  for (const { no } of cases) expect(heard.match(new RegExp(`^#${no}(?!\\d)`, 'gm'))).toHaveLength(1)
}, 60_000)

/** A furnished world whose 方庄群 has five hundred more members. */
async function crowded(): Promise<World> {
  const world = await openWorld()
  for (const neighbour of NEIGHBOURS) world.wechat.contact(neighbour)
  world.wechat.join(
    FANGZHUANG,
    NEIGHBOURS.map(({ id }) => id),
    'wxid_zhoumin',
  )
  const room = world.bot.store.books.people.boundRoom(FANGZHUANG)!
  await until(() => members(world, room.id) >= 500, 20_000)
  await world.quiet()
  return world
}

async function says(world: World, as: string, text: string, mentions?: string[]): Promise<void> {
  await world.bot.handled(world.wechat.say({ as, room: FANGZHUANG, text, ...(mentions && { mentions }) }))
  await world.quiet()
}

function members(world: World, room: number): number {
  return rowsOf(world.dataDir, 'members').filter((row) => row.room === room).length
}
