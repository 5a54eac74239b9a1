import { expect, test } from 'vitest'
import type { Saying } from '../../bot/drill/gateway.ts'
import { countRows } from '../support/rows.ts'
import { openWorld } from '../support/world.ts'

const CARD = '#101 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼底商'

const chatter = [
  '收到',
  '收到收到',
  '1',
  '11',
  '好的',
  '好',
  '嗯嗯',
  '👍',
  '👍👍👍',
  '[强]',
  'OK',
  '谢谢',
  '辛苦了',
  '@所有人 下午三点开会,请各街镇准时参加',
  '@所有人',
  '@全体成员 请查收文件',
  '@周敏 你看一下',
  '领导说了这周要把数据报上来',
  '领哨工作会改到周四了',
  '领哨这个机制挺好的',
  '认领的事回头再说',
  '我的车停在楼下了',
  '我的天,今天风真大',
  '过程比较复杂,电话里说',
  '待领的快递谁拿一下',
  '帮助一下新来的同事',
  '报名的抓紧',
  '报了三个人',
  '上报的材料发你邮箱了',
  '更正一下,会议室在三楼',
  '补充一点,记得带证件',
  '值班表发群里了',
  '片区划分图谁有',
  '绑定手机号的那个通知收到了吗',
  '授权书盖章了吗',
  '联系方式在通讯录里',
  '查件的系统打不开',
  '今天PM2.5多少',
  '这周方庄的空气质量不错',
  '2026年11月23日',
  '1001个理由',
  '99',
  '中午吃什么',
  '明天8点方庄地铁站集合',
  '13点30分开会',
  'http://example.com/a?b=1',
  '绑定 一下微信',
  '绑定 手机号',
  '授权 书明天带来',
  '撤权 的通知看一下文件',
  '报 名的请接龙',
  '报 到地点在三楼',
  '上报 材料已发邮箱',
  '片区 里今天没事',
  '片区 图 谁有',
  '值班 安排请看附件',
  '值班 表已更新',
  '设置 一下空调',
  '调休 的同事下周一补班',
  '静音 一下手机',
  '三句话 说完了',
  '弄完了',
  '搞定了',
  '改好了',
  '谁在办',
  '还差什么',
  '下一步怎么办',
  '转给二队',
  '让李强去',
  '给李强',
  '请监测站协办',
  '诉求人是李女士',
  '已联系 到场',
  '12345 谁负责',
  '101 给居民',
  '101 让他们去',
]

test('what is not meant for the bot is never answered, in no room', async () => {
  await using world = await openWorld({ orders: true })
  const rooms = ['方庄群', '全区接诉即办调度群', '局领导群', '执法一队群']
  const before = world.wechat.heard().length
  for (const room of rooms)
    for (const say of chatter) await world.says(room === '局领导群' ? '高明' : '李强', room, say)
  expect(
    world.wechat
      .heard()
      .slice(before)
      .map(({ text }) => text),
  ).toEqual([])
  const [c] = world.bot.store.books.cases.open()
  expect(c?.state).toBe('waiting')
})

test('待批 of somebody who decides nothing is talk in a room, and answered when the bot is asked', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '待批')
  await world.says('高明', '局领导群', '待批的材料放桌上了')
  expect([...world.heard('方庄群'), ...world.heard('局领导群')]).toEqual([])
  await world.says('李强', '方庄群', '@小管家 待批')
  expect(world.heard('方庄群')).toEqual(['「待批」由负责人、专班、分管领导来做。需要的话请联系管理员授权。'])
})

test('acknowledging a card by quoting it claims nothing', async () => {
  await using world = await openWorld({ orders: true })
  for (const say of [
    '收到',
    '1',
    '好的',
    '👍',
    '谁去看看?',
    '先别领',
    '这家老投诉',
    '上次是谁办的来着',
    '我来不了',
    '我们去不了',
  ])
    await world.quotes('李强', '方庄群', CARD, say)
  expect(world.heard('方庄群')).toEqual([])
  expect(world.bot.store.books.cases.open()[0]?.state).toBe('waiting')
})

