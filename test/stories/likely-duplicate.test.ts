import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const order = (address: string, words: string, more = '') =>
  `【地址】${address} 【被反映对象】老灶火锅 【反映内容】${words} 【处理时限】7天${more}`

test('the card of a second report names the first, in the state it is in, until it is long closed', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order('方庄街道芳古园一区11号楼底商', '老灶火锅晚间排油烟,居民无法开窗'))
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')

  await world.says(
    '赵蕾',
    'private',
    `【工单编号】202611230002 ${order('方庄街道芳古园一区', '火锅店油烟呛人,天天如此')}`,
  )
  await world.advance('11-23 09:40')
  expect(world.heard('方庄群')[0]).toContain('\n可能重复:#101(办理中)。同一件事回「并案101」\n')

  await world.says(
    '赵蕾',
    'private',
    `【工单编号】202611230003 ${order('方庄街道芳星园三区2号楼', '夜里打桩,工地噪音大')}`,
  )
  expect(world.heard('方庄群').join('\n')).not.toContain('可能重复')

  await world.says('赵蕾', 'private', '作废 101 报重了')
  world.heard('方庄群')
  await world.advance('12-28 10:00')
  world.heard('方庄群')
  await world.says(
    '赵蕾',
    'private',
    `【工单编号】202612280004 ${order('方庄街道芳古园一区', '又是油烟呛人,天天如此')}`,
  )
  expect(world.heard('方庄群').join('\n')).toContain('可能重复:#102(待领哨)')
})

test('a confidential report is not named on another card, nor names one', async () => {
  await using world = await openWorld()
  const secret = order('方庄街道芳古园一区11号楼', '老灶火锅晚间排油烟', ' 【是否保密】是')
  await world.says('赵蕾', 'private', secret)
  await world.says(
    '赵蕾',
    'private',
    `【工单编号】202611230002 ${order('方庄街道芳古园一区11号楼', '老灶火锅晚间排油烟')}`,
  )
  await world.says('赵蕾', 'private', `【工单编号】202611230003 ${secret}`)
  expect(world.heard('方庄群').join('\n')).not.toContain('可能重复')
})
