import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('局内满意 but 市里不满意: desk and lead read both answers in the week’s first list, once, also after 重办', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    await world.says('李强', '方庄群', text)
  await world.says('赵蕾', 'private', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  await world.advance('11-25 10:00')
  await world.says('赵蕾', 'private', '市回访 101 已联系 未解决 不满意')
  expect(world.heard('赵蕾').join('\n')).toContain('局内回访是满意,已列入差异')
  await world.says('王磊', '方庄群', '重办 101 居民说晚上还有味')
  await world.says('赵蕾', 'private', '成绩')
  expect(world.heard('赵蕾').at(-1)).toContain('局内满意、市里不满意:#101')
  for (const who of ['赵蕾', '王磊', '高明']) world.heard(who)
  await world.advance('11-30 08:04')
  expect(world.heard('赵蕾').join('\n')).not.toContain('局内满意')
  await world.advance('11-30 08:10')
  const list = expect.stringMatching(
    /局内满意、市里不满意1件:\n#101 .* 执法一队:局内11-23 已解决 满意;市里11-25 已联系 未解决 不满意,办理中\n请核对/,
  )
  for (const who of ['赵蕾', '王磊']) expect(world.heard(who)).toContainEqual(list)
  expect(world.heard('高明')).toEqual([])
  await world.advance('12-07 08:10')
  expect(world.heard('赵蕾').join('\n')).not.toContain('局内满意')
})
