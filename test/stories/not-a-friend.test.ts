import { expect, test } from 'vitest'
import { until } from '../support/wechat.ts'
import { openWorld } from '../support/world.ts'

test('an officer who is no friend is asked once in the room, never reads personal data there, and is reached once a friend', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'wxid_liqiang', name: '李强', friend: false })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '联系方式 101')
  expect(world.heard('方庄群')).toEqual(['请先加我为好友,再私聊我说;个人信息不在群里发。'])
  // Urged: the private line cannot reach them, so the room's next list asks for friendship, once.
  await world.says('周敏', '方庄群', '催 101')
  await world.advance('11-24 08:00')
  world.heard('方庄群')
  await world.advance('11-24 20:00')
  const asked = world.allHeard('方庄群').filter((text) => /@李强\u2005 ?有私信提醒发不到你,请先加我为好友/.test(text))
  expect(asked.length).toBeGreaterThanOrEqual(1)
  expect(world.allHeard('李强')).toEqual([])
  expect(world.allHeard('方庄群').join()).not.toContain('13800001234')

  world.wechat.befriend({ contact: 'wxid_liqiang', greeting: '我是李强' })
  await until(() => world.wechat.world.people.get('wxid_liqiang')?.friend === true)
  const person = world.bot.store.books.people.personOf('wxid_liqiang') ?? 0
  await until(() => world.bot.store.books.people.reachable(person))
  await world.says('李强', 'private', '联系方式 101')
  expect(world.heard('李强').join()).toContain('13800001234')
  await world.advance('11-25 08:06')
  expect(world.heard('李强').join()).toContain('#101')
})
