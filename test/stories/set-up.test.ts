import { expect, test } from 'vitest'
import { issueAdminCode } from '../../bot/admin-code.ts'
import { district } from '../../domain/drill/district.ts'
import { confirms } from '../support/confirms.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const WRONG = '口令不对或已过期。请在服务器上运行 npm run admin-code 取新的,30分钟内有效。'

test('within an hour an empty house becomes a district whose report finds its room and the right two', async () => {
  await using world = await openWorld({ furnished: false })

  await world.says('孙悦', 'private', `绑定管理员 ${codeOf(world)}`)
  expect(world.heard('孙悦').join()).toMatch(/^你已是管理员。接下来三步:\n1 /)

  await world.says('孙悦', '方庄群', '绑定 方庄街道')
  expect(world.heard('方庄群')).toEqual([
    '本群已绑定为方庄群。本群涉件消息会记录用于办理。\n报件:写清小区楼号和问题,或直接粘贴工单。领件:引用卡片回「领哨」。用法回「帮助」。',
  ])
  for (const [words, who] of [
    ['@小管家 授权 @李强 执法一队 队员', '李强'],
    ['授权 @王磊 执法一队 负责人', '王磊'],
    ['授权 @周敏 街镇管家', '周敏'],
  ] as const)
    await confirms(world, ['孙悦', '方庄群', words], mentioning(who).mentions)
  await world.says('孙悦', '方庄群', '片区 执法一队 方庄 成寿寺')
  await world.says('孙悦', '方庄群', '值班 执法一队 @李强 本周', mentioning('李强'))
  expect(world.allHeard('方庄群').filter((words) => /^已授权/.test(words))).toEqual([
    '已授权:李强 执法一队(新单位) 队员。',
    '已授权:王磊 执法一队 负责人。',
    '已授权:周敏 方庄街道 街镇管家。',
  ])
  expect(world.heard('方庄群').slice(-2)).toEqual([
    '执法一队片区:方庄街道、成寿寺街道。',
    expect.stringMatching(/^执法一队值班:李强,/),
  ])

  await world.says('小刘', '方庄群', '芳古园一区11号楼底商油烟大,开不了窗')
  const [card] = world.heard('方庄群')
  expect(card).toContain('#101 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼')
  expect(card).toMatch(/\n@周敏\u2005@李强\u2005\(执法一队值班\) 引用本条回「领哨」$/)
  const mentions = world.wechat.heard(roomId('方庄生态环境管家群')).at(-1)?.mentions
  expect(mentions).toEqual(['wxid_zhoumin', 'wxid_liqiang'])
})

test('every kind of room can be bound, and a report goes from one to the other', async () => {
  await using world = await openWorld({ furnished: false })
  await becomesAdmin(world)
  const bindings = [
    ['方庄群', '绑定 方庄', '本群已绑定为方庄群。'],
    ['成寿寺群', '绑定 成寿寺街道', '本群已绑定为成寿寺群。'],
    ['执法一队群', '绑定 执法一队', '本群已绑定为执法一队群。'],
    ['全区接诉即办调度群', '绑定 全区', '本群已绑定为全区群。'],
    ['新来的群', '绑定 马家堡街道', '本群已绑定为马家堡群。'],
  ] as const
  for (const [where, say, begins] of bindings) {
    await world.says('孙悦', where, say)
    expect(world.heard(where)[0]).toMatch(new RegExp(`^${begins}`))
  }
  await world.says('王磊', '执法一队群', '成寿寺街道成寿寺路3号院汽修厂喷漆味儿大')
  expect(world.heard('成寿寺群')).toEqual([expect.stringContaining('#101 待领哨')])
  expect(world.heard('执法一队群')).toEqual(['#101 已转成寿寺群'])
})

