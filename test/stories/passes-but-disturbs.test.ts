import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('passes the test but still disturbs: consultation, conclusion, 未解决已解释 with the lead’s word, closed', async () => {
  await using world = await openWorld({ orders: true })
  const say = async (who: string, where: string, text: string) => {
    const heard = where === 'private' ? who : where
    world.heard(heard)
    await world.says(who, where, text)
    return world.heard(heard).join('\n')
  }
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完 清洗了净化器'])
    await say('李强', '方庄群', text)
  expect(await say('李强', '方庄群', '101 回访 未解决 不满意 还是有味')).toMatch(
    /转入重办\(第1次\)。\n检测达标仍扰民,建议会商:回「会商 101 单位 时间」。/,
  )
  world.heard('陈曦')
  world.heard('王磊')
  expect(await say('李强', '方庄群', '会商 101')).toMatch(/^还差请哪些单位/)
  expect(await say('李强', '方庄群', '会商 101 法制科 监测站 周二14:00 研究加高烟道')).toMatch(
    /^#101 会商:明天14:00,法制科、监测站,已通知。法制科不在本局名单,请直接通知。/,
  )
  expect(world.heard('陈曦')).toEqual([expect.stringMatching(/^#101 .* 会商:明天14:00,法制科、监测站/)])
  expect(world.heard('王磊')).toHaveLength(1)
  expect(await say('李强', '方庄群', '101')).toContain('会商 11-24 14:00:法制科、监测站')
  await world.advance('11-24 08:05')
  expect(world.heard('陈曦').join('\n')).toContain('会商:今天14:00')
  expect(world.heard('李强').join('\n')).toContain('今天14:00会商')
  await world.advance('11-24 16:01')

  expect(await say('李强', '方庄群', '会商结论 101 加高烟道,执法一队督促,12月5日前')).toMatch(
    /^#101 已记会商结论,措施12-05 18:00前,已告知监测站。/,
  )
  expect(world.heard('陈曦').at(-1)).toMatch(/会商结论:加高烟道/)
  await say('李强', '方庄群', '101 整改完 烟道加高')
  expect(await say('李强', '方庄群', '101 回访 未解决 不满意')).toMatch(/^#101 已记回访,仍未解决,已请负责人定结果。/)
  await say('赵蕾', 'private', '已回复 101')
  await say('王磊', 'private', '同意 101')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'closed', result: 'explained', reopened: 1 })
  expect(await say('李强', '方庄群', '过程 101')).toContain('会商结论:加高烟道')
})

test('a conclusion before the first revisit leaves the case handled', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of [
    '领哨 101',
    '101 已联系',
    '101 到场',
    '检测 101 油烟0.6',
    '会商结论 101 已无技术手段',
    '101 整改完',
  ])
    await world.says('李强', '方庄群', text)
  await world.says('李强', '方庄群', '101 回访 未解决 不满意')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'handled', asked: ['explained'] })
})
