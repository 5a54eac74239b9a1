import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('补充 adds to what was said and keeps its kind; 过程 shows the old words and the new', async () => {
  await using world = await openWorld({ orders: true })
  const c = () => world.bot.store.books.cases.find(101)
  const content = () => world.bot.store.books.texts.body(c()?.content)
  const before = content()
  const say = async (words: string) => {
    await world.says('周敏', '方庄群', words)
    await world.advance(new Date(world.clock.now() + 10_000).toISOString())
    return world.heard('方庄群').join('\n')
  }
  world.heard('方庄群')

  expect(await say('补充 101 内容 晚上十点以后更严重')).toMatch(/^#101 已补充。\n#101 待领哨｜餐饮油烟｜/)
  expect(await say('补充 101 周末也这样')).toMatch(/^#101 已补充。/)
  expect(await say('101 补充 厨房窗户打不开')).toMatch(/^#101 已补充。/)
  expect(content()).toBe(`${before};晚上十点以后更严重;周末也这样;厨房窗户打不开`)
  expect(c()?.category).toBe('air.catering_fume')

  expect(await say('更正 101 地址 芳古园一区18号楼')).toMatch(/^#101 已更正。/)
  expect(await say('更正 101 内容 楼下工地夜间打桩,噪声扰民')).toContain('｜施工噪声｜')
  const trail = await say('过程 101')
  expect(trail).toContain('补充内容:周末也这样(周敏)')
  expect(trail).toMatch(/更正地址:\S*芳古园一区11号楼底商→芳古园一区18号楼/)
  expect(trail).toMatch(/更正内容:\S+→楼下工地夜间打桩,噪声扰民/)
})

test('several 补充 in a row are acknowledged once, ten seconds after the last; 撤销 before that takes the answer along', async () => {
  await using world = await openWorld({ orders: true })
  const after = (seconds: number) => world.advance(new Date(world.clock.now() + seconds * 1000).toISOString())
  await world.says('周敏', '方庄群', '补充 101 晚上十点以后更严重')
  await after(6)
  await world.says('周敏', '方庄群', '补充 101 周末也这样')
  await world.says('周敏', '方庄群', '待领')
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^待领1件/)])
  await after(9)
  expect(world.heard('方庄群')).toEqual([])
  await after(1)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 已补充。\n#101 待领哨/)])
  await world.says('周敏', '方庄群', '补充 101 厨房窗户打不开')
  await world.says('周敏', '方庄群', '撤销')
  await after(20)
  expect(world.heard('方庄群').join()).not.toContain('已补充')
})

test('of a confidential case 过程 says only that it was corrected', async () => {
  await using world = await openWorld()
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611230011\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅油烟大\n【是否保密】是\n【处理时限】7天',
  )
  await world.says('赵蕾', 'private', '补充 101 内容 23:40最重')
  await world.says('赵蕾', 'private', '更正 101 地址 芳古园一区12号楼')
  world.heard('方庄群')
  await world.says('周敏', '方庄群', '过程 101')
  const trail = world.heard('方庄群').join()
  expect(trail).toContain('更正地址(赵蕾)')
  for (const word of ['11号楼', '12号楼', '23:40', '老灶']) expect(trail).not.toContain(word)
})
