import { expect, test } from 'vitest'
import { sheet, tells } from '../support/tells.ts'
import { until } from '../support/wechat.ts'
import { openWorld } from '../support/world.ts'

const ROSTER = [
  ['姓名', '单位', '角色', '群昵称'],
  ['马小军', '执法一队', '队员', ''],
  ['钱进', '执法一队', '队员', ''],
  ['林芳芳', '执法一队', '队员', ''],
  ['高明', '', '分管领导', ''],
]

// Whoever is in none of our rooms reads the same for every name.
const HEARD = '收到。名单上有你的话,会请负责人通过;负责人、专班、局领导请向管理员要口令,回「验证 口令」。'

test('「我是」 of a stranger waits for the lead, who lets in or not; nobody gets a leader’s role by a name', async () => {
  await using world = await openWorld()
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', ROSTER)] })
  world.heard('王磊')
  world.wechat.contact({ id: 'wxid_stranger', name: '陌生人', friend: true })
  expect(await tells(world, 'wxid_stranger', { text: '我是 马小军 执法一队' })).toEqual([HEARD])
  expect(world.heard('王磊')).toEqual([
    '等你通过1人:\n1 马小军 执法一队队员(微信名:陌生人,不在工作群)\n是本人回「通过 1」,不是回「通过 除1」。',
  ])
  expect(await tells(world, 'wxid_stranger', { text: '我是 高明' })).toEqual([HEARD])
  expect(await tells(world, 'wxid_stranger', { text: '我是 张三' })).toEqual([HEARD])

  // Whoever takes the name meanwhile stands in the list with their own; the number means the one shown last.
  world.wechat.contact({ id: 'wxid_thief', name: '冒名', friend: true })
  await tells(world, 'wxid_thief', { text: '我是 马小军' })
  await tells(world, 'wxid_stranger', { text: '我是 马小军 执法一队' })
  world.heard('王磊')
  await world.says('王磊', 'private', '通过 1')
  expect(world.heard('王磊')).toEqual(['已通过1人:马小军。'])
  expect(world.wechat.heard('wxid_stranger').at(-1)?.text).toBe('已认证:执法一队队员。\n用法回「帮助」。')
})

test('who is denied is not proposed again by their name', async () => {
  await using world = await openWorld()
  world.wechat.alias('xinqun@chatroom', 'wxid_qianjin', '执法一队-钱进')
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', ROSTER)] })
  await world.says('孙悦', '新来的群', '绑定 监测站')
  await world.says('王磊', 'private', '待通过')
  expect(world.heard('王磊').at(-1)).toMatch(/\n1 钱进 执法一队队员/)
  await world.says('王磊', 'private', '通过 除1')
  await world.says('王磊', 'private', '待通过')
  expect(world.heard('王磊').at(-1)).toBe('没有等你通过的人。')
  expect(world.bot.store.books.admission.propose()).toBe(0)
})

test('通过 takes a name or a mention beside the numbers', async () => {
  await using world = await openWorld()
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', ROSTER)] })
  world.wechat.contact({ id: 'wxid_ma', name: '老马', friend: true })
  for (const [id, say] of [
    ['wxid_ma', '我是 马小军 执法一队'],
    ['wxid_qianjin', '我是 钱进 执法一队'],
    ['wxid_linfang', '我是 林芳芳 执法一队'],
  ] as const)
    await tells(world, id, { text: say })
  world.heard('王磊')
  await world.says('王磊', 'private', '通过 张三')
  expect(world.heard('王磊')).toEqual(['没有「张三」在等你通过。看名单回「待通过」。'])
  await world.says('王磊', 'private', '通过 @马小军')
  expect(world.heard('王磊')).toContain('已通过1人:马小军。')
  await world.says('王磊', '方庄群', '通过 马小军')
  await world.says('王磊', '方庄群', '通过 2号楼的验收了')
  expect(world.heard('方庄群')).toEqual([])
  world.wechat.join('fangzhuang@chatroom', ['wxid_qianjin'])
  await world.says('王磊', '方庄群', '通过 @钱进', { mentions: ['wxid_qianjin'] })
  expect(world.heard('方庄群').at(-1)).toBe('已通过1人:钱进。')
  await world.says('王磊', 'private', '待通过')
  expect(world.heard('王磊').at(-1)).toMatch(/^等你通过1人:\n1 林芳芳/)
})

test('two of one name are told apart by their numbers', async () => {
  await using world = await openWorld()
  for (const id of ['wxid_a', 'wxid_b']) {
    world.wechat.contact({ id, name: '新朋友', friend: false })
    world.wechat.befriend({ contact: id, greeting: '你好' })
  }
  await until(() => world.bot.store.books.arrivals.requests().length === 2)
  await world.says('孙悦', 'private', '通过 新朋友')
  expect(world.heard('孙悦')[0]).toMatch(/^有几位「新朋友」在等。先回「待通过」/)
})

test('a code is personal, once, and stronger than a name', async () => {
  await using world = await openWorld()
  await tells(world, 'wxid_sunyue', { files: [await sheet('名单.xlsx', ROSTER)] })
  const [codes] = await tells(world, 'wxid_sunyue', { text: '发口令' })
  const code = /高明 分管领导 ([A-Z0-9]{8})/.exec(codes ?? '')?.[1]
  world.wechat.contact({ id: 'wxid_gao', name: '高局', friend: true })
  expect(await tells(world, 'wxid_gao', { text: '验证 ABCD2345' })).toEqual([expect.stringMatching(/^口令不对/)])
  expect(await tells(world, 'wxid_gao', { text: `验证 ${code?.toLowerCase()}` })).toEqual([
    '已认证:分管领导。\n用法回「帮助」。',
  ])
  expect(await tells(world, 'wxid_xiaoma', { text: `验证 ${code}` })).toEqual([])
  expect(world.bot.store.books.people.holders('deputy')).toHaveLength(2)
})

test('a stranger’s request to be friends waits for an administrator, once a day in one list', async () => {
  await using world = await openWorld()
  world.wechat.contact({ id: 'wxid_new', name: '新朋友', friend: false })
  const request = world.wechat.befriend({ contact: 'wxid_new', greeting: '你好' })
  await until(() => world.bot.store.books.arrivals.requests().length === 1)
  expect(world.heard('孙悦')).toEqual([])
  await world.advance('11-24 08:06')
  expect(world.heard('孙悦')).toContainEqual(expect.stringMatching(/^等你通过1人:\n1 新朋友 申请加好友/))
  await world.says('孙悦', 'private', '通过 1')
  expect(world.heard('孙悦')).toEqual(['已通过1人:新朋友。'])
  expect(
    world.wechat.world.requests.get(request)?.confirmed === true || world.wechat.world.people.get('wxid_new')?.friend,
  ).toBe(true)
})

test('a trial registers and shows cards, but reminds nobody', async () => {
  await using world = await openWorld()
  await world.says('孙悦', 'private', '试运行')
  await world.says('小刘', '方庄群', '芳古园一区11号楼底商油烟大,开不了窗')
  expect(world.heard('方庄群')[0]).toContain('#101 待领哨')
  await world.advance('11-23 19:00')
  expect(world.heard('方庄群')).toEqual([])
  await world.says('孙悦', 'private', '正式运行')
  await world.says('小刘', '方庄群', '芳古园一区12号楼底商油烟大,开不了窗')
  world.heard('方庄群')
  await world.advance('11-24 19:00')
  expect(world.heard('方庄群').join()).toContain('#102')
})
