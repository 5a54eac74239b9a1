import { expect, test } from 'vitest'
import type { Saying } from '../../bot/drill/gateway.ts'
import { rowsOf } from '../support/rows.ts'
import { openWorld, type World } from '../support/world.ts'

interface Bad {
  what: string
  as?: string
  where?: string
  say: string
  more?: Partial<Saying>
  /** How the one answer begins; absent: silence. */
  hears?: string
}

const ORDER = '【工单编号】202611230007\n【处理时限】7天'
const LONG = '的'.repeat(10_000)

const bad: Bad[] = [
  // numbers
  { what: 'a number nobody has', say: '领哨 999', hears: '没有#999这个件,请核对编号' },
  { what: 'a number beyond every count', say: '领哨 9007199254740993', hears: '没有找到这个工单号' },
  { what: 'a number of forty digits', say: `过程 ${'9'.repeat(40)}`, hears: '没有找到这个工单号' },
  { what: 'number nought', say: '领哨 0', hears: '没有找到这个工单号' },
  { what: 'a negative number', say: '领哨 -101', hears: '没有找到这个工单号' },
  { what: 'a number in words', say: '领哨 一百零一' },
  { what: 'a platform number nobody has', say: '过程 202699999999', hears: '没有找到这个工单号' },
  { what: 'another street’s number', as: '何涛', where: '成寿寺群', say: '领哨 101', hears: '#101 不在本群范围' },
  {
    what: 'another street’s number, shown',
    as: '何涛',
    where: '成寿寺群',
    say: '过程 101',
    hears: '#101 不在本群范围',
  },
  { what: 'a number alone that fits nothing', say: '999' },
  { what: 'a platform number alone that fits nothing', say: '202699999999' },
  { what: 'another street’s number alone', as: '何涛', where: '成寿寺群', say: '101' },

  // orders and reports
  { what: 'an order without place and problem', say: ORDER, hears: '#102 待领哨｜其他｜' },
  {
    what: 'an order without a problem',
    say: `${ORDER.replace('0007', '0008')}\n【地址】方庄街道芳古园二区6号楼`,
    hears: '#103 待领哨｜其他｜方庄街道 芳古园二区6号楼',
  },
  { what: 'a report of nothing', say: '上报', hears: '还差地址和问题' },
  { what: 'a report without meaning', say: '上报 啊啊啊', hears: '还差地址和问题' },
  { what: 'labels without values', say: '【工单编号】\n【地址】\n【反映内容】\n【联系电话】' },

  // shapes
  { what: 'an empty mention', say: '@小管家', hears: '我在。' },
  { what: 'a mention with only emoji', say: '@小管家 😀😀' },
  { what: 'emoji to nobody', say: '😀👍🏻❤️' },
  { what: 'an empty private message', where: 'private', say: ' ' },
  { what: 'emoji in private', where: 'private', say: '👌' },
  { what: 'ten thousand characters to nobody', say: LONG },
  { what: 'ten thousand characters to the bot', say: `@小管家 ${LONG}`, hears: '这条超过8000字' },
  { what: 'ten thousand characters in private', where: 'private', say: LONG, hears: '这条超过8000字' },
  { what: 'a command of ten thousand characters', say: `领哨 101 ${LONG}`, hears: '这条超过8000字' },
  {
    what: 'an order of ten thousand characters',
    say: `${ORDER}\n【地址】芳古园一区\n【反映内容】${LONG}`,
    hears: '这条超过8000字',
  },
  { what: 'a thousand lines to nobody', say: '哈\n'.repeat(1000) },
  { what: 'a thousand lines to the bot', say: `@小管家 ${'哈\n'.repeat(1000)}` },
  { what: 'control characters', say: '@小管家 \u0000\u0001\u0007\u001b[31m\u0008帮', hears: '没看懂' },
  { what: 'half a surrogate', say: '@小管家 \ud83d' },
  { what: 'RTL and zero-width marks', say: '@小管家 \u202e\u200f\u200b\u2066\ufeff' },
  { what: 'a command full of zero-width marks', say: '\u200b领\u200b哨\u200b 999', hears: '没有#999这个件' },

  // words that are code elsewhere
  { what: 'SQL', say: "@小管家 '; drop table cases; --", hears: '没看懂' },
  { what: 'SQL as an argument', say: "过程 101'; drop table cases; --", hears: '#101 过程:' },
  { what: 'a template of our own', say: '@小管家 {{vault:1}}', hears: '没看懂' },
  { what: 'a piece of a sentence of ours', say: '@小管家 {"secret":1,"field":"phone"}', hears: '没看懂' },
  { what: 'a template of JavaScript', say: '@小管家 ${process.env.VAULT_KEY}', hears: '没看懂' },
  { what: 'XML', say: '@小管家 <msg><appmsg><type>57</type></appmsg></msg>', hears: '没看懂' },
  { what: 'a format string', say: '@小管家 %s%n%x $& $1 \\u0000', hears: '没看懂' },
  { what: 'a name of every object', say: '@小管家 __proto__ constructor', hears: '没看懂' },

  // commands with nonsense behind them
  { what: 'help about nothing', say: '帮助 天气预报', hears: '李强 · 执法一队 · 方庄群' },
  { what: 'a correction of nothing', as: '周敏', say: '更正 101', hears: '还差内容。例:「更正 101 ' },
  { what: 'a correction of something else', as: '周敏', say: '更正 101 颜色 蓝色', hears: '没看懂要改哪一项。例:' },
  { what: 'a correction without a number', as: '周敏', say: '更正 地址 芳古园' },
  { what: 'a binding to nowhere', as: '孙悦', say: '绑定 月球', hears: '没有「月球」' },
  {
    what: 'a role nobody has',
    as: '孙悦',
    say: '授权 @小马 执法一队 皇帝',
    more: { mentions: ['wxid_xiaoma'] },
    hears: '没有「皇帝」',
  },
  { what: 'an area of a unit nobody knows', as: '孙悦', say: '片区 __proto__ 方庄', hears: '没有「__proto…」' },
  {
    what: 'duty at no time',
    as: '孙悦',
    say: '值班 执法一队 @李强 2月30日',
    more: { mentions: ['wxid_liqiang'] },
    hears: '还差哪几天',
  },
]

