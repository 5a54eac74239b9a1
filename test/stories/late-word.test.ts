import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { openWorld } from '../support/world.ts'

test.each([
  ['进展 101 昨晚又冒烟了', '#101 已记进展。'],
  ['101 回访 未解决 不满意', '#101 已记补充。'],
])('a late word on a closed case, 「%s」, is kept and reaches its last owner', async (text, answer) => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '领哨 101')
  for (const step of ['101 到场', '101 检测 油烟1.6', '101 整改完 已搬走', '办结 101'])
    await world.says('李强', '方庄群', step)
  for (const where of ['方庄群', '李强']) world.heard(where)
  await world.says('王磊', '方庄群', text)
  expect(world.heard('方庄群')).toEqual([answer])
  expect(world.heard('李强').join()).toContain('#101 方庄街道 芳古园一区11号楼')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  expect(logOf(world, 101).slice(-2)).toEqual(['closed', 'noted'])
})
