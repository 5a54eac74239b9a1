import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('supervised before Friday: owner and lead hear at once, a line each day, urgent on the day, shown first in the morning', async () => {
  await using world = await openWorld({ orders: true })
  const find = () => world.bot.store.books.cases.find(101)
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('王磊', '方庄群', '督办 101 周五前')
  expect(world.heard('方庄群').at(-1)).toBe('#101 督办由局领导定。你可以回「催 101」,我私信提醒承办人。')
  await world.quotes('王磊', '方庄群', '#101 办理中｜餐饮油烟', '盯一下这件')
  expect(world.heard('方庄群')).toEqual([])
  for (const who of ['李强', '王磊']) world.heard(who)

  await world.says('高明', 'private', '督办 101 周五前')
  expect(world.heard('高明').at(-1)).toBe(
    '#101 已列入分管领导督办,11-27 18:00前。已告知承办人和负责人;每个工作日16:00前报你一句进展。',
  )
  for (const who of ['李强', '王磊']) expect(world.heard(who).join('\n')).toContain('#101 方庄街道')
  expect(world.heard('方庄群')).toEqual(['#101 分管领导督办,11-27 18:00前。'])
  await world.says('高明', 'private', '101')
  expect(world.heard('高明').at(-1)).toContain('分管领导督办 11-27 18:00前(余4天8时)')

  await world.advance('11-23 15:00')
  expect(world.heard('李强').at(-1)).toContain('督办11-27 18:00前,16:00前回一句「进展 101 …」')
  await world.says('李强', '方庄群', '进展 101 商户已订净化器')
  await world.advance('11-23 16:00')
  expect(world.heard('高明').at(-1)).toMatch(/^你督办的1件:\n#101 .* 执法一队\(余4天2时\):15:00 进展:商户已订净化器$/)

  await world.advance('11-24 08:31')
  expect(world.heard('局领导群').at(-1)).toMatch(/盯办1:督办#101 余3天9时/)
  await world.says('田原', 'private', '督办 101 周四前')
  expect(world.heard('田原').at(-1)).toMatch(/^#101 已列入一把手督办,11-26 18:00前/)
  await world.advance('11-24 16:00')
  expect(world.heard('高明').at(-1)).toMatch(/今天没有进展\(一把手也督办,11-26 18:00前\)$/)
  await world.advance('11-25 08:31')
  expect(world.heard('局领导群').at(-1)).toMatch(/盯办1:一把手督办#101 余1天9时/)
  await world.advance('11-26 07:30')
  expect(find()?.urgent).toBe(false)
  await world.advance('11-26 08:31')
  expect(find()).toMatchObject({ urgent: true, supervisedToday: true })

  await world.says('田原', 'private', '销督 101')
  expect(world.heard('田原').at(-1)).toBe('#101 已销督,已告知承办人和负责人。')
  expect(find()).toMatchObject({ urgent: false })
  expect(find()).not.toHaveProperty('supervised')
  expect(world.heard('李强').at(-1)).toMatch(/已销督,照常办理。$/)
})

test('without a date it is half of what remains; who supervises hears of the close', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('田原', 'private', '督办 101')
  const [supervision] = world.bot.store.books.cases.find(101)?.supervised ?? []
  expect(supervision).toMatchObject({ level: 'chief', until: Date.parse('2026-11-26T18:00:00+08:00') })
  expect(world.heard('王磊').join('\n')).toContain('一把手督办')
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    await world.says('李强', '方庄群', text)
  await world.says('赵蕾', 'private', '已回复 101')
  world.heard('田原')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.heard('田原')).toEqual([expect.stringMatching(/^你督办的#101 .* 已办结:已解决。$/)])
})

test('two levels, each with its own date: reminders before it, apart in lists, the 16:00 line and the morning', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  await world.says('高明', 'private', '督办 101 周五前')
  await world.says('田原', 'private', '督办 101 周四前')
  for (const who of ['李强', '王磊', '高明', '田原']) world.heard(who)
  await world.advance('11-23 15:00')
  expect(world.heard('李强').at(-1)).toContain('一把手督办11-26 18:00前、分管领导督办11-27 18:00前,16:00前回一句')
  await world.advance('11-23 16:00')
  expect(world.heard('田原').at(-1)).toMatch(
    /^你督办的1件:\n#101 .* 执法一队\(余3天2时\):09:30 已联系诉求人\(分管领导也督办,11-27 18:00前\)$/u,
  )
  expect(world.heard('高明').at(-1)).toMatch(/\(余4天2时\):.*\(一把手也督办,11-26 18:00前\)$/u)
  await world.advance('11-24 08:31')
  expect(world.heard('局领导群').at(-1)).toMatch(/盯办1:一把手督办#101 余2天9时｜督办#101 余3天9时/)
})

test('at its date owner, lead and supervisor hear, once; another date arms it again, 销督 ends it', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  await world.says('高明', 'private', '督办 101 明天17点前')
  for (const who of ['李强', '王磊', '高明', '田原']) world.heard(who)
  await world.advance('11-23 20:00')
  expect(world.heard('李强').at(-1)).toMatch(/^#101 .* 分管领导督办,明天17:00前办结,余21时。还差什么回「101」$/)
  await world.advance('11-24 12:00')
  expect(world.heard('王磊').join('\n')).toMatch(/分管领导督办,今天17:00前办结,余6时,执法一队 李强在办。/)
  world.heard('李强')
  await world.advance('11-24 17:01')
  expect(world.heard('李强').at(-1)).toMatch(
    /^【急】#101 .* 分管领导督办的时间到了,还没办结。请尽快办结,今天回一句「进展 101 …」$/,
  )
  expect(world.heard('高明').at(-1)).toMatch(
    /分管领导督办的时间到了,还没办结,执法一队 李强在办。另定时间回「督办 101 几号前」,不再督办回「销督 101」$/,
  )
  expect(world.heard('王磊').at(-1)).toMatch(/督办的时间到了.*请尽快办结/)
  await world.says('高明', 'private', '督办 101 周四前')
  world.heard('李强')
  world.heard('高明')
  await world.advance('11-26 18:01')
  expect(world.heard('高明').filter((text) => text.includes('督办的时间到了'))).toHaveLength(1)
  expect(world.heard('李强').filter((text) => text.includes('督办的时间到了'))).toHaveLength(1)
  await world.says('高明', 'private', '督办 101 下周二前')
  await world.says('高明', 'private', '销督 101')
  world.heard('李强')
  await world.advance('12-01 18:30')
  expect(world.heard('李强').join('\n')).not.toContain('督办')
})

test('a supervisor who is no friend reads of progress in the leaders room, without what was said', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'wxid_tianyuan', name: '田原', friend: false })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('田原', '局领导群', '督办 101 周五前')
  await world.says('李强', '方庄群', '进展 101 商户王某已订净化器')
  world.heard('局领导群')
  await world.advance('11-23 16:01')
  expect(world.heard('局领导群')).toEqual([
    expect.stringMatching(/^@田原\u2005 ?你督办的1件:今天有进展#101。请先加我为好友,经过和提醒好私信你。$/),
  ])
  await world.advance('11-24 16:01')
  expect(world.heard('局领导群').at(-1)).toMatch(/今天没有进展#101/)
  expect(world.allHeard('方庄群').join('\n')).not.toContain('@田原')
})

test('一把手 takes both levels away: owner and lead read it once, the deputy that the wish is gone', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('高明', 'private', '督办 101 周五前')
  await world.says('田原', 'private', '督办 101 周四前')
  for (const who of ['李强', '王磊', '高明']) world.heard(who)
  await world.says('田原', 'private', '销督 101')
  for (const who of ['李强', '王磊', '高明'])
    expect(
      world
        .heard(who)
        .join('\n')
        .match(/已销督,照常办理/g),
    ).toHaveLength(1)
})
