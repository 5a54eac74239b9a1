import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a return is refused here, then agreed to, and only the platform ends the case', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '退单 101 内部装修噪声,不归我局')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 退单申请已请专班定;平台批复前时限照算。\n报平台还要写建议单位、依据,补一句回「退单 101 …」。',
  )
  await world.says('李强', '方庄群', '退单 101 内部装修噪声,建议由住建委处理,依据三定职责')
  expect(world.heard('方庄群').at(-1)).toBe('#101 退单申请已请专班定;平台批复前时限照算。')
  await world.says('李强', '方庄群', '同意 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/^「同意」由/)

  await world.advance('11-23 11:30')
  expect(world.heard('赵蕾').at(-1)).toMatch(/^请您定1件:\n1 #101 .*「退单」 李强/)
  world.heard('李强')
  await world.says('赵蕾', 'private', '不同意 1 先去现场核实')
  expect(world.heard('李强')).toEqual(['#101 「退单」专班不同意:先去现场核实。请照常办理。'])

  await world.says('李强', '方庄群', '退单 101 已核实是室内装修,建议由住建委处理,依据三定职责')
  expect(world.heard('方庄群').at(-1)).toBe('#101 二次退单申请已请分管领导定;平台批复前时限照算。')
  await world.says('赵蕾', 'private', '平台批复 101 同意')
  expect(world.heard('赵蕾').at(-1)).toMatch(/^#101 「退单」局里还没同意/)
  await world.advance('11-24 08:31')
  expect(world.heard('局领导群').at(-1)).toMatch(/请您定1件:①#101二次退单。私聊我回「同意 1」/)

  await world.says('高明', 'private', '同意 1')
  expect(world.heard('高明').at(-1)).toMatch(/^#101 「退单」已同意报平台,已告知申请人和专班。/)
  expect(world.heard('赵蕾').at(-1)).toMatch(/「退单」已同意报平台,请在平台提交/)
  world.heard('李强')
  world.heard('方庄群')
  await world.says('赵蕾', 'private', '平台批复 101 同意')
  expect(world.heard('赵蕾').at(-1)).toBe('#101 平台已同意退单。本局不再办理;首接单位仍需联系诉求人说明。')
  expect(world.heard('李强').at(-1)).toMatch(/^#101 平台已同意退单/)
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 .* 平台已同意退单,不用再办。$/)
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#101 现在是「已退单」/)
})
