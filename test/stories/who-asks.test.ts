import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('who may not claim is not told to; a loser reads what the steward did; a lead is not sent to the lead', async () => {
  await using world = await openWorld({ orders: true })
  const say = async (who: string, where: string, words: string) => {
    await world.says(who, where, words)
    return world.heard(where === 'private' ? who : where).join('\n')
  }
  world.heard('方庄群')
  expect(await say('高明', 'private', '101')).toContain(',还没人领;')
  expect(await say('小刘', '方庄群', '101')).not.toContain('回「领哨')
  expect(await say('李强', '方庄群', '101')).toContain('引用本条或回「领哨 101」')

  await say('周敏', '方庄群', '认领 101')
  expect(await say('李强', '方庄群', '领哨 101')).toMatch(/^#101 已由方庄街道 周敏 今天09:30认领。/)
})

test('the owner’s lead asking for the number is sent to the owner alone', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('王磊', 'private', '联系方式 101')
  expect(world.heard('王磊')).toEqual(['#101 由李强办理,请联系李强。'])
})
