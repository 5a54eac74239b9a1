import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a pasted order becomes a case in the right room, and the first to say so has it', async () => {
  await using world = await openWorld()

  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611222147003\n【地址】方庄街道芳古园一区11号楼底商\n【被反映对象】老灶火锅\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】2026-11-29 21:47',
  )
  expect(world.heard('方庄群')).toEqual([
    '#101 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼底商\n老灶火锅晚间排油烟,居民无法开窗\n12345件,官方时限 11-29 21:47(余6天12时)\n@周敏\u2005@李强\u2005(执法一队值班) 引用本条回「领哨」',
  ])
  expect(world.heard('赵蕾')).toEqual(['#101 已转方庄群'])

  await world.quotes('李强', '方庄群', '#101 待领哨｜餐饮油烟｜方庄街道', '领哨')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已领哨:执法一队 李强/)
  await world.says('周敏', '方庄群', '101 我们领')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已由执法一队 李强/)
})
