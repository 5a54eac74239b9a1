import { expect, test } from 'vitest'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const CARD =
  '欢迎新成员,我在本群登记诉求、提醒时限、查进度。\n报件:写清小区楼号和问题,或直接粘贴工单;有电话的请私聊发我。\n领件:引用卡片回「领哨」。查件:回编号,如「128」。\n请加我为好友,私信才收得到。用法回「帮助」。'

/** Somebody new is in a room, and the bot has taken it in. */
async function joins(world: World, room: string, id: string): Promise<void> {
  world.wechat.contact({ id, name: id, friend: false })
  world.wechat.join(room, [id])
  await until(() => {
    const { people } = world.bot.store.books
    const [there, person] = [people.boundRoom(room), people.personOf(id)]
    return there !== undefined && person !== undefined && people.memberOf(there.id, person)
  })
  await world.quiet()
}

test('new members of a room read four lines, once a day, out of the budget', async () => {
  await using world = await openWorld()
  await joins(world, FANGZHUANG, 'wxid_new1')
  expect(world.heard('方庄群')).toEqual([CARD])
  await joins(world, FANGZHUANG, 'wxid_new2')
  expect(world.heard('方庄群')).toEqual([])
  await world.says('李强', '方庄群', '今日发言')
  expect(world.heard('方庄群')[0]).toMatch(/^今日主动发言1\/8条/)
  await joins(world, 'chengshousi@chatroom', 'wxid_new1')
  expect(world.heard('成寿寺群')).toEqual([CARD])
  await world.advance('11-24 10:00')
  world.heard('方庄群')
  await joins(world, FANGZHUANG, 'wxid_new3')
  expect(world.heard('方庄群')).toEqual([CARD])
})

test('who comes at night is greeted with the first list, together with who comes in the morning', async () => {
  await using world = await openWorld({ at: '2026-11-23T22:30:00+08:00' })
  await joins(world, FANGZHUANG, 'wxid_new1')
  await world.advance('11-24 08:00')
  expect(world.heard('方庄群')).toEqual([])
  await world.advance('11-24 08:06')
  expect(world.heard('方庄群')).toEqual([CARD])
  await joins(world, FANGZHUANG, 'wxid_new2')
  expect(world.heard('方庄群')).toEqual([])
})

test('leaders are not greeted, nor is a member whom the gateway announces again', async () => {
  await using world = await openWorld()
  await joins(world, 'lingdao@chatroom', 'wxid_new1')
  expect(world.heard('局领导群')).toEqual([])
  await joins(world, FANGZHUANG, 'wxid_xiaoma')
  expect(world.heard('方庄群')).toEqual([])
})

test('提意见 reaches the administrator in private, once, with who and from where, and without a phone', async () => {
  await using world = await openWorld()
  const id = await world.says('小刘', '方庄群', '提意见 卡片能不能写上楼栋,问我打13800001234')
  expect(world.heard('方庄群')).toEqual(['谢谢,已转管理员。'])
  expect(world.heard('孙悦')).toEqual([expect.stringMatching(/^小刘\(方庄群\)提意见:卡片能不能写上楼栋/)])
  expect(world.allHeard('孙悦').join()).not.toContain('13800001234')
  world.wechat.repeat(id)
  await world.says('小马', '方庄群', '提意见的人不少')
  await world.says('李强', 'private', '提意见 清单早十分钟更好')
  expect(world.heard('孙悦')).toEqual(['李强(私聊)提意见:清单早十分钟更好'])
  expect(world.heard('方庄群')).toEqual([])
  expect(world.bot.store.books.suggestions.since(0).map(({ words }) => words)).toEqual([
    expect.stringContaining('卡片'),
    '清单早十分钟更好',
  ])
})

test('what the administrator wishes for is kept, too', async () => {
  await using world = await openWorld()
  await world.says('孙悦', 'private', '提意见 自己记一笔')
  expect(world.heard('孙悦')).toEqual(['谢谢,已转管理员。'])
  expect(world.bot.store.books.suggestions.since(0)).toHaveLength(1)
})
