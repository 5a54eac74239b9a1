import { expect, test } from 'vitest'
import { sheet, tells } from '../support/tells.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const DESK = 'wxid_zhaolei'
const HEADER = ['处理时限', '反映内容', '工单编号', '地址', '联系电话', '诉求人']
const PLACES = [
  ['方庄街道', '芳古园一区'],
  ['成寿寺街道', '四方景园'],
  ['马家堡街道', '嘉园一里'],
  ['和义街道', '和义东里第一社区'],
  ['东高地街道', '万源东里'],
] as const

const row = (n: number): string[] => {
  const [street, place] = PLACES[n % PLACES.length] as (typeof PLACES)[number]
  const order = `2026112${String(30000 + n)}`
  return [
    '2026-11-30 09:30',
    '楼下面馆油烟直排,开不了窗',
    order,
    `${street}${place}${n + 1}号楼`,
    '13800005678',
    '王女士',
  ]
}

test('forty rows in five streets are one list in each street’s room; the same file again is nothing new', async () => {
  await using world = await withFiveRooms()
  const file = await sheet('工单.xlsx', [HEADER, ...Array.from({ length: 40 }, (_, n) => row(n))])
  const [answer, ...more] = await tells(world, DESK, { files: [file] })
  expect(answer).toBe('登记40件(#101–#140),已发到5个群。')
  expect(more).toEqual([])
  for (let i = 0; i < 5; i++) {
    const heard = world.wechat.heard(roomOf(i)).map(({ text }) => text)
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatch(/^新登记8件:\n#10\d 待领哨｜餐饮油烟｜/)
    expect(heard[0]?.match(/\n#1\d\d /g)).toHaveLength(8)
    expect(heard[0]).not.toMatch(/13800005678|王女士/)
    expect(Buffer.byteLength(heard[0] ?? '')).toBeLessThan(1900)
  }
  expect(await tells(world, DESK, { files: [file] })).toEqual(['登记0件;40行以前登记过。'])
  expect(world.bot.store.books.cases.all()).toHaveLength(40)
  expect(world.wechat.heard(roomOf(0))).toHaveLength(1)
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('bad rows are named, the rest is registered, unknown columns are named; a row may be urgent', async () => {
  await using world = await withFiveRooms()
  const file = await sheet('工单.xlsx', [
    ['工单编号', '具体点位', '问题描述', '领导圈阅'],
    ['202611230001', '方庄街道芳古园一区1号楼', '油烟大', '阅'],
    ['202611230002', '', '', ''],
    ['2.02611E+14', '方庄街道芳古园一区2号楼', '油烟大', ''],
    ['', '方庄街道芳古园一区3号楼', '油烟大', ''],
    ['', '方庄街道芳古园一区3号楼', '油烟大', ''],
    ['202611230004', '方庄街道芳古园一区4号楼', '有人倾倒化学品泄漏,多人头晕呕吐', ''],
  ])
  const [answer] = await tells(world, DESK, { files: [file] })
  expect(answer?.split('\n')).toEqual([
    '登记3件(#101–#103),已发到1个群;1行以前登记过;2行没登记:第3行 没有地址也没有问题;第4行 工单编号“2.02611E+14”被表格改成了科学计数,请设为文本再发',
    '不认识的列(没用上):领导圈阅',
  ])
  const heard = world.wechat.heard(roomOf(0)).map(({ text }) => text)
  expect(heard).toHaveLength(2)
  expect(heard[0]).toMatch(/^【急】#103 待领哨/)
  expect(heard[1]).toMatch(/^新登记2件:\n#101 /)
})

test('导入存量 静默 registers without a word in the rooms; a csv in GBK will do', async () => {
  await using world = await withFiveRooms()
  expect(await tells(world, DESK, { text: '导入存量 静默' })).toEqual([expect.stringContaining('不发卡片')])
  // «地址,反映内容», one row: 方庄街道芳古园一区1号楼, 油烟.
  const gbk = 'b5d8d6b72cb7b4d3b3c4dac8dd0d0ab7bdd7afbdd6b5c0b7bcb9c5d4b0d2bbc7f831bac5c2a52cd3cdd1cc0d0a'
  const bytes = Buffer.from(gbk, 'hex')
  expect(await tells(world, DESK, { files: [{ name: '存量.csv', bytes }] })).toEqual(['登记1件(#101),没有发卡片。'])
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ street: '方庄街道', category: 'air.catering_fume' })
  expect(world.wechat.heard(roomOf(0))).toEqual([])
})

test('a file that cannot be read, or is neither, is answered in one sentence', async () => {
  await using world = await withFiveRooms()
  const old = { name: '旧.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') }
  expect(await tells(world, DESK, { files: [old] })).toEqual([
    '「旧.xls」是旧格式或加了密,请另存为 .xlsx 或 .csv 再发。',
  ])
  const prices = await sheet('价格.xlsx', [
    ['商品', '价格'],
    ['苹果', '3'],
  ])
  expect(await tells(world, DESK, { files: [prices] })).toEqual([
    expect.stringMatching(/^没看出这是名单、工单还是市回访\(表头:商品、价格\)/),
  ])
  const roster = await sheet('名单.xlsx', [
    ['姓名', '角色', '单位'],
    ['王磊', '负责人', '执法一队'],
  ])
  expect(await tells(world, DESK, { files: [roster] })).toEqual(['「导入名单」由管理员来做。'])
})

test('a file the gateway does not hand out is fetched later, also by the next start', async () => {
  await using world = await withFiveRooms()
  world.wechat.switches.downloads = 'refuse'
  const file = await sheet('工单.xlsx', [HEADER, row(0), row(1)])
  expect(await tells(world, DESK, { files: [file] })).toEqual([])
  expect(world.bot.store.books.sheets.next()).toMatchObject({ state: 'wanted', tries: 1 })
  world.wechat.switches.downloads = 'answer'
  await world.restart()
  await until(() => world.bot.store.books.cases.all().length === 2)
  await world.bot.settled()
  await world.quiet()
  expect(world.wechat.heard(DESK).map(({ text }) => text)).toEqual(['登记2件(#101–#102),已发到2个群。'])
})

test('while two thousand rows are registered, a claim is carried out in between', async () => {
  await using world = await withFiveRooms()
  const rows = Array.from({ length: 2000 }, (_, n) => row(n))
  const { cases } = world.bot.store.books
  const importing = tells(world, DESK, { files: [await sheet('大表.xlsx', [HEADER, ...rows])] })
  await until(() => cases.find(101))
  await world.bot.handled(world.wechat.say({ as: 'wxid_liqiang', room: roomOf(0), text: '领哨 101' }))
  expect(cases.find(101)?.state).toBe('claimed')
  expect(cases.open().length).toBeLessThan(2000)
  expect(await importing).toContain('登记2000件(#101–#2100),已发到5个群。')
}, 120_000)

const roomOf = (i: number) =>
  i === 0 ? 'fangzhuang@chatroom' : i === 1 ? 'chengshousi@chatroom' : `five-${i}@chatroom`

async function withFiveRooms(): Promise<World> {
  const world = await openWorld()
  world.bot.store.unit((tx) => {
    const admin = tx.people.admins()[0] as number
    for (const i of [2, 3, 4]) {
      const [street] = PLACES[i] as (typeof PLACES)[number]
      world.wechat.room({ id: roomOf(i), topic: street, members: ['wxid_sunyue'] })
      const room = tx.people.bind(
        { contact: roomOf(i), topic: street, kind: 'street', street },
        admin,
        world.clock.now(),
      )
      tx.arrivals.counted(room.id, world.clock.now())
    }
  })
  return world
}
