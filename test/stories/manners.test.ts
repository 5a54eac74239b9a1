import { expect, test } from 'vitest'
import { confirms } from '../support/confirms.ts'
import { order } from '../support/orders.ts'
import { openWorld, type World } from '../support/world.ts'

const paste = (world: World, n: number) =>
  world.says('赵蕾', 'private', order({ no: `20261123400${n}`, place: `方庄街道芳古园一区${n}号楼` }))

test('the first of several cards comes at once, those of the next ten minutes as one list that calls once', async () => {
  await using world = await openWorld()
  await paste(world, 1)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 待领哨/)])
  await world.advance('11-23 09:32')
  await paste(world, 2)
  await world.advance('11-23 09:38')
  await paste(world, 3)
  expect(world.heard('方庄群')).toEqual([])
  await world.advance('11-23 09:40')
  const [list = '', ...more] = world.heard('方庄群')
  expect(more).toEqual([])
  expect(list).toMatch(/^#102 待领哨.*\n#103 待领哨.*\n@周敏\s+@李强\s+请看以上2件$/)
  await world.advance('11-23 09:51')
  await paste(world, 4)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#104 待领哨/)])
})

test('今日发言 tells what counted, what waits and what did not count; the desk reads it of all rooms in private', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('孙悦', 'private', '设置 群每日主动发言 2')
  await world.says('李强', 'private', '领哨 101')
  await paste(world, 2)
  await world.advance('11-23 10:00')
  await world.says('王磊', 'private', '领哨 102')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '今日发言')
  expect(world.heard('方庄群')).toEqual(['今日主动发言1/2条。\n09:30 #101\n等今天15:00 1句:#102\n不计数:新件2。'])
  await world.says('周敏', '方庄群', '静音 2小时')
  world.heard('赵蕾')
  await world.says('赵蕾', 'private', '今日发言')
  expect(world.heard('赵蕾')).toEqual([
    '今日主动发言,5个群:\n方庄群 1/2,等今天15:00 1句,静音到今天12:00\n其余4个群今天没有。',
  ])
  await world.says('小刘', 'private', '今日发言')
  expect(world.heard('小刘')).toEqual(['「今日发言」请在群里说。'])
  world.heard('方庄群')
  await world.advance('11-23 15:00')
  expect(world.heard('方庄群')).toEqual(['#102 已由执法一队 王磊领哨。'])
})

test('who is called stands once with an @ in a message; 「@所有人」 of others is not read back', async () => {
  await using world = await openWorld()
  for (const n of [1, 2])
    await world.says(
      '赵蕾',
      'private',
      order({
        no: `20261123500${n}`,
        term: '2小时',
        place: `方庄街道芳城园${n === 1 ? '一' : '二'}区${n}号楼`,
      }).replace('油烟大', '不明刺鼻气味,多人头晕 @所有人 '),
    )
  world.heard('方庄群')
  await world.advance('11-23 09:35')
  const [both = ''] = world.heard('方庄群')
  expect(both.match(/#10\d /g)).toHaveLength(2)
  for (const name of ['周敏', '李强', '王磊']) expect(both.split(`@${name}`)).toHaveLength(2)
  expect(both).toMatch(/领哨 101」\n【急】#102 .*还没人领。李强 周敏 王磊 请马上回「领哨 102」$/)
  expect(world.allHeard('方庄群').join()).not.toContain('@所有人')
})

test('another program in the room is not heard once the administrator has said what it is', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('小马', '方庄群', '101')
  expect(world.heard('方庄群')).toHaveLength(1)
  await confirms(world, ['孙悦', '方庄群', '授权 @小马\u2005 机器人'], ['wxid_xiaoma'])
  expect(world.heard('方庄群')).toEqual(['已授权:小马 机器人。'])
  await world.says('小马', '方庄群', '101')
  await world.says('小马', '方庄群', '芳古园二区6号楼楼下烧烤冒烟')
  expect(world.heard('方庄群')).toEqual([])
  await confirms(world, ['孙悦', '方庄群', '撤权 @小马\u2005'], ['wxid_xiaoma'])
  world.heard('方庄群')
  await world.says('小马', '方庄群', '101')
  expect(world.heard('方庄群')).toHaveLength(1)
})
