import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { openWorld } from '../support/world.ts'

test.each([
  ['进展 101 昨晚又冒烟了', '进展'],
  ['101 回访 未解决 不满意', '回访'],
  ['101 到场 又冒烟了', '到场'],
  ['101 检测 油烟0.6', '检测'],
  ['101 已联系 说好多了', '联系'],
  ['101 没人接', '联系未接通'],
  ['101 整改完 又清洗了一遍', '处置'],
  ['补充 101 昨晚又冒烟了', '补充'],
])('a late word on a closed case, 「%s」, is kept and reaches its last owner', async (text, what) => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '领哨 101')
  for (const step of ['101 到场', '101 检测 油烟1.6', '101 整改完 已搬走', '办结 101'])
    await world.says('李强', '方庄群', step)
  for (const where of ['方庄群', '李强']) world.heard(where)
  await world.says('王磊', '方庄群', text)
  expect(world.heard('方庄群')).toEqual([`#101 已办结,${what}已补记,已转告李强。要再办回「重办 101 原因」。`])
  expect(world.heard('李强').join()).toContain('#101 方庄街道 芳古园一区11号楼')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  expect(logOf(world, 101).slice(-2)).toEqual(['closed', 'noted'])
})

test('several late words in one message are answered once', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '101 我们领,到场,检测 油烟1.6,整改完 已搬走,办结')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '101 到场 检测 油烟0.6')
  expect(world.heard('方庄群')).toEqual(['#101 已办结,检测已补记。要再办回「重办 101 原因」。'])
  expect(logOf(world, 101).slice(-3)).toEqual(['closed', 'noted', 'noted'])
})
