import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const placeOf = ({ bot }: World, no: number) => bot.store.books.texts.body(bot.store.books.cases.find(no)?.place)

test('a typo is mended in plain words, soon after or quoting; the old words stay in the timeline', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区8号楼楼下烧烤冒烟')
  world.heard('方庄群')
  await world.says('小刘', '方庄群', '是18号楼不是8号楼')
  expect(placeOf(world, 101)).toContain('芳古园一区18号楼')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已更正。\n#101 待领哨｜.*芳古园一区18号楼/)
  await world.quotes('周敏', '方庄群', '#101 待领哨｜餐饮油烟', '不是18号楼，应该是28号楼')
  expect(placeOf(world, 101)).toContain('28号楼')
  await world.says('小刘', '方庄群', '过程 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/更正地址.*18号楼[\s\S]*更正地址.*28号楼/)
})

test('the same words about something else are silence', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区8号楼楼下烧烤冒烟')
  world.heard('方庄群')
  await world.says('小刘', '方庄群', '是周三开会不是周四开会')
  await world.says('周敏', '方庄群', '是18号楼不是8号楼')
  expect(world.heard('方庄群')).toEqual([])
  expect(placeOf(world, 101)).toContain('8号楼')
})
