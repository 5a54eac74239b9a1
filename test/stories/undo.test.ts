import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const ownerOf = (world: Awaited<ReturnType<typeof openWorld>>) => world.bot.store.books.cases.find(101)?.owner

test('a slip is undone, unless somebody acted since', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '撤销')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('waiting')
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('陈曦', '方庄群', '101 检测 油烟1.6')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '撤销')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 之后已有人接着办/)
})

test('撤销 in a room does not reach what was said elsewhere of cases that are none of the room’s', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('成寿寺群')
  await world.says('李强', '成寿寺群', '撤销')
  expect(world.heard('成寿寺群').join('\n')).not.toContain('101')
  expect(ownerOf(world)).toBeDefined()
})

test('撤销 with a number takes back the last act on that case', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('小刘', '方庄群', '芳古园一区8号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '领哨 102')
  await world.says('李强', '方庄群', '撤销 101')
  expect(ownerOf(world)).toBeUndefined()
  expect(world.bot.store.books.cases.find(102)?.owner).toBeDefined()
})

test('what is undone, void or restored elsewhere is one line in the room of the card, and to whoever read the opposite', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', '方庄群', '派给 101 监测站')
  expect(world.heard('陈曦').join('\n')).toContain('派给你了')
  world.heard('方庄群')
  await world.says('赵蕾', 'private', '撤销')
  expect(world.heard('陈曦').join('\n')).toMatch(/#101 .*上一步已撤销/)
  expect(world.heard('方庄群').join('\n')).toMatch(/#101 .*上一步已撤销/)
  expect(ownerOf(world)).toBeUndefined()

  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  world.heard('李强')
  await world.says('赵蕾', 'private', '作废 101 报重了')
  expect(world.heard('方庄群').join('\n')).toMatch(/#101 .*已作废/)
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*已作废/)
  await world.says('赵蕾', 'private', '恢复 101')
  expect(world.heard('方庄群').join('\n')).toMatch(/#101 .*已恢复,仍由执法一队 李强办理/)
  expect(world.heard('李强').join('\n')).toMatch(/#101 .*已恢复/)
})
