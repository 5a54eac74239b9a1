import { expect, test } from 'vitest'
import { sheet, tells } from '../support/tells.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const THIEF = 'wxid_thief'
const POLITE = /^你好,我是接诉即办小管家/

/** Somebody takes a name, as their WeChat name and as their nickname in 方庄群. */
async function takes(world: World, name: string, nickname = name): Promise<void> {
  world.wechat.contact({ id: THIEF, name, friend: true })
  world.wechat.join(FANGZHUANG, [THIEF])
  world.wechat.alias(FANGZHUANG, THIEF, nickname)
  await until(() => {
    const { people } = world.bot.store.books
    const [room, person] = [people.boundRoom(FANGZHUANG), people.personOf(THIEF)]
    return room !== undefined && person !== undefined && people.memberOf(room.id, person)
  })
  await world.quiet()
}

const rolesOf = ({ bot }: World) => {
  const { people } = bot.store.books
  return people.speaker(people.personOf(THIEF) ?? 0).roles.filter(({ role }) => role !== 'grid')
}

const says = (world: World, text: string, more = {}) =>
  tells(world, THIEF, { text, ...more }).then((answers) => answers.join('\n'))

/** Says something in 方庄群 under the taken name. Out: what the room heard. */
async function inRoom(world: World, text: string, more = {}): Promise<string> {
  world.heard('方庄群')
  await tells(world, THIEF, { text, room: FANGZHUANG, ...more })
  return world.heard('方庄群').join('\n')
}

