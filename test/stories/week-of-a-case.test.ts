import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('from the pasted order to 办结: contact, site, test, handling, revisit, reply', async () => {
  await using world = await openWorld({ orders: true })
  const say = async (who: string, where: string, text: string) => {
    await world.says(who, where, text)
    return world.heard(where === 'private' ? who : where).join('\n')
  }

  expect(await say('李强', '方庄群', '领哨 101')).toMatch(/^#101 已领哨:执法一队 李强/)
  expect(await say('李强', '方庄群', '办结 101')).toMatch(
    /^#101 还不能办结:差联系、到场、检测、处置、回访、平台回复。打完回/,
  )
  expect(await say('李强', '方庄群', '101 已电话联系诉求人，约明天上午10点现场')).toMatch(/^#101 已记联系/)
  expect(await say('李强', '方庄群', '到现场了 商户净化器开着 有清洗记录')).toMatch(/^#101 已记到场/)
  expect(await say('陈曦', '方庄群', '检测 101 油烟1.6 颗粒物3.2')).toMatch(/^#101 油烟 1.6 mg\/m³,限值1,超标0.6倍/)
  expect(await say('李强', '方庄群', '101 整改完 换了净化器滤芯')).toMatch(/^#101 已记处置。还差:回访、平台回复/)
  expect(await say('李强', '方庄群', '101 回访 已解决 满意')).toMatch(/^#101 已记回访。还差:平台回复/)
  expect(await say('赵蕾', 'private', '回复稿 101')).toMatch(
    /联系诉求人.*到现场核查.*检测油烟1\.6mg\/m³,超过DB11\/1488-2018限值1;.*换了净化器滤芯.*回访,诉求人表示已解决、满意。/s,
  )
  expect(await say('赵蕾', 'private', '已回复 101')).toMatch(/^#101 已记平台回复。都齐了/)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍、颗粒物3.2mg/m³ 达标(DB11/1488-2018)。末次仍超标,请安排复测。',
  )
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('an unsatisfied revisit opens the case again; the second time the lead decides', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '101 已联系', '101 到场', '101 不宜检测 店铺停业', '101 整改完'])
    await world.says('李强', '方庄群', text)
  world.heard('王磊')
  await world.says('王磊', 'private', '同意 101')
  expect(world.heard('王磊')[0]).toMatch(/^#101 已同意「不宜检测」/)
  world.heard('方庄群')
  await world.says('李强', '方庄群', '101 回访 居民说晚上还是有味 不满意')
  expect(world.heard('方庄群')[0]).toMatch(/转入重办/)
  await world.says('李强', '方庄群', '101 整改完 加装除味')
  await world.says('李强', '方庄群', '101 回访 未解决 不满意')
  expect(world.heard('方庄群').at(-1)).toMatch(/已请负责人定结果/)
  await world.says('赵蕾', 'private', '已回复 101')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '办结 101 已解决')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 回访记的是未解决/)
  await world.says('王磊', 'private', '同意 101')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'closed', result: 'explained' })
})
