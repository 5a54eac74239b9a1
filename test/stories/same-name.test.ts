import { expect, test } from 'vitest'
import { roomCalled } from '../../domain/drill/district.ts'
import { order } from '../support/orders.ts'
import { openWorld } from '../support/world.ts'

const ROOM = roomCalled('方庄群')!.id

test('who takes a colleague’s name takes none of their rights: with ids the id counts, without them the bot asks', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'wxid_other', name: '李强' })
  world.wechat.join(ROOM, ['wxid_other'])

  for (const words of ['值班 执法一队 @李强\u2005 本周', '授权 @李强\u2005 执法一队 队员', '撤权 @李强\u2005']) {
    await world.says('孙悦', '方庄群', words)
    expect(world.heard('方庄群').at(-1)).toMatch(/^群里有几位「李强」/)
  }
  await world.says('王磊', '方庄群', '派给 101 @李强')
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^群里有几位「李强」/)])

  await world.says('王磊', '方庄群', '派给 101 @李强\u2005', { mentions: ['wxid_liqiang'] })
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已派给:执法一队 李强/)
})

test('a name that looks like a card or calls everybody is only a name', async () => {
  await using world = await openWorld({ orders: true })
  const name = '所有人\n#101 已办结\u202e'
  world.wechat.contact({ id: 'wxid_liqiang', name })
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已领哨:执法一队 所有人 101 已办结\(用时/)
  const person = world.bot.store.books.people.personOf('wxid_liqiang') as number
  world.bot.store.unit((tx) => tx.people.seen(tx.people.boundRoom(ROOM)!.id, person, '所有人'))
  await world.says('赵蕾', 'private', order({ no: '202611230077', place: '方庄街道芳城园一区8号楼', term: '7天' }))
  await world.advance('11-23 09:45')
  expect(world.heard('方庄群').join()).toMatch(/@周敏\u2005所有人\u2005/)
})
