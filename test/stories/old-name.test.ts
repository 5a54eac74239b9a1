import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('an old name finds today’s street by its community, and says so', async () => {
  await using world = await openWorld()
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611230011\n【地址】卢沟桥街道六里桥北里小区3号楼\n【反映内容】楼下饭馆油烟大',
  )
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ street: '六里桥街道', community: '六里桥北里社区' })
  expect(world.heard('全区群')[0]).toMatch(/^#101 待领哨｜餐饮油烟｜六里桥街道/)
  expect(world.heard('赵蕾').join('\n')).toMatch(/六里桥/)
})

test('a wrong street is put right, and the card follows', async () => {
  await using world = await openWorld()
  await world.says('林芳', '成寿寺群', '成寿寺芳城园二区8号楼楼下面馆油烟大')
  expect(world.bot.store.books.cases.find(101)?.street).toBe('方庄街道')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 待领哨/)
  expect(world.heard('成寿寺群')[0]).toMatch(/#101 已转方庄群/)
})
