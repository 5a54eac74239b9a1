import { expect, test } from 'vitest'
import { workbook } from '../../reports/enclosure.ts'
import { tells } from '../support/tells.ts'
import { openWorld } from '../support/world.ts'

const ADMIN = 'wxid_sunyue'

const PEOPLE = [
  ['群昵称', '角色', '姓名', '单位', '街镇', '备注'],
  ['', '队员', '李强', '执法一队', '', ''],
  ['', '队员', '', '执法一队', '', ''],
  ['', '队员', '王五138', '执法一队', '', ''],
  ['', '', '赵六', '执法一队', '', ''],
  ['', '队圆', '赵六', '执法一队', '', ''],
  ['', '队员', '赵六', '', '', ''],
  ['', '网格员', '赵六', '', '', ''],
  ['', '网格员', '赵六', '', '方装街道', ''],
  ['', '队员', '赵六', '执法一对', '', ''],
  ['', '队员', '李强', '执法一队', '', ''],
  ['一队-钱进', '队员', '钱进', '执法一队', '', ''],
]
const UNITS = [
  ['单位', '类型', '负责人', '片区', '归口'],
  ['执法一队', '执法队', '王磊', '方庄 成寿寺', '餐饮油烟 广告'],
]
const DUTY = [
  ['单位', '姓名', '日期'],
  ['执法一队', '钱进', '2026-11-28'],
  ['执法一队', '孙七', '2026-11-28'],
  ['执法一队', '钱进', '改天'],
]

test('ten kinds of bad rows are named, the rest is taken; done twice changes nothing', async () => {
  await using world = await openWorld()
  const file = {
    name: '名单.xlsx',
    bytes: await workbook([
      { name: '人员', rows: PEOPLE },
      { name: '单位', rows: UNITS },
      { name: '值班', rows: DUTY },
    ]),
  }
  const [answer] = await tells(world, ADMIN, { files: [file] })
  expect(answer?.replaceAll(';', '\n').split('\n')).toEqual([
    '导入人员3、单位1、片区2',
    '12行没读懂:「单位」第2行 归口“广告”没有这个类别',
    '「人员」第3行 没有姓名',
    '「人员」第4行 姓名“王五***”不像姓名',
    '「人员」第5行 赵六没写角色',
    '「人员」第6行 角色“队圆”没有,是不是“队员”',
    '「人员」第7行 赵六要写单位',
    '「人员」第8行 赵六要写街镇',
    '「人员」第9行 街镇“方装街道”没有,是不是“方庄街道”',
    '「人员」第10行 单位“执法一对”不在单位表里,是不是“执法一队”',
    '「人员」第11行 李强重复',
    '「值班」第4行 日期“改天”没看懂',
    '「值班」第3行 孙七不在名单里',
    '不认识的列(没用上):备注',
    '下一步:「绑定全部」',
    '负责人、专班、领导的口令回「发口令」。',
  ])

  const before = world.bot.store.books.roster.all()
  const [again] = await tells(world, ADMIN, { files: [file] })
  expect(again).toMatch(/^导入人员3、单位1、片区2\(都已有,没有变化\);12行没读懂:/)
  expect(world.bot.store.books.roster.all()).toEqual(before)
  expect(await tells(world, ADMIN, { text: '导入名单' })).toEqual([expect.stringMatching(/^刚才收到的表格已经/)])
})

test('duty of the roster is entered when the person is known; a csv of people will do', async () => {
  await using world = await openWorld()
  const bytes = await workbook([
    { name: '人员', rows: [PEOPLE[0] as string[], PEOPLE[11] as string[]] },
    { name: '单位', rows: UNITS },
    { name: '值班', rows: DUTY.slice(0, 2) },
  ])
  await tells(world, ADMIN, { files: [{ name: '名单.xlsx', bytes }] })
  const saturday = Date.parse('2026-11-28T10:00:00+08:00')
  const { people } = world.bot.store.books
  const person = people.personOf('wxid_qianjin') ?? 0
  expect(people.dutyOf('执法一队', saturday)).not.toContain(person)
  await tells(world, 'wxid_qianjin', { text: '我是 钱进' })
  await world.says('王磊', 'private', '通过 1')
  expect(people.dutyOf('执法一队', saturday)).toEqual([people.personOf('wxid_qianjin')])

  const csv = Buffer.from('姓名,角色,街镇\r\n周小敏,街镇管家,方庄\r\n')
  const [answer] = await tells(world, ADMIN, { files: [{ name: '补充.csv', bytes: csv }] })
  expect(answer).toMatch(/^导入人员1、单位0、片区0。/)
})

test('rooms are matched by topic; what fits nothing is named, what was left out stays unbound', async () => {
  await using world = await openWorld()
  const room = (id: string, topic: string) => world.wechat.room({ id, topic, members: [ADMIN] })
  room('r1@chatroom', '卢沟桥街道生态环境管家群')
  room('r2@chatroom', '马家堡环境群')
  room('r3@chatroom', '同学聚会')
  const [list] = await tells(world, ADMIN, { text: '绑定全部' })
  expect(list).toMatch(
    /^找到2个群:\n1 .*→.*\n2 .*→.*\n对不上的2个:3 [^\n]*、4 [^\n]*,逐个回「绑定 3 方庄街道」。\n对的回/,
  )
  expect(list).toContain('同学聚会')
  const code = /确认 (\d{4})」/.exec(list ?? '')?.[1]
  expect(await tells(world, ADMIN, { text: `确认 ${code} 除2` })).toEqual([
    '已绑定1个群,除去1个。各群已发告知。进度回「开通进度」。',
  ])
  expect(world.wechat.heard().filter(({ text }) => text.includes('本群涉件消息会记录用于办理'))).toHaveLength(1)
  expect(await tells(world, ADMIN, { text: '开通进度' })).toEqual([expect.stringMatching(/^群 6\/9 · /)])

  // What fits nothing is settled from here, by its number.
  const n = /(\d+) 新来的群/.exec(list ?? '')?.[1]
  expect(await tells(world, ADMIN, { text: '绑定 新村街道' })).toEqual([expect.stringMatching(/^请到要绑定的群里说/)])
  expect(await tells(world, ADMIN, { text: '绑定 9 新村街道' })).toEqual([expect.stringMatching(/没有第9个/)])
  expect(await tells(world, ADMIN, { text: `绑定 ${n} 方庄街道` })).toEqual([
    expect.stringMatching(/^方庄街道已经绑定/),
  ])
  expect(await tells(world, ADMIN, { text: `绑定 ${n} 新村街道` })).toEqual([
    '「新来的群」已绑定为新村街道,群里已发告知。',
  ])
  expect(world.heard('新来的群')).toEqual([expect.stringMatching(/^本群已绑定为新村群。/)])
  expect(await tells(world, ADMIN, { text: '开通进度' })).toEqual([expect.stringMatching(/^群 7\/9 · /)])
})
