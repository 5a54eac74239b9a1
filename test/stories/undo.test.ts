import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const ownerOf = (world: Awaited<ReturnType<typeof openWorld>>) => world.bot.store.books.cases.find(101)?.owner

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
