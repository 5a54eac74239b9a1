import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { sheet, tells } from '../support/tells.ts'
import { openWorld } from '../support/world.ts'

const DESK = 'wxid_zhaolei'
const HEADER = ['状态', '办理时限', '工单编号', '受理时间', '是否联系', '是否解决', '是否满意', '地址', '反映内容']

test('对账 finds two orders nobody registered, one the platform does not have, a moved deadline, other results', async () => {
  await using world = await openWorld()
  const paste = (no: string, place: string) =>
    world.says('赵蕾', 'private', order({ no, place: `方庄街道${place}`, term: '2026-11-30 18:00' }))
  await paste('202611230001', '芳古园一区1号楼')
  await paste('202611230002', '芳古园一区2号楼')
  await paste('202611230003', '芳古园一区3号楼')
  await paste('202611230009', '芳古园一区9号楼')
  await world.says('李强', '方庄群', '领哨 101 102 103')
  await world.says('赵蕾', 'private', '已回复 103')
  await world.says('赵蕾', 'private', '市回访 103 已联系 已解决 满意')
  expect(await tells(world, DESK, { text: '对账' })).toEqual([expect.stringMatching(/^好,10分钟内把平台导出的工单表/)])

  const missing = ['芳城园二区5号楼', '芳城园二区6号楼'].map((place, i) => [
    '办理中',
    '2026-11-30 18:00',
    `20261123000${5 + i}`,
    '2026-11-23 09:00',
    '',
    '',
    '',
    `方庄街道${place}`,
    '油烟大,开不了窗',
  ])
  const file = await sheet('平台工单.xlsx', [
    HEADER,
    ['办理中', '2026-11-30', '202611230001', '2026-11-23 08:00', '', '', '', '', ''],
    ['已办结', '2026-12-01 18:00', '202611230002', '2026-11-23 08:10', '', '', '', '', ''],
    ['已办结', '2026-11-30 18:00', '202611230003', '2026-11-23 08:20', '是', '否', '不满意', '', ''],
    ...missing,
    ['办理中', '2026-11-30 18:00', '', '2026-11-23 09:00', '', '', '', '', ''],
  ])
  const [answer, ...more] = await tells(world, DESK, { files: [file] })
  expect(answer?.split('\n')).toEqual([
    '对账完:平台5件,对上3件;1行没对:第7行 没有工单编号',
    '平台有我无2:202611230005、202611230006',
    '我有平台无1:#104',
    '时限不同1:#102 平台12-01 18:00 我11-30 18:00',
    '结果不同2:#102 平台已办结,我未记回复、#103 平台回访:已联系 未解决 不满意',
    '缺的件:把工单表(带地址和反映内容)再发我一次,我来登记。',
    '时限以平台为准:回「更正 102 时限 …」。',
    '回访结果:先回「导入市回访」再发这张表。',
  ])
  expect(more).toEqual([])
  // Nothing was changed by it, and that it was done stands under the figures.
  expect(world.bot.store.books.cases.all()).toHaveLength(4)
  expect(world.bot.store.books.cases.find(103)?.cityRevisit).toMatchObject({ satisfaction: 'good' })
  await world.says('赵蕾', '全区群', '成绩')
  expect(world.heard('全区群').at(-1)).toContain('考核口径,已对账至今日09:30)')

  // The next step it names: the same file again registers what is missing.
  const [registered] = await tells(world, DESK, { files: [file] })
  expect(registered).toMatch(/^登记2件\(#105–#106\)/)
  await world.advance('11-24 08:30')
  expect(world.heard('局领导群').find((words) => words.startsWith('【早调度】'))).toContain(
    '(截至08:25,已对账至昨日09:30)',
  )
})
