import { expect, test } from 'vitest'
import { sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

test('an unsatisfied complainant opens the case again; done anew and satisfied it is closed, and the log tells both rounds', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = () => world.bot.store.books.cases.find(101)
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟1.6', '101 整改完 换了净化器滤芯'])
    await say('李强', '方庄群', text)
  expect(await say('李强', '方庄群', '101 回访 未解决 不满意 晚上还是有味')).toMatch(
    /^#101 已记回访,.*转入重办\(第1次\)/,
  )
  expect(find()).toMatchObject({ state: 'claimed', reopened: 1, owner: { unit: '执法一队' } })
  expect(await say('李强', '方庄群', '办结 101')).toMatch(/^#101 还不能办结:差/)
  expect(await say('李强', '方庄群', '101 回访 已解决 满意')).toMatch(/^#101 .*处置/)

  await world.advance('11-25 10:00')
  await say('李强', '方庄群', '进展 101 约厂家加装除味设备')
  await say('陈曦', '方庄群', '检测 101 油烟0.6')
  await say('李强', '方庄群', '101 整改完 加装除味设备')
  await say('李强', '方庄群', '101 回访 已解决 满意')
  const draft = await say('赵蕾', 'private', '回复稿 101')
  expect(draft).toMatch(/换了净化器滤芯.*加装除味设备.*已解决、满意/s)
  await say('赵蕾', 'private', '已回复 101')
  expect(await say('李强', '方庄群', '办结 101')).toMatch(/^#101 已办结:已解决/)
  expect(find()).toMatchObject({ state: 'closed', result: 'solved', reopened: 1, firstReceiver: '执法一队' })

  const trail = await say('王磊', 'private', '过程 101')
  expect(trail).toMatch(/未解决 不满意.*重办.*加装除味设备.*已解决 满意.*办结/s)
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})
