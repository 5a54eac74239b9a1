import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a closed case is looked at again on its day; a rebound proposes 重办', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    await world.says('李强', '方庄群', text)
  await world.says('赵蕾', 'private', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  await world.says('李强', '方庄群', '回头看 101 7天')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 回头看定在11-30 08:05的清单。/)
  world.heard('李强')
  await world.advance('11-29 20:00')
  expect(world.heard('李强')).toEqual([])
  await world.advance('11-30 08:06')
  expect(world.heard('李强').join('\n')).toMatch(/#101 .* 今天回头看。看完回「回头看 101 无反弹」/)
  world.heard('王磊')
  await world.says('李强', '方庄群', '回头看 101 有反弹 晚上又冒烟')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已记回头看:有反弹,建议重办:回「重办 101 反弹」。')
  expect(world.heard('王磊').at(-1)).toMatch(/回头看有反弹,建议重办/)
  await world.says('李强', '方庄群', '重办 101 反弹')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('claimed')
})
