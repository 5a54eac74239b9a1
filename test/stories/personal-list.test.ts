import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const SECOND =
  '【工单编号】202611220102\n【地址】方庄街道芳古园一区5号楼\n【反映内容】楼下汽修店喷漆味刺鼻\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天'

/** What somebody read in private that is a list. */
const lists = (heard: string[], name: string) => heard.filter((text) => text.startsWith(`${name},`))

test('at 08:05 and 15:00 of working days everybody with a case reads what to do; nobody else does', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('李强')

  await world.advance('11-23 15:00')
  expect(lists(world.heard('李强'), '李强')).toEqual([
    [
      '李强,今天1件:',
      '1 #101 明天09:30前要联系,号码回「联系方式 101」',
      '打完电话回「101 已联系」。先放一放:「缓 101 2小时 原因」',
    ].join('\n'),
  ])
  await world.advance('11-24 08:04')
  expect(lists(world.heard('李强'), '李强')).toEqual([])
  await world.advance('11-24 08:05')
  expect(lists(world.heard('李强'), '李强')[0]).toContain('1 #101 今天09:30前要联系')
  for (const name of ['王磊', '周敏', '陈曦', '赵蕾']) expect(lists(world.allHeard(name), name)).toEqual([])
})

test('cases of one compound stand together, and a visit agreed on has its hour', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', SECOND)
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '领哨 102')
  await world.says('李强', '方庄群', '102 已电话联系,约今天下午4点现场')
  world.heard('李强')

  await world.advance('11-23 15:00')
  expect(lists(world.heard('李强'), '李强')[0]?.split('\n').slice(0, 3)).toEqual([
    '李强,今天2件:',
    '1 #102 约16:00到场,方庄街道 芳古园一区5号楼',
    '2 #101 明天09:30前要联系,号码回「联系方式 101」,与102同在芳古园一区,顺路',
  ])
  await world.says('李强', 'private', '今天跑')
  expect(world.heard('李强')[0]).toMatch(/^今天2件:\n1 #102 约16:00到场.*\n2 #101 .*与102同在芳古园一区,顺路$/)
})

test('what rests is not in the list until its time, and is in it again after', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '缓 101 1天 等商户开门')
  await world.advance('11-23 15:00')
  expect(lists(world.heard('李强'), '李强')).toEqual([])
  await world.advance('11-24 08:05')
  expect(lists(world.heard('李强'), '李强')).toEqual([])
  await world.advance('11-24 09:31')
  await world.advance('11-24 15:00')
  expect(lists(world.heard('李强'), '李强')[0]).toContain('#101 联系已晚')
})

test('a list that was missed is said as things stand, once; an old one is not', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.clock.set(Date.parse('2026-11-24T10:00:00+08:00'))
  await world.restart()
  expect(lists(world.heard('李强'), '李强')).toHaveLength(1)
  const runs = world.bot.store.books.runs
  expect(runs.done('personal-list', '2026-11-23 15:00')).toBe(true)
  await world.restart()
  expect(lists(world.heard('李强'), '李强')).toEqual([])
})

test('due today: what is missing; over: to the lead with the name, in private', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  await world.advance('11-29 23:00')
  world.heard('李强')
  world.heard('王磊')
  await world.advance('11-30 08:05')
  expect(lists(world.heard('李强'), '李强')[0]).toMatch(
    /^李强,今天1件:\n1 #101 今天09:30到期,差:到场、检测、处置、回访、平台回复/,
  )
  await world.advance('11-30 15:00')
  expect(lists(world.heard('李强'), '李强')[0]).toContain('1 #101 已超期5时')
  expect(lists(world.heard('王磊'), '王磊')[0]).toMatch(/^王磊,请留意:\n#101 .*已超期5时,执法一队 李强在办/)
})
