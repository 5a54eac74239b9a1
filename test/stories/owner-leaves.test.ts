import { expect, test } from 'vitest'
import { confirms } from '../support/confirms.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

test('who leaves the unit’s room leaves the open cases to its lead', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('王磊')
  world.wechat.leave('yidui@chatroom', ['wxid_liqiang'])
  const owner = () => world.bot.store.books.cases.find(101)?.owner
  const lead = world.bot.store.books.people.personOf('wxid_wanglei')
  await until(() => owner()?.person === lead)
  await world.quiet()
  expect(world.heard('王磊')).toEqual([expect.stringMatching(/^#101 .* 派给你了/)])
  // The room with the card reads who has it now; the reminders go on, to the lead.
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 已由执法一队 王磊/)
  expect(world.heard('孙悦')).toEqual(['李强已退出执法一队群,名下1件已转王磊。不再需要权限请回「撤权 @李强」。'])
  world.heard('李强')
  await world.advance('11-24 08:06')
  expect(world.heard('王磊').join('\n')).toContain('#101')
  expect(world.heard('李强').join('\n')).not.toContain('#101')
  await world.says('王磊', '方庄群', '101 已联系 约明天')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 已记联系/)
})

test('a steward who leaves their street’s room leaves the open cases to be claimed again, a grid worker is named, too', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '认领 101')
  world.heard('方庄群')
  world.wechat.leave('fangzhuang@chatroom', ['wxid_zhoumin', 'wxid_xiaoliu', 'wxid_xiaoma'])
  await until(() => world.bot.store.books.cases.find(101)?.state === 'waiting')
  await world.quiet()
  expect(world.heard('孙悦').join('\n').split('\n')).toEqual([
    '周敏已退出方庄群,名下1件放回待领哨。不再需要权限请回「撤权 @周敏」。',
    '小刘已退出方庄群,名下没有在办件。不再需要权限请回「撤权 @小刘」。',
  ])
})

test('撤权 hands the open cases over too', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await confirms(world, ['孙悦', '方庄群', '撤权 @李强'], ['wxid_liqiang'])
  expect(world.bot.store.books.cases.find(101)?.owner).toMatchObject({ unit: '执法一队' })
  expect(ownerName(world)).toBe('王磊')
})

function ownerName(world: World): string {
  const owner = world.bot.store.books.cases.find(101)?.owner
  return owner ? world.bot.store.books.people.name(owner.person) : ''
}
