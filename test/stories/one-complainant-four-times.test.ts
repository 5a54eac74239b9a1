import { expect, test } from 'vitest'
import { orderOf as order } from '../support/orders.ts'
import { codeIn, sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

test('one complainant four times: called and revisited once, each order answered', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  for (const n of [2, 3, 4]) await say('赵蕾', 'private', order(`20261122010${n}`, '13800001234'))
  await say('李强', '方庄群', '领哨 101')
  const asked = await say('李强', '方庄群', '并案 102 103 104 到 101')
  expect(asked).toContain('把#102(同一诉求人)、#103(同一诉求人)、#104(同一诉求人)并入#101')
  expect(await say('李强', '方庄群', `确认 ${codeIn(asked)}`)).toContain('同一诉求人,联系、回访只要一次;差:平台回复')
  expect(await say('李强', '方庄群', '103 已联系')).toMatch(/^#101 已记联系/)
  for (const text of ['101 到场', '检测 101 油烟1.6', '101 整改完', '104 回访 已解决 满意'])
    await say('李强', '方庄群', text)
  for (const no of [101, 102, 103]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102、#103 随同办结。\n#104 还差平台回复,齐了自动办结。',
  )
  await say('赵蕾', 'private', '已回复 104')
  expect(find(104)?.state).toBe('closed')
})
