import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('in private one may ask for what one’s rooms may; else the answer leads out of the private talk', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('何涛', 'private', '101')
  expect(world.heard('何涛').join()).toMatch(/^#101 待领哨/)

  await world.says('何涛', '成寿寺群', '@小管家 101')
  expect(world.heard('成寿寺群').join()).toContain('可私聊我回「101」')
})

test('what is out of scope in private does not send back there', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'wxid_linfang', name: '林芳', friend: true })
  await world.says('林芳', 'private', '101')
  expect(world.heard('林芳')).toEqual(['#101 不归你所在的街镇或单位。请到它所属的街镇群说,或联系专班。'])
})
