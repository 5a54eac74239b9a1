import { expect, test } from 'vitest'
import { tells } from '../support/tells.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const fresh = (id: string) => `neu-${id}`

/** Logs in anew with other ids for everybody; resolves when the program knows the rooms under them. */
async function logsInWithNewIds(world: World, renamed = fresh): Promise<void> {
  const rooms = () => world.bot.store.books.arrivals.rooms().map(({ contact }) => contact)
  await until(() => rooms().length > 0)
  const before = rooms()
  await world.wechat.relogin(renamed)
  await until(() => world.bot.line.health().loggedIn)
  await until(() => rooms().every((contact) => !before.includes(contact)))
  await world.bot.settled()
  await world.quiet()
}

/** Speaks in a room under the new ids. Out: what the bot said there. */
async function saysThere(world: World, room: string, as: string, text: string): Promise<string[]> {
  const before = world.wechat.heard(fresh(room)).length
  const id = world.wechat.say({ room: fresh(room), as: fresh(as), text })
  await world.bot.handled(id)
  await world.bot.settled()
  await world.quiet()
  return world.wechat
    .heard(fresh(room))
    .slice(before)
    .map((heard) => heard.text)
}

test('after a login with new ids the administrator comes back by a code and joins everything again', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.alias('fangzhuang@chatroom', 'wxid_liqiang', '执法一队-李强')
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', 'private', '联系方式 101')
  const owner = world.bot.store.books.cases.find(101)?.owner?.person
  const looks = world.bot.store.books.vault.looks(101)
  expect(looks).toHaveLength(1)
  const room = world.bot.store.books.people.boundRoom('fangzhuang@chatroom')?.id

  await logsInWithNewIds(world)
  const screen = world.printed.at(-1) ?? ''
  expect(screen).toMatch(/^这次登录后群和联系人的编号变了。/)
  const code = /管理员口令 ([A-Z0-9]{8})/.exec(screen)?.[1]
  expect(await saysThere(world, 'fangzhuang@chatroom', 'wxid_liqiang', '101')).toEqual([])
  // A name alone opens nothing: nobody is let in before the administrator says so.
  expect(await tells(world, fresh('wxid_liqiang'), { text: '联系方式 101' })).not.toContainEqual(
    expect.stringContaining('13800001234'),
  )

  const back = await tells(world, fresh('wxid_sunyue'), { text: `绑定管理员 ${code}` })
  expect(back.join('\n')).toContain('5个已绑定的群认不出来了')
  const [list] = await tells(world, fresh('wxid_sunyue'), { text: '恢复绑定' })
  expect(list).toMatch(/^新旧对照,群5个、有角色的9人\(另有成员\d人一并恢复\):\n1 方庄群→方庄生态环境管家群\n/)
  expect(list).toMatch(/\n\d+ 李强 执法一队\n/)
  const confirm = /确认 (\d{4})」/.exec(list ?? '')?.[1]
  expect(await tells(world, fresh('wxid_sunyue'), { text: `确认 ${confirm}` })).toEqual([
    expect.stringMatching(/^已恢复5个群、\d+人,原来的件、角色和记录都接上了。$/),
  ])

  const { people, cases, vault } = world.bot.store.books
  expect(people.boundRoom(fresh('fangzhuang@chatroom'))?.id).toBe(room)
  expect(people.personOf(fresh('wxid_liqiang'))).toBe(owner)
  expect(people.personOf('wxid_liqiang')).toBeUndefined()
  expect(people.admins()).toEqual([people.personOf(fresh('wxid_sunyue'))])
  expect(people.boundRooms()).toHaveLength(5)
  expect(cases.find(101)?.owner?.person).toBe(owner)
  expect(vault.looks(101)).toEqual(looks)
  expect(cases.verify().brokenAt).toBeUndefined()

  expect(await saysThere(world, 'fangzhuang@chatroom', 'wxid_liqiang', '101 已联系 约明天上午')).toEqual([
    expect.stringMatching(/^#101 已记联系/),
  ])
  expect(await tells(world, fresh('wxid_liqiang'), { text: '联系方式 101' })).toEqual([
    expect.stringContaining('13800001234'),
  ])
  expect(await tells(world, fresh('wxid_wanglei'), { text: '待通过' })).toEqual(['没有等你通过的人。'])
  // Nothing is left to restore; the old administrator's confirmation is used up.
  expect(await tells(world, fresh('wxid_sunyue'), { text: '恢复绑定' })).toEqual(['没有要恢复的:已绑定的群我都在。'])
})

test('who is left out stays out; a namesake is not taken for anybody', async () => {
  await using world = await openWorld()
  world.wechat.contact({ id: 'wxid_twin', name: '王磊', friend: true })
  await logsInWithNewIds(world)
  for (const room of ['fangzhuang@chatroom', 'chengshousi@chatroom', 'yidui@chatroom', 'quanqu@chatroom'])
    world.wechat.join(fresh(room), [fresh('wxid_twin')])
  const code = /管理员口令 ([A-Z0-9]{8})/.exec(world.printed.at(-1) ?? '')?.[1]
  await tells(world, fresh('wxid_sunyue'), { text: `绑定管理员 ${code}` })
  const [list = ''] = await tells(world, fresh('wxid_sunyue'), { text: '恢复绑定' })
  expect(list).toMatch(/没对上1人:王磊,请在群里重新「授权/)
  const n = /(\d+) 李强 执法一队/.exec(list)?.[1]
  const confirm = /确认 (\d{4})」/.exec(list)?.[1]
  const answer = await tells(world, fresh('wxid_sunyue'), { text: `确认 ${confirm} 除${n} 2` })
  expect(answer[0]).toMatch(/^已恢复4个群、\d+人.*;除去2项/)
  const { people } = world.bot.store.books
  expect(people.personOf('wxid_liqiang')).toBeDefined()
  expect(people.boundRoom(fresh('chengshousi@chatroom'))).toBeUndefined()
  const twin = people.personOf(fresh('wxid_twin'))
  expect(twin === undefined ? [] : people.speaker(twin).roles.filter(({ role }) => role === 'lead')).toEqual([])
})

test('when only the rooms have new ids the administrator is told at once, once', async () => {
  await using world = await openWorld()
  const roomsOnly = (id: string) => (id.endsWith('@chatroom') ? fresh(id) : id)
  await logsInWithNewIds(world, roomsOnly)
  expect(world.heard('孙悦')).toEqual([expect.stringMatching(/^这次登录后微信换了编号:5个已绑定的群/)])
  await world.wechat.logout()
  world.wechat.login()
  await until(() => world.bot.line.health().loggedIn)
  await world.bot.settled()
  await world.quiet()
  expect(world.heard('孙悦')).toEqual([])
  const [list = ''] = await tells(world, 'wxid_sunyue', { text: '恢复绑定' })
  expect(list).toMatch(/^新旧对照,群5个、有角色的0人:/)
  await tells(world, 'wxid_sunyue', { text: `确认 ${/确认 (\d{4})」/.exec(list)?.[1]}` })
  expect(world.bot.store.books.people.boundRoom(fresh('yidui@chatroom'))).toBeDefined()
})

test('an ordinary login tells nobody anything', async () => {
  await using world = await openWorld()
  await world.wechat.logout()
  world.wechat.login()
  await until(() => world.bot.line.health().loggedIn)
  await world.bot.settled()
  await world.quiet()
  expect(world.heard('孙悦')).toEqual([])
  await world.says('孙悦', 'private', '恢复绑定')
  expect(world.heard('孙悦')).toEqual(['没有要恢复的:已绑定的群我都在。'])
})
