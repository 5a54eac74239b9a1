import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('an ordinary order of the night is registered at once, and its card waits for the morning list', async () => {
  await using world = await openWorld({ at: '2026-11-23T22:10:00+08:00' })
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611232210001\n【地址】方庄街道芳城园二区8号楼\n【反映内容】楼下面馆油烟大',
  )
  expect(world.heard('赵蕾')).toEqual(['#101 已转方庄群'])
  expect(world.heard('方庄群')).toEqual([])
  await world.advance('11-24 08:05')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 待领哨｜餐饮油烟/)
})

test('in the room itself the card is the answer, day and night; an urgent one goes out wherever it came from', async () => {
  await using world = await openWorld({ at: '2026-11-23T22:10:00+08:00' })
  await world.says('小刘', '方庄群', '芳城园二区8号楼楼下面馆油烟大')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 待领哨/)
  await world.says('赵蕾', 'private', '特急 芳群园四区12号楼有刺鼻气味,多人头晕呕吐')
  expect(world.heard('方庄群')[0]).toMatch(/^【急】#102/)
})

const ORDERS = [8, 9].map(
  (n) =>
    `【工单编号】20261123221000${n}\n【地址】方庄街道芳城园二区${n}号楼\n【反映内容】楼下面馆油烟大\n【处理时限】2026-11-30 09:30`,
)
const CALLS = /\n@周敏\u2005@李强\u2005请看以上2件$/

test('the cards of the night are one list that calls once the two who must act', async () => {
  await using world = await openWorld({ at: '2026-11-23T22:10:00+08:00' })
  for (const order of ORDERS) await world.says('赵蕾', 'private', order)
  await world.advance('11-24 08:05')
  const [list] = world.heard('方庄群')
  expect(list).toMatch(/^#101 待领哨｜.*,回「领哨 101」\n#102 待领哨｜.*,回「领哨 102」\n/)
  expect(list).toMatch(CALLS)
})

test('two orders pasted in the room itself are answered by one list, as short', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', '方庄群', ORDERS.join('\n'))
  const [list] = world.heard('方庄群')
  expect(list).toMatch(/^#101 待领哨｜.*,回「领哨 101」\n#102 待领哨｜.*,回「领哨 102」\n/)
  expect(list).toMatch(CALLS)
})

test('a card the night held back is not said once somebody has claimed the case', async () => {
  await using world = await openWorld({ at: '2026-11-23T22:10:00+08:00' })
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611232210001\n【地址】方庄街道芳城园二区8号楼\n【反映内容】楼下面馆油烟大',
  )
  await world.says('李强', 'private', '领哨 101')
  world.heard('方庄群')
  await world.advance('11-24 08:10')
  expect(world.heard('方庄群').join('\n')).not.toMatch(/待领哨/)
})

test('what somebody is told of on Friday night still reaches them on Monday', async () => {
  await using world = await openWorld({ at: '2026-11-27T20:30:00+08:00' })
  await world.says('赵蕾', 'private', ORDERS[0] ?? '')
  await world.says('赵蕾', 'private', '派给 101 李强')
  expect(world.heard('李强')).toEqual([])
  await world.advance('11-30 08:06')
  expect(world.heard('李强').join('\n')).toContain('派给你了')
})
