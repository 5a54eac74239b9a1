import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('查 finds by words, closed ones too, only in this scope, nothing void', async () => {
  await using world = await openWorld({ orders: true })
  const ask = async (where: string, text: string) => {
    await world.says('李强', where, text)
    return world.heard(where === 'private' ? '李强' : where).at(-1)
  }
  expect(await ask('方庄群', '查 老灶 油烟')).toMatch(/^查到1件:\n#101 .*待领哨,11-23登记/)
  expect(await ask('成寿寺群', '查 老灶火锅')).toMatch(/^没有查到。/)
  expect(await ask('方庄群', '查 100%')).toMatch(/^没有查到/)
  expect(await ask('方庄群', '查 101')).toMatch(/^#101 待领哨｜/)
  const now = world.clock.now()
  world.bot.store.unit((tx) => tx.record([{ no: 101, at: now, event: { kind: 'closed', result: 'solved' } }], now))
  expect(await ask('方庄群', '查 老灶火锅')).toMatch(/^查到1件:\n#101 .*办结\(已解决\)/)
  world.bot.store.unit((tx) => tx.record([{ no: 101, at: now, event: { kind: 'voided' } }], now))
  expect(await ask('方庄群', '查 老灶火锅')).toMatch(/^没有查到/)
})

test('三句话 and 我报的 say where things stand', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.advance('11-30 08:06')
  await world.says('赵蕾', '全区群', '三句话 方庄')
  expect(world.heard('全区群').at(-1)).toBe(
    [
      '方庄在办1件,没有待领。',
      '没有超期,今日到期1件(#101),48小时内到期1件。',
      '眼下要办:#101差联系、到场、检测、处置、回访、平台回复。',
    ].join('\n'),
  )
  await world.says('赵蕾', '全区群', '三句话 朝阳门')
  expect(world.heard('全区群').at(-1)).toMatch(/没有叫「朝阳门」的街镇或单位/)
  await world.says('赵蕾', 'private', '我报的')
  expect(world.heard('赵蕾').at(-1)).toMatch(/^近30天你报了1件:\n#101 .*办理中,执法一队$/)
})

test('设归口 names the unit’s duty officer on the card where the street has no 片区', async () => {
  await using world = await openWorld()
  world.bot.store.unit((tx) => {
    const chenxi = tx.people.personOf('wxid_chenxi') as number
    tx.people.setAreas('执法一队', ['成寿寺街道'])
    tx.people.setDuty(
      '监测站',
      [chenxi],
      Date.parse('2026-11-23T00:00:00+08:00'),
      Date.parse('2026-11-30T00:00:00+08:00'),
    )
  })
  await world.says('孙悦', 'private', '设归口 餐饮油烟 监测站')
  const paste = (n: number, what: string) =>
    world.says(
      '赵蕾',
      'private',
      `【工单编号】202611230${n}\n【地址】方庄街道芳古园一区${n}号楼\n【反映内容】${what}\n【处理时限】7天`,
    )
  await paste(1, '饭馆油烟大')
  expect(world.heard('方庄群').join()).toMatch(/@周敏\u2005\s*@陈曦/)
  await paste(2, '工地夜间施工噪声')
  await world.advance('11-23 09:41')
  expect(world.heard('方庄群').join()).not.toContain('@陈曦')
  await world.says('孙悦', 'private', '设归口 餐饮油烟 无')
  expect(world.heard('孙悦').at(-1)).toBe('已取消餐饮油烟的归口(原监测站)。')
})
