import { expect, test } from 'vitest'
import { orderOf as order } from '../support/orders.ts'
import { codeIn, sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

test('one of them is not satisfied: the work goes on for all, nobody else is called again', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', `确认 ${codeIn(await say('李强', '方庄群', '并案 102 到 101'))}`)
  for (const text of ['101 已联系', '102 已联系', '101 到场', '检测 101 油烟1.6', '101 整改完', '101 回访 已解决 满意'])
    await say('李强', '方庄群', text)
  expect(await say('李强', '方庄群', '102 回访 未解决 不满意')).toMatch(/^#102 已记回访,未解决,#101转入重办/)
  expect(find(101)).toMatchObject({ state: 'claimed', reopened: 1, revisit: { solved: true } })
  await say('李强', '方庄群', '101 整改完 加装除味')
  expect(await say('李强', '方庄群', '102 回访 已解决 满意')).toMatch(/^#102 已记回访。还差:平台回复/)
  for (const no of [101, 102]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102 随同办结。',
  )
})

test('taken out again it stands as it was; another owner of the main case has the merged ones too', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-23 18:00'))
  await say('赵蕾', '方庄群', `确认 ${codeIn(await say('赵蕾', '方庄群', '并案 102 到 101'))}`)
  expect(find(102)).not.toHaveProperty('owner')
  expect(await say('李强', '方庄群', '102 已联系')).toMatch(/^#101 还没人领/)
  await say('李强', '方庄群', '领哨 101')
  expect(find(102)?.owner).toEqual(find(101)?.owner)
  await world.advance('11-23 15:00')
  const list = world.heard('李强').at(-1)
  expect(list).toContain('#101 今天18:00到期(按并入的#102)')
  expect(list).toContain('#102 今天18:00到期,差:联系、回访、平台回复')
  await world.advance('11-23 18:01')
  expect(world.heard('李强').at(-1)).toMatch(/^#101 .* 并入的#102 官方时限到了。请尽快办结,经过回「过程 101」$/)
  await world.advance('11-24 08:31')
  expect(world.heard('全区群').at(-1)).toMatch(/超期#102 执法一队 .*｜在办1\(另并案1\)/s)
  expect(await say('李强', '方庄群', '拆案 102')).toBe('#102 已从#101拆出,恢复为「待领哨」。要领回「领哨 102」。')
  expect(find(102)).not.toHaveProperty('owner')
  expect(find(101)).not.toHaveProperty('holds')
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('the earliest deadline of all arms the reminders; answered it moves back, taken out each has its own', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-26 18:00'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系')
  await say('李强', '方庄群', `确认 ${codeIn(await say('李强', '方庄群', '并案 102 到 101'))}`)
  await say('李强', '方庄群', '102 已联系')
  const clock = () =>
    new Date((world.bot.store.books.cases.clockOf(101) ?? 0) + 8 * 3_600_000).toISOString().slice(5, 16)
  expect(clock()).toBe('11-24T15:00')
  expect(await say('李强', '方庄群', '缓 101 5天 等厂家')).toBe(
    '#101 按并入的#102,11-26 18:00到期,不能缓到那之后。确需延期请走「延期」。',
  )
  await say('赵蕾', 'private', '更正 102 时限 11月25日')
  expect(clock()).toBe('11-23T15:00')
  await say('赵蕾', 'private', '已回复 102')
  expect(clock()).toBe('11-27T15:00')
  await say('赵蕾', 'private', '撤销')
  expect(clock()).toBe('11-23T15:00')
  await say('李强', '方庄群', '拆案 102')
  expect(clock()).toBe('11-27T15:00')
  expect(world.bot.store.books.cases.clockOf(102)).toBeDefined()
})