test.each(['高明', '田原', '孙悦', '赵蕾', '张局长', '高\u200b明', '\u2060高明', '高明\u3000', '高　明'])(
  'who is called 「%s」 may do by speaking what a member of the room may, and nothing more',
  async (name) => {
    await using world = await openWorld({ orders: true })
    await takes(world, name)
    await world.says('李强', '方庄群', '领哨 101')
    await world.says('李强', '方庄群', '101 不宜检测 店铺停业')
    for (const text of [
      '督办 101 周五前',
      '派给 101 @周敏',
      '同意 101',
      '市回访 101 已联系 已解决 满意',
      '授权 @小马 执法一队 队员',
    ])
      expect(await inRoom(world, text)).toMatch(/^#101 督办由局领导定|^「.+」由.+来做。/)
    for (const text of [
      '绑定 方庄街道',
      '导入名单',
      '待批',
      '备份',
      '设置 7',
      '值班 执法一队 @小马 今天',
      '静音 2小时',
    ])
      expect(await says(world, text)).toMatch(/^「.+」(?:由.+来做|请在群里说)。|^没/)
    expect(await says(world, '绑定管理员 WRONG234')).toMatch(/^口令不对/)
    expect(rolesOf(world)).toEqual([])
    const c = world.bot.store.books.cases.find(101)
    expect(c?.supervised).toBeUndefined()
    expect(c).toMatchObject({ asked: ['noTest'], owner: { unit: '执法一队' } })
  },
)

test('nobody is matched to the roster by a leader’s name, nor to a line whose person is proved, nor told apart by what cannot be seen', async () => {
  await using world = await openWorld()
  const roster = [
    ['姓名', '单位', '角色', '群昵称'],
    ['高明', '', '分管领导', '高明'],
    ['王磊', '执法一队', '负责人', ''],
    ['马小军', '执法一队', '队员', ''],
    ['马小军', '执法二队', '队员', ''],
  ]
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', roster)] })
  for (const [name, nickname] of [
    ['高明', '高明'],
    ['王磊', '执法一队 王磊'],
    ['马\u200b小军', '马\u200b小军'],
    ['马小军', '马小军'],
  ] as const) {
    await takes(world, name, nickname)
    world.bot.store.unit((tx) => void tx.admission.propose())
    expect(world.bot.store.books.roster.proposals()).toEqual([])
  }

  // The real one is proved: who takes the name and says so is not asked about.
  world.wechat.contact({ id: 'wxid_ma', name: '老马', friend: true })
  await tells(world, 'wxid_ma', { text: '我是 马小军 执法一队' })
  await world.says('王磊', 'private', '通过 马小军')
  await takes(world, '马小军', '执法一队-马小军')
  world.bot.store.unit((tx) => void tx.admission.propose())
  expect(world.bot.store.books.roster.proposals()).toEqual([])
  expect(await says(world, '我是 马小军 执法一队')).toMatch(/^名单里没有/)
  // The line of the other unit is not the proved one's either.
  world.wechat.join(FANGZHUANG, ['wxid_ma'])
  world.wechat.alias(FANGZHUANG, 'wxid_ma', '马小军(执法二队片区)')
  await tells(world, 'wxid_ma', { text: '收到', room: FANGZHUANG })
  world.bot.store.unit((tx) => void tx.admission.propose())
  expect(world.bot.store.books.roster.proposals()).toEqual([])
  expect(rolesOf(world)).toEqual([])
})

test('「我是 高明」 asks for the code the real one was handed', async () => {
  await using world = await openWorld()
  const roster = [
    ['姓名', '单位', '角色'],
    ['高明', '', '分管领导'],
  ]
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', roster)] })
  await takes(world, '高明')
  expect(await says(world, '我是 高明')).toBe('你的角色要用口令认证:向管理员要口令,私聊我回「验证 口令」。')
  expect(await says(world, '验证 ABCD2345')).toMatch(/^口令不对/)
  expect(rolesOf(world)).toEqual([])
})

test('a case given to a name goes to nobody who only took it', async () => {
  await using world = await openWorld({ orders: true })
  await takes(world, '张局长')
  const lead = async (text: string, more = {}) => {
    world.heard('方庄群')
    await world.says('王磊', '方庄群', text, more)
    return world.heard('方庄群').join('\n')
  }
  expect(await lead('派给 101 张局长')).not.toMatch(/已派给/)
  expect(await lead('派给 101 @张局长\u2005', { mentions: [THIEF] })).toBe(
    '张局长还没有单位,请管理员先回「授权 @张局长 单位 队员」。',
  )
  // A colleague's name: by id it is who was meant, without ids the bot asks.
  for (const name of ['李强', '李\u200b强', '李强\u2060']) {
    await takes(world, name)
    expect(await lead('派给 101 @李强')).toMatch(/^群里有几位「李强」/)
  }
  expect(await lead('派给 101 李强')).toMatch(/^#101 已派给:执法一队 李强/)
  expect(world.bot.store.books.cases.find(101)?.owner?.person).toBe(
    world.bot.store.books.people.personOf('wxid_liqiang'),
  )
})

test('quoting a leader, or the bot’s name on words of one’s own, gives no right', async () => {
  await using world = await openWorld({ orders: true })
  await takes(world, '小管家')
  for (const [name, text] of [
    ['高明', '督办 101 周五前'],
    ['高明', '#101 同意退单'],
    ['小管家', '#101 已列入分管领导督办,11-27 18:00前。'],
  ] as const)
    for (const word of ['同意', '督办', '派给 @小马', '作废']) {
      const answer = await inRoom(world, word, { quote: { name, text } })
      expect(answer).toMatch(/^$|由.+(?:来做|定)|是赵蕾报的|请/)
    }
  const c = world.bot.store.books.cases.find(101)
  expect(c).toMatchObject({ state: 'waiting' })
  expect(c?.supervised).toBeUndefined()
  expect(world.bot.store.books.cases.log(101).map(({ event }) => event.kind)).toEqual(['registered'])
  expect(rolesOf(world)).toEqual([])
})

test('a stranger with a leader’s name reads the polite line', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: THIEF, name: '高明', friend: true })
  expect(await says(world, '督办 101 周五前')).toMatch(POLITE)
  expect(await says(world, '同意 101')).toBe('')
})
