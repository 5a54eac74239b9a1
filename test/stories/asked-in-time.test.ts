import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { told } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

async function claimedUntil(term: string) {
  const world = await openWorld()
  await world.says('赵蕾', 'private', order({ term }))
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  return world
}

test('a decision that could wait no longer in the quiet hours is asked before them, with its reason', async () => {
  await using world = await claimedUntil('2026-11-23 23:00')
  await world.says('李强', '方庄群', '延期 101 10天 等净化器到货')
  const before = world.wechat.heard().length
  await world.advance('11-24 08:10')
  expect(told(world, before).filter((line) => line.includes('申请「延期」'))).toEqual([
    expect.stringMatching(
      /^11-23 19:59 高明 \| #101 .* 李强申请「延期」到12-03 23:00:等净化器到货。同意回「同意 101」/,
    ),
  ])
})

test('asked at night of a case that is due before the morning, it is asked at once; of another in the morning', async () => {
  await using world = await claimedUntil('2026-11-23 23:00')
  await world.advance('11-23 21:30')
  let before = world.wechat.heard().length
  await world.says('李强', '方庄群', '101 不宜检测 店铺已停业')
  expect(told(world, before)).toContainEqual(
    expect.stringMatching(/^11-23 21:30 王磊 \| 【急】#101 .*申请「不宜检测」/),
  )

  await using other = await claimedUntil('2026-11-24 09:00')
  await other.advance('11-23 21:30')
  before = other.wechat.heard().length
  await other.says('李强', '方庄群', '101 不宜检测 店铺已停业')
  await other.advance('11-24 08:10')
  expect(told(other, before).filter((line) => line.includes('申请「不宜检测」'))).toEqual([
    expect.stringMatching(/^11-24 08:\d\d 王磊 \| #101 /),
  ])
})
