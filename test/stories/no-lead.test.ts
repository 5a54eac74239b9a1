import { expect, test } from 'vitest'
import { confirms } from '../support/confirms.ts'
import { openWorld } from '../support/world.ts'

test('a unit without a lead asks the lead of the area, who can agree', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '认领 101')
  await world.says('周敏', '方庄群', '101 不宜检测 店铺已停业')
  expect(world.heard('方庄群').join('\n')).toContain('「不宜检测」已请负责人同意')
  await world.advance('11-23 11:31')
  expect(world.heard('王磊').join('\n')).toContain('不宜检测')
  await world.says('王磊', 'private', '同意 101')
  expect(world.heard('王磊').join('\n')).toContain('#101 已同意「不宜检测」')
})

test('where the area has no lead either, the desk is asked', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '认领 101')
  await confirms(world, ['孙悦', '方庄群', '撤权 @王磊 '], ['wxid_wanglei'])
  await world.says('周敏', '方庄群', '101 不宜检测 店铺已停业')
  await world.advance('11-23 11:31')
  expect(world.heard('赵蕾').join('\n')).toContain('不宜检测')
  await world.says('赵蕾', '方庄群', '同意 101')
  expect(world.heard('方庄群').join('\n')).toContain('#101 已同意「不宜检测」')
})