test('the code also works as the greeting of a request to be friends', async () => {
  await using world = await openWorld({ furnished: false })
  world.wechat.contact({ id: 'wxid_xiaoma', name: '小马', friend: false })
  world.wechat.befriend({ contact: 'wxid_xiaoma', greeting: `绑定管理员 ${codeOf(world)}` })
  await until(() => world.allHeard('小马').length > 0)
  expect(world.heard('小马').join()).toMatch(/^你已是管理员。/)
  await world.says('小马', '新来的群', '绑定 马家堡街道')
  expect(world.heard('新来的群')[0]).toMatch(/^本群已绑定为马家堡群。/)
})

test('a request with a wrong code waits and makes nobody an administrator', async () => {
  const logged: string[] = []
  const note = (_facts: object, message: string) => void logged.push(message)
  await using world = await openWorld({ furnished: false, log: { debug: note, info: note, warn: note, error: note } })
  const request = world.wechat.befriend({ contact: 'wxid_xiaoma', greeting: '绑定管理员 ABCD2345' })
  await until(() => logged.includes('a request to be friends waits: not a member of a bound room'))
  await world.says('小马', '新来的群', '绑定 马家堡街道')
  expect(world.wechat.heard()).toEqual([])
  expect(world.wechat.world.requests.get(request)?.confirmed).toBe(false)
})

test('a code is for one person, for half an hour, and only in private', async () => {
  await using world = await openWorld({ furnished: false })
  await world.says('孙悦', 'private', '绑定管理员 ABCD2345')
  expect(world.heard('孙悦')).toEqual([WRONG])

  const code = codeOf(world)
  await world.says('孙悦', 'private', `绑定管理员 ${code.toLowerCase()}`)
  expect(world.heard('孙悦')[0]).toMatch(/^你已是管理员。/)
  await world.says('小马', 'private', `绑定管理员 ${code}`)
  await world.says('钱进', 'private', `绑定管理员 ${code}`)
  expect(world.heard('钱进')).toEqual([WRONG])

  const late = codeOf(world)
  await world.advance('11-23 10:01')
  await world.says('钱进', 'private', `绑定管理员 ${late}`)
  expect(world.heard('钱进')).toEqual([WRONG])

  await world.says('孙悦', '方庄群', '绑定 方庄街道')
  world.heard('方庄群')
  const fresh = codeOf(world)
  await world.says('小刘', '方庄群', `绑定管理员 ${fresh}`)
  expect(world.heard('方庄群')).toEqual(['「绑定管理员」请私聊我说。'])
  expect(world.bot.store.books.people.admins()).toHaveLength(1)
})

test('who is no administrator binds nothing: silence where nothing is bound, a sentence where something is', async () => {
  await using world = await openWorld()
  await world.says('小刘', '新来的群', '绑定 马家堡街道')
  expect(world.heard('新来的群')).toEqual([])
  await world.says('李强', '方庄群', '绑定 成寿寺街道')
  expect(world.heard('方庄群')).toEqual(['「绑定」由管理员来做。需要的话请联系管理员授权。'])
  await world.says('李强', '方庄群', '授权 @小马 执法一队 队员', mentioning('小马'))
  expect(world.heard('方庄群')).toEqual(['「授权」由管理员来做。需要的话请联系管理员授权。'])
  await world.says('李强', '方庄群', '值班 执法一队 @李强 本周', mentioning('李强'))
  expect(world.heard('方庄群')).toEqual(['「值班」由管理员、负责人来做。需要的话请联系管理员授权。'])
})

