import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a rule changes from a date: until then the old one holds', async () => {
  await using world = await openWorld({ at: '2026-11-30T09:00:00+08:00', orders: true })
  await world.says('孙悦', 'private', '设置 群每日主动发言 6 从12月1日')
  expect(world.heard('孙悦')).toEqual(['群每日主动发言:8条 → 6条,从12月1日起。'])
  await world.says('李强', '方庄群', '今日发言')
  expect(world.heard('方庄群').at(-1)).toMatch(/^今日主动发言0\/8条/)
  await world.says('孙悦', 'private', '设置 群每日主动发言')
  expect(world.heard('孙悦')[0]).toContain('群每日主动发言:8条,2026-12-01起6条')
  await world.advance('12-01 08:10')
  await world.says('李强', '方庄群', '今日发言')
  expect(world.heard('方庄群').at(-1)).toMatch(/^今日主动发言\d\/6条/)
})

test('a list moves with its rule, and clocks are set anew on the day a rule begins', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('李强')
  await world.says('孙悦', 'private', '设置 个人清单时刻 08:05 14:00')
  await world.says('孙悦', 'private', '设置 一般件联系预提醒 2时 从11月24日')
  await world.advance('11-23 14:00')
  expect(world.heard('李强').filter((text) => text.startsWith('李强,'))).toHaveLength(1)
  await world.advance('11-23 15:01')
  expect(world.heard('李强')).toEqual([])
  await world.advance('11-24 00:02')
  const next = world.bot.store.books.cases.clockOf(101)
  expect(next).toBeDefined()
  expect(new Date(next as number).toISOString()).toBe('2026-11-24T01:30:00.000Z')
})

test('what cannot be a rule is refused with what may be said; only the administrator may', async () => {
  await using world = await openWorld()
  const says = async (who: string, text: string) => {
    await world.says(who, 'private', text)
    return world.heard(who).at(-1)
  }
  expect(await says('孙悦', '设置 每日主动发言 6')).toMatch(/没有「每日主动发言」这项设置,是不是「群每日主动发言」/)
  expect(await says('孙悦', '设置 群每日主动发言 很多')).toBe('「很多」不能用作群每日主动发言。可填:0–50条')
  expect(await says('孙悦', '设置 群每日主动发言 6 从2026-11-01')).toMatch(/已经过去了/)
  expect(await says('李强', '设置 群每日主动发言 6')).toMatch(/「设置」由管理员来做/)
  world.heard('孙悦')
  await world.says('孙悦', 'private', '设置')
  const all = world.heard('孙悦')
  expect(all.join('\n')).toMatch(/【3 人员】[\s\S]*【5 时限】[\s\S]*【11 预警】/)
  for (const message of all) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(1900)
})
