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
  expect(world.heard('高明').at(-1)).toMatch(/今天没有进展$/)
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
  expect(supervision).toMatchObject({ level: 'chief', until: Date.parse('2026-11-26T21:30:00+08:00') })
  expect(world.heard('王磊').join('\n')).toContain('一把手督办')
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    await world.says('李强', '方庄群', text)
  await world.says('赵蕾', 'private', '已回复 101')
  world.heard('田原')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.heard('田原')).toEqual([expect.stringMatching(/^你督办的#101 .* 已办结:已解决。$/)])
})
