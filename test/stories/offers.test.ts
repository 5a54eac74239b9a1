import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const toTester = { mentions: ['wxid_chenxi'] }

test('接 alone in private takes the one offer; what is missing is said', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测', toTester)
  world.heard('陈曦')
  await world.says('陈曦', 'private', '接')
  expect(world.heard('陈曦').join('\n')).toMatch(/#101 已接办:监测站 陈曦。还差:/)
})

test('不接 turns the offer down and the owner hears', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '转办 101 @陈曦 要先检测', toTester)
  world.heard('李强')
  await world.says('陈曦', 'private', '不接 101')
  expect(world.heard('陈曦').join('\n')).toContain('#101 已记不接,仍由执法一队 李强办理')
  expect(world.heard('李强').join('\n')).toContain('转办对方不接,仍由你办理')
})

test('派给 a steward gives the case to their street', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('王磊', '方庄群', '派给 101 @周敏', { mentions: ['wxid_zhoumin'] })
  expect(world.heard('方庄群').join('\n')).toContain('#101 已派给:方庄街道 周敏')
})
