import { expect, test } from 'vitest'
import { sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

test('content in the bureau’s revisit, not in the city’s: the lead is asked, it is done again, and the week’s list names it', async () => {
  await using world = await openWorld({ orders: true })
  const say = sayer(world)
  const find = () => world.bot.store.books.cases.find(101)
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系 到场 检测 油烟0.6 整改完 换了净化器')
  await say('李强', '方庄群', '101 回访 已解决 满意')
  await say('赵蕾', 'private', '已回复 101')
  await say('李强', '方庄群', '办结 101')
  expect(find()?.state).toBe('closed')

  await world.advance('12-02 10:00')
  world.heard('王磊')
  expect(await say('赵蕾', 'private', '市里回访101:已联系 未解决 不满意 晚上还是有味')).toBe(
    '#101 市回访已记:已联系 未解决 不满意。局内回访是满意,已列入差异。\n已请王磊定是否重办(「重办 101 原因」)。',
  )
  expect(world.heard('王磊')).toEqual([
    expect.stringMatching(/^#101 .* 市回访:已联系 未解决 不满意\(局内回访是满意\)。建议重办,回「重办 101 原因」。$/),
  ])
  expect(await say('赵蕾', 'private', '101 市回访 联系了 不满意 未解决')).toBe(
    '#101 市回访已经记过:已联系 未解决 不满意。',
  )
  expect(await say('王磊', 'private', '重办 101 市里回访还有味')).toMatch(/^#101 已重办,仍由执法一队 李强承办/)
  expect(await say('赵蕾', 'private', '过程 101')).toContain('市回访:已联系 未解决 不满意:晚上还是有味')
  // The city's word alone makes the figures.
  expect(await say('赵蕾', '全区群', '成绩')).toContain('解决0/1')

  world.heard('赵蕾')
  await world.advance('12-07 09:00')
  expect(world.heard('赵蕾').join('\n')).toMatch(/局内满意、市里不满意1件:\n.*#101/)

  await world.advance('12-20 10:00')
  await say('赵蕾', 'private', '101市回访三项全满意')
  expect(find()).toMatchObject({ cityRevisit: { solved: true, satisfaction: 'good' } })
  await say('赵蕾', 'private', '撤销')
  expect(find()?.cityRevisit).toMatchObject({ solved: false, satisfaction: 'bad' })
})
