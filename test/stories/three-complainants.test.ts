import { expect, test } from 'vitest'
import { orderOf as order } from '../support/orders.ts'
import { codeIn, sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

test('three complainants, one matter: work is shared, each is called, revisited and answered on their own', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-25 18:00'))
  await say('赵蕾', 'private', order('202611220103', '13800009012'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系')

  const asked = await say('李强', '方庄群', '102和101是同一件')
  expect(asked).toMatch(/^把#102并入#101 方庄街道 芳古园一区11号楼底商 餐饮油烟。确定回「确认 \d{4}」/)
  expect(find(102)?.state).toBe('waiting')
  expect(await say('李强', '方庄群', `确认 ${codeIn(asked)}`)).toBe(
    '#102 已并入#101,到场、检测、处置一起办。\n#102 自己还差:联系、回访、平台回复,11-25 18:00到期',
  )
  world.heard('方庄群')
  await world.quotes('李强', '方庄群', '#103 待领哨｜餐饮油烟', '并案101')
  await say('李强', '方庄群', `确认 ${codeIn(world.heard('方庄群').at(-1))}`)
  expect(find(103)).toMatchObject({ state: 'merged', mergedInto: 101, owner: { unit: '执法一队' } })

  expect(await say('李强', '方庄群', '并案 101 到 102')).toMatch(/^#102 自己已并入#101,不能再并进来/)
  expect(await say('李强', '方庄群', '101')).toContain(
    '并入2件:#102 差联系、回访、平台回复;#103 差联系、回访、平台回复;最早#102 11-25 18:00到期',
  )
  expect(await say('李强', '方庄群', '102 到场 净化器没开')).toBe(
    '#101 已记到场。还差:检测、处置、回访、平台回复\n#102 已并入#101,记在#101上。',
  )
  await say('陈曦', '方庄群', '检测 103 油烟1.6')
  expect(find(101)?.testedAt).toBeDefined()
  expect(find(103)?.testedAt).toBeUndefined()

  expect(await say('李强', '方庄群', '102 回访 已解决 满意')).toMatch(/^#101 还没处置完成/)
  expect(await say('李强', '方庄群', '102 已联系')).toBe('#102 已记联系。还差:回访、平台回复')
  await say('李强', '方庄群', '101 整改完 换了滤芯')
  await say('李强', '方庄群', '101 回访 已解决 满意')
  await say('李强', '方庄群', '102 回访 已解决 满意')
  for (const no of [101, 102]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('赵蕾', 'private', '回复稿 102')).toMatch(/检测油烟1\.6.*换了滤芯.*已解决、满意/s)
  expect(await say('李强', '方庄群', '办结 102')).toMatch(/^#102 已并入#101,随#101办结/)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102 随同办结。\n#103 还差联系、回访、平台回复,齐了自动办结。',
  )
  await say('李强', '方庄群', '103 已联系')
  await say('李强', '方庄群', '103 回访 已解决 基本满意')
  expect(find(103)?.state).toBe('merged')
  await say('赵蕾', 'private', '已回复 103')
  expect(find(103)).toMatchObject({ state: 'closed', result: 'solved' })
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})
