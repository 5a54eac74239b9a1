import { expect, test } from 'vitest'
import { ledgerFieldOf } from '../../../domain/reading/ledger-fields.ts'
import { columnWords, readLedgerHead } from '../../../domain/reading/ledger-sheet.ts'

const grid = (rows: string[][], name = '台账') => ({ name, rows })
const learned = (...rows: string[][]) => readLedgerHead([grid(rows)])

test.each([
  ['工单编号', 'externalNo'],
  ['*工单 编号(必填)', 'externalNo'],
  ['序号', 'row'],
  ['受理时间', 'receivedAt'],
  ['派单时间', 'receivedAt'],
  ['来源', 'channel'],
  ['街镇', 'street'],
  ['社区/村', 'community'],
  ['问题点位', 'address'],
  ['事由', 'content'],
  ['类别', 'category'],
  ['行业', 'industry'],
  ['被反映对象', 'subject'],
  ['首接单位', 'firstReceiver'],
  ['承办单位', 'unit'],
  ['承办人', 'owner'],
  ['领哨时间', 'claimedAt'],
  ['联系时间', 'contactedAt'],
  ['到场时间', 'arrivedAt'],
  ['检测情况', 'tested'],
  ['检测标准', 'standard'],
  ['检测结论', 'verdict'],
  ['处置情况', 'handling'],
  ['回访结果', 'revisit'],
  ['办结结果', 'result'],
  ['市回访响应', 'cityContacted'],
  ['是否解决', 'citySolved'],
  ['市民满意度', 'citySatisfied'],
  ['办理时限', 'deadline'],
  ['办结时间', 'closedAt'],
  ['是否按时', 'inTime'],
  ['督办', 'supervised'],
  ['口径', 'basis'],
  ['联系电话', 'phone'],
  ['来电人', 'name'],
  ['备注', 'remark'],
  ['科长意见', undefined],
  ['', undefined],
])('%s', (header, field) => expect(ledgerFieldOf(header)).toBe(field))

test('a title above, the header in their own words and order, sample rows below: nothing of those is kept', () => {
  const head = learned(
    ['丰台区生态环境局2026年10月接诉即办台账'],
    ['单位:大气科', '', '日期:10月31日'],
    ['序号', '承办人', '事由', '工单编号', '编号', '科长意见', '备注'],
    ['1', '李强', '老灶火锅油烟,王女士13800001234', '202611230001', '7', '同意', ''],
  )
  expect(head).toMatchObject({ row: 3, twice: [], others: [] })
  expect(head?.template).toEqual({
    sheet: '台账',
    title: ['丰台区生态环境局2026年10月接诉即办台账', '单位:大气科  日期:10月31日'],
    header: [['序号', '承办人', '事由', '工单编号', '编号', '科长意见', '备注']],
    fields: ['row', 'owner', 'content', 'externalNo', 'no', null, 'remark'],
  })
})

test('a header of two rows: groups over their parts', () => {
  const head = learned(
    ['接诉即办台账', '', '', '', '', '', '', ''],
    ['序号', '工单编号', '反映内容', '检测', '', '市级回访', '', '', '备注'],
    ['', '', '', '情况', '结论', '是否响应', '是否解决', '满意度', ''],
    ['1', '2026', '油烟', '1.6', '超标', '是', '是', '满意', ''],
  )
  expect(head?.row).toBe(2)
  expect(head?.template.fields).toEqual([
    'row',
    'externalNo',
    'content',
    'tested',
    'verdict',
    'cityContacted',
    'citySolved',
    'citySatisfied',
    'remark',
  ])
  expect([0, 3, 4, 6].map((i) => columnWords(head!.template, i))).toEqual([
    '序号',
    '检测·情况',
    '检测·结论',
    '市级回访·是否解决',
  ])
})

test('sample rows are never taken for the second row of a header', () => {
  const head = learned(['序号', '街镇', '承办单位', '附件', ''], ['1', '方庄街道', '', '照片', '两张'])
  expect(head?.template.header).toHaveLength(1)
})

test('「编号」 alone is the number of the order; of two equal headers the first is filled', () => {
  const head = learned(['编号', '街镇', '承办单位', '承办单位', '街镇'])
  expect(head?.template.fields).toEqual(['externalNo', 'street', 'unit', null, null])
  expect(head?.twice).toEqual([3, 4])
})

test('of several sheets the one that knows most; the others are named', () => {
  const head = readLedgerHead([
    grid([['说明'], ['填表要求']], '说明'),
    grid([['序号', '街镇', '承办单位']], '旧表'),
    grid([['序号', '街镇', '承办单位', '承办人']], '台账'),
    grid([], '空'),
  ])
  expect(head?.template.sheet).toBe('台账')
  expect(head?.others).toEqual(['说明', '旧表'])
})

test.each([
  ['nothing at all', []],
  ['blank cells', [['', ' ']]],
  ['prose', [['请各单位于周五前报送台账,谢谢。']]],
  [
    'data without a header',
    [
      ['1', '方庄街道', '执法一队', '李强'],
      ['2', '成寿寺街道', '执法二队', '何涛'],
    ],
  ],
  ['too few columns that are known', [['序号', '街镇', '甲', '乙']]],
  ['far too many columns', [['序号', '街镇', '承办单位', ...Array.from({ length: 120 }, (_, i) => `列${i}`)]]],
])('no header: %s', (_, rows) => expect(readLedgerHead([grid(rows)])).toBeUndefined())

test('fifty columns, most of them unknown', () => {
  const head = learned([...Array.from({ length: 47 }, (_, i) => `自定义${i}`), '序号', '街镇', '承办单位'])
  expect(head?.template.fields.filter((field) => field !== null)).toEqual(['row', 'street', 'unit'])
  expect(head?.template.fields).toHaveLength(50)
})
