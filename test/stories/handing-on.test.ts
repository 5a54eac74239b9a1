import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('inside a unit a case changes hands at once', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @王磊 我今天外出')
  expect(world.bot.store.books.cases.find(101)?.owner).toMatchObject({ unit: '执法一队' })
  expect(world.heard('王磊').at(-1)).toMatch(/^#101 .*派给你了/)
})

test('another unit owns it only when it says 接; the first receiver stays', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
  expect(world.bot.store.books.cases.find(101)?.owner?.unit).toBe('执法一队')
  expect(world.heard('陈曦').at(-1)).toMatch(/接就回「接 101」/)
  await world.says('陈曦', 'private', '接 101')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ owner: { unit: '监测站' }, firstReceiver: '执法一队' })
})

test('silence leaves it where it was, and the owner hears', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
  world.heard('李强')
  await world.advance('11-23 10:05')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ owner: { unit: '执法一队' } })
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*转办没人接,仍由你办理/)
  await world.says('陈曦', 'private', '接 101')
  expect(world.bot.store.books.cases.find(101)?.owner?.unit).toBe('执法一队')
})

test('a claim and a hand-over in private are one line in the room of the card; who had it hears', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', 'private', '领哨 101')
  expect(world.heard('方庄群')).toEqual(['#101 已由执法一队 李强领哨。'])
  world.heard('李强')
  await world.says('赵蕾', 'private', '派给 101 监测站')
  expect(world.heard('方庄群')).toEqual(['#101 已由监测站 陈曦领哨。'])
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*已转给监测站 陈曦,不用你再办/)
})

test('who took an offer in private is named in the room of the card, and who had it hears', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
  world.heard('方庄群')
  world.heard('李强')
  await world.says('陈曦', 'private', '接 101')
  expect(world.heard('方庄群')).toEqual(['#101 已由监测站 陈曦领哨。'])
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*已转给监测站 陈曦,不用你再办/)
})

test('催 reaches a new owner at once, and says when the owner was reminded already', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('周敏', '方庄群', '催 101')
  world.heard('方庄群')
  await world.says('周敏', '方庄群', '催 101')
  await world.advance('11-23 09:35')
  await world.says('周敏', '方庄群', '催 101')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已记下,今天已提醒过执法一队(第3次催办)。')
  await world.says('赵蕾', '方庄群', '派给 101 监测站')
  world.heard('陈曦')
  await world.says('周敏', '方庄群', '催 101')
  expect(world.heard('陈曦').join('\n')).toMatch(/#101 .*有人催办/)
})

test('派给 said again to the same owner says so, and writes to nobody', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', '方庄群', '派给 101 监测站')
  world.heard('方庄群')
  await world.says('赵蕾', '方庄群', '派给 101 监测站')
  expect(world.heard('方庄群')).toEqual(['#101 本来就由监测站 陈曦承办。'])
})

test('作废 of a void case asks for no confirmation', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', '作废 101 报重了')
  world.heard('王磊')
  await world.says('王磊', 'private', '作废 101')
  expect(world.heard('王磊').join('\n')).toBe('#101 已作废。要恢复回「恢复 101」。')
})

test('a claimed case that moves to another street calls nobody to claim it there; its owner hears', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('李强')
  world.heard('成寿寺群')
  await world.says('周敏', '方庄群', '更正 101 地址 成寿寺街道成寿寺路5号')
  const card = world.heard('成寿寺群').join('\n')
  expect(card).toContain('#101')
  expect(card).toContain('执法一队 李强在办,不用再领')
  expect(card).not.toContain('领哨」')
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*地址已更正,改在成寿寺街道,仍由你办理/)
})
