import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('another unit stays silent: after half an hour the owner keeps the case and hears it', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测', { mentions: ['wxid_chenxi'] })
  expect(world.bot.store.books.cases.find(101)?.offer).toBeDefined()
  world.heard('李强')
  await world.advance('11-23 09:59')
  expect(world.heard('李强')).toEqual([])
  await world.advance('11-23 10:00')
  expect(world.heard('李强').join()).toMatch(/#101 .*转办没人接,仍由你办理/)
  const c = world.bot.store.books.cases.find(101)
  expect(c?.offer).toBeUndefined()
  expect(c?.owner?.unit).toBe('执法一队')
  await world.says('陈曦', '方庄群', '接 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/没有转给你的待接,或已过时/)
  await world.advance('11-23 12:00')
  expect(world.heard('李强').filter((text) => text.includes('转办没人接'))).toEqual([])
})

test('taken in time it does not lapse', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测', { mentions: ['wxid_chenxi'] })
  await world.says('陈曦', '方庄群', '接 101')
  await world.advance('11-23 11:00')
  expect(world.bot.store.books.cases.find(101)?.owner?.unit).toBe('监测站')
  expect(world.allHeard('李强').join()).not.toContain('转办没人接')
})