test('cards, records and files of people and other bots are never answered', async () => {
  await using world = await openWorld({ orders: true })
  const order = '【工单编号】202611239999\n【地址】方庄街道芳古园一区1号楼\n【反映内容】油烟大'
  const kinds: NonNullable<Saying['type']>[] = ['ChatHistory', 'Contact', 'MiniProgram', 'Url', 'Emoticon', 'Audio']
  for (const type of kinds) {
    await world.says('小刘', '方庄群', order, { type })
    await world.says('小刘', '方庄群', '领哨 101', { type })
  }
  await world.says('小刘', '方庄群', '', { files: [{ name: '现场.jpg', bytes: Buffer.from('jpg') }] })
  expect(world.heard('方庄群')).toEqual([])
  expect(world.bot.store.books.cases.open()).toHaveLength(1)
})

test('in the leaders’ room free text opens nothing, a structured order does', async () => {
  await using world = await openWorld()
  await world.says('高明', '局领导群', '方庄芳古园一区11号楼底商油烟大,居民意见很大')
  expect(world.wechat.heard()).toEqual([])
  await world.says('赵蕾', '局领导群', '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼\n【反映内容】油烟大')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 待领哨/)
  expect(world.heard('局领导群')).toEqual(['#101 已转方庄群'])
})

test('an unbound room hears nothing, and nothing of it is stored', async () => {
  await using world = await openWorld({ orders: true })
  const before = countRows(world.dataDir)
  const sayings = [
    ...chatter,
    '领哨 101',
    '101',
    '帮助',
    '@小管家 帮助',
    '芳古园一区11号楼底商油烟大',
    '【工单编号】202611239998\n【地址】方庄街道芳古园一区1号楼\n【反映内容】油烟大\n【联系电话】13800001234',
    '绑定 马家堡街道',
  ]
  const heardBefore = world.wechat.heard().length
  for (const say of sayings) await world.says('小马', '新来的群', say)
  await world.quotes('陈曦', '新来的群', CARD, '我来')
  expect(world.wechat.heard()).toHaveLength(heardBefore)
  expect(countRows(world.dataDir)).toEqual(before)
})

const answered: { how: string; as: string; where?: string; say: string; quote?: string; hears: RegExp }[] = [
  { how: 'a mention', as: '小马', say: '@小管家 在吗', hears: /^我在。/ },
  { how: 'a mention with a command', as: '李强', say: '@小管家 待领', hears: /^待领1件:\n/ },
  { how: 'a command word', as: '李强', say: '待领', hears: /^待领1件:\n/ },
  { how: 'a command word with its case', as: '李强', say: '领哨 101', hears: /^#101 已领哨:执法一队 李强/ },
  { how: 'a number with an action', as: '李强', say: '101 我们领', hears: /^#101 已领哨:执法一队 李强/ },
  { how: 'a number alone that fits', as: '小刘', say: '101', hears: /^#101 待领哨/ },
  { how: '#101', as: '小刘', say: '#101', hears: /^#101 待领哨/ },
  { how: 'the tail of the platform’s number', as: '小刘', say: '20101', hears: /^#101 待领哨/ },
  { how: 'the platform’s number', as: '小刘', say: '202611220101', hears: /^#101 待领哨/ },
  { how: 'a quoted card with an action', as: '李强', say: '我来', quote: CARD, hears: /^#101 已领哨:执法一队 李强/ },
  { how: 'a question under a quoted card', as: '小刘', say: '啥情况', quote: CARD, hears: /^#101 待领哨/ },
  {
    how: 'a structured order',
    as: '小刘',
    say: '【工单编号】202611230001\n【地址】方庄街道芳古园二区6号楼\n【反映内容】油烟大',
    hears: /^#102 待领哨/,
  },
  {
    how: 'free text with a place and a problem',
    as: '小刘',
    say: '芳古园二区6号楼楼下烧烤冒烟',
    hears: /^#102 待领哨/,
  },
  { how: 'a private message', as: '李强', where: 'private', say: '你好', hears: /^我在。/ },
]

test.each(answered)('$how is answered', async ({ as, where = '方庄群', say, quote, hears }) => {
  await using world = await openWorld({ orders: true })
  if (quote === undefined) await world.says(as, where, say)
  else await world.quotes(as, where, quote, say)
  expect(world.heard(where === 'private' ? as : where)).toEqual([expect.stringMatching(hears)])
})