test('the last administrator keeps the rights, and a day of duty needs no words', async () => {
  await using world = await openWorld()
  await world.says('孙悦', '方庄群', '撤权 @孙悦', mentioning('孙悦'))
  expect(world.heard('方庄群')).toEqual(['孙悦是最后一位管理员,不能撤权。先回「授权 @某人 管理员」,再撤。'])
  expect(world.bot.store.books.people.admins()).toHaveLength(1)
  await confirms(world, ['孙悦', '方庄群', '授权 @小马 方庄街道 队员'], mentioning('小马').mentions)
  expect(world.heard('方庄群')).toEqual(['已授权:小马 方庄街道(新单位) 队员。'])
  await world.says('王磊', '执法一队群', '值班 @李强', mentioning('李强'))
  expect(world.heard('执法一队群')).toEqual([expect.stringMatching(/^执法一队值班:李强,/)])
  await world.says('孙悦', 'private', '绑定管理员')
  expect(world.heard('孙悦')).toEqual(['还差口令。例:「绑定管理员 口令」'])
  await world.says('孙悦', 'private', '撤权 @李强')
  expect(world.heard('孙悦')).toEqual(['「撤权」请在群里说。'])
  await world.says('赵蕾', 'private', '帮助')
  expect(world.heard('赵蕾')[0]).toMatch(/^赵蕾 · 专班 · 私聊/)
})

test('a street has one room: the second is told how, and after 解绑 it may have it', async () => {
  await using world = await openWorld()
  await world.says('孙悦', '新来的群', '绑定 方庄街道')
  expect(world.heard('新来的群')).toEqual([])
  expect(world.heard('孙悦')).toEqual(['方庄街道已经绑定了另一个群。先在那个群回「解绑」,再来这里绑定。'])
  expect(world.bot.store.books.people.boundRoom(roomId('新来的群'))).toBeUndefined()

  await world.says('孙悦', '方庄群', '绑定 方庄街道')
  expect(world.heard('方庄群')[0]).toMatch(/^本群已绑定为方庄群。/)
  await world.says('孙悦', '方庄群', '解绑')
  expect(world.heard('方庄群')).toEqual(['方庄群已解绑,我在这里不再记录,也不再说话。'])
  await world.says('小刘', '方庄群', '芳古园一区11号楼底商油烟大')
  expect(world.heard('方庄群')).toEqual([])

  await world.says('孙悦', '新来的群', '绑定 方庄街道')
  expect(world.heard('新来的群')[0]).toMatch(/^本群已绑定为方庄群。/)
  await world.says('赵蕾', 'private', '芳古园一区11号楼底商油烟大')
  expect(world.heard('新来的群')).toEqual([expect.stringContaining('#101 待领哨')])
  expect(world.heard('方庄群')).toEqual([])
})

test('what is typed wrong is answered with what would be right', async () => {
  await using world = await openWorld()
  const answers = [
    // A room nobody bound hears nothing, not even this: the administrator reads it in private.
    ['孙悦', '绑定 方装街道', '没有「方装街道」这个街镇,是不是「方庄街道」'],
    ['孙悦', '绑定', '还差街镇、单位、全区或领导'],
    ['方庄群', '授权 @小马', '还差单位和角色'],
    ['方庄群', '授权 李强 执法一队 队员', '还差@某人。例:「授权 @'],
    ['方庄群', '授权 @小马 执法一队 队长大人', '没有「队长大人」这个角色'],
    ['方庄群', '片区 执法九队 方庄', '没有「执法九队」这个单位'],
    ['方庄群', '片区 执法一队 方装', '没有「方装」这个街镇'],
    ['方庄群', '值班 执法一队 本周', '还差@某人。例:「值班 '],
  ] as const
  for (const [where, say, begins] of answers) {
    await world.says(
      '孙悦',
      where === '孙悦' ? '新来的群' : where,
      say,
      say.includes('@小马') ? mentioning('小马') : {},
    )
    const [answer, ...more] = world.heard(where)
    expect(answer?.slice(0, begins.length)).toBe(begins)
    expect(more).toEqual([])
  }
})

function codeOf({ bot, clock }: World): string {
  return / ([A-Z0-9]{8})\(/.exec(issueAdminCode(bot.store, clock.now()))?.[1] as string
}

async function becomesAdmin(world: World): Promise<void> {
  await world.says('孙悦', 'private', `绑定管理员 ${codeOf(world)}`)
}

function mentioning(name: string) {
  return { mentions: [district.people.find((person) => person.name === name)?.id as string] }
}

function roomId(topic: string): string {
  return district.rooms.find((room) => room.topic === topic)?.id as string
}
