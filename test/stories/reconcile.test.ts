import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { sheet, tells } from '../support/tells.ts'
import { openWorld } from '../support/world.ts'

const DESK = 'wxid_zhaolei'

test('long lists follow as a file; where nothing differs one line says so', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order({ term: '2026-11-30 18:00' }))
  await tells(world, DESK, { text: '对账' })
  const same = await sheet('平台.xlsx', [
    ['工单编号', '办理时限', '状态'],
    ['202611230001', '2026-11-30 18:00', '办理中'],
  ])
  expect(await tells(world, DESK, { files: [same] })).toEqual(['对账完:平台1件,对上1件,全部一致。'])
  await tells(world, DESK, { text: '对账' })
  const without = await sheet('平台.xlsx', [
    ['标题', '办理时限'],
    ['油烟', '2026-11-30'],
  ])
  expect(await tells(world, DESK, { files: [without] })).toEqual([
    '没找到「工单编号」这一列(表头:标题、办理时限),没对。改好表头,先回「对账」再发一次。',
  ])
  await tells(world, DESK, { text: '对账' })
  const many = Array.from({ length: 9 }, (_, n) => [`20261123010${n}`, '2026-11-30 18:00', '办理中'])
  const [answer, attached] = await tells(world, DESK, {
    files: [await sheet('平台.xlsx', [['工单编号', '办理时限', '状态'], ...many])],
  })
  expect(answer).toMatch(/^对账完:平台9件,对上0件。\n平台有我无9:.*…\n全部见下面的表。/)
  expect(attached).toBe('〔文件〕对账差异.xlsx')
})