test('everything that cannot be understood gets one clear sentence where the bot is spoken to, and silence elsewhere', async () => {
  const errors: string[] = []
  const log = { debug() {}, info() {}, warn() {}, error: (_: object, message: string) => void errors.push(message) }
  await using world = await openWorld({ orders: true, log })
  for (const { what, as = '李强', where = '方庄群', say, more = {}, hears } of bad) {
    const listening = where === 'private' ? as : where
    world.heard(listening)
    await world.says(as, where, say, more)
    const answers = world.heard(listening)
    if (hears === undefined) expect.soft(answers, what).toEqual([])
    else {
      expect.soft(answers, what).toHaveLength(1)
      expect.soft(answers[0]?.slice(0, hears.length), what).toBe(hears)
      expect.soft(Buffer.byteLength(answers[0] ?? ''), what).toBeLessThan(900)
      expect.soft(answers[0], what).not.toMatch(/undefined|null|NaN|\[object|出错了/)
    }
  }
  expect(errors).toEqual([])
  await nothingLost(world)
  await stillWorks(world)
})

async function nothingLost({ dataDir }: World): Promise<void> {
  const states = rowsOf(dataDir, 'inbox').map(({ state }) => state)
  expect(states.filter((state) => state === 'kept' || state === 'failed')).toEqual([])
}

async function stillWorks(world: World): Promise<void> {
  world.heard('方庄群')
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已领哨:执法一队 李强/)
}

test('a bad message in the middle keeps no good one from being done', async () => {
  await using world = await openWorld()
  const say = (as: string, text: string) => world.wechat.say({ as, room: 'fangzhuang@chatroom', text })
  say('wxid_xiaoliu', '芳古园一区1号楼楼下烧烤冒烟')
  say('wxid_xiaoliu', `@小管家 \u0000${'\ud83d'.repeat(500)}{{vault:1}}`)
  say('wxid_xiaoliu', '芳古园一区2号楼楼下烧烤冒烟')
  say('wxid_xiaoliu', '<msg>'.repeat(1000))
  await world.says('小刘', '方庄群', '芳古园一区3号楼楼下烧烤冒烟')
  expect(world.bot.store.books.cases.open().map(({ no }) => no)).toEqual([101, 102, 103])
  await nothingLost(world)
})
